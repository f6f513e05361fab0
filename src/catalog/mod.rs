//! What Microsoft asks for and awards: today the certifications, exams and assessments by which skills are recognised.

mod certifications;
pub mod programmes;

pub use certifications::{Catalog, Credential, Status, catalog};
