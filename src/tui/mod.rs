//! The explorer.
/// Runs it.
pub fn run(_explore: crate::cli::Explore) -> anyhow::Result<()> {
    Ok(())
}
