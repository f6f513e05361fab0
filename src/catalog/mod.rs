//! What Microsoft asks for and awards: today the certifications, exams and assessments by which skills are recognised.

mod certifications;

pub use certifications::{Catalog, Credential, catalog};
