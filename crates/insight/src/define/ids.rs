//! Ids of lines of a process.

/// The id, numbered where it is taken.
pub(crate) fn free<'a>(id: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let taken: Vec<&str> = taken.collect();
    let base = if id.is_empty() { "line" } else { id };
    let numbered = (2..).map(|n| format!("{base}-{n}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|id| !taken.contains(&id.as_str())).unwrap_or_default()
}
