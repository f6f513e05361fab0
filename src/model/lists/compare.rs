//! What the lists and a report say of each other.
