//! Ids of records as tools write them, brought to one form.

/// The id in its one form: of the 18 characters by which Salesforce tells ids apart without regard to case, the last
/// three are a checksum and go, so that it is the same as the 15 characters of its reports.
pub fn record(id: &str) -> &str {
    match (id.len(), id.strip_prefix("zcrm_")) {
        (18, _) if is_checked(id.as_bytes()) => &id[..15],
        (_, Some(rest)) if !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()) => rest,
        _ => id,
    }
}

/// True if the last three characters say which of the first fifteen are capitals.
fn is_checked(id: &[u8]) -> bool {
    const SIGNS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    id.iter().all(u8::is_ascii_alphanumeric)
        && (0..3).all(|part| {
            let capitals = (0..5).filter(|at| id[part * 5 + at].is_ascii_uppercase());
            SIGNS[capitals.map(|at| 1 << at).sum::<usize>()] == id[15 + part]
        })
}

/// The parts of a cell that may hold several: `123;456`, `Ann Lee (ann@x.org); Bob`; digits may be parted by commas.
pub fn several(cell: &str) -> impl Iterator<Item = &str> {
    let numbers = cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b';' | b' '));
    cell.split(move |c| c == ';' || (numbers && c == ',')).map(str::trim).filter(|part| !part.is_empty())
}

/// True for what names a record to a program and tells people nothing.
pub fn is_bare(text: &str) -> bool {
    let digits = text.len() >= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let mixed = matches!(text.len(), 15 | 18 | 32 | 36)
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && text.bytes().any(|b| b.is_ascii_digit());
    digits || mixed || text.starts_with("zcrm_")
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0065g00000ABcdEAAT", "0065g00000ABcdE")]
    #[case("0065g00000ABcdEAAU", "0065g00000ABcdEAAU")]
    #[case("0065711C164A1F2", "0065711C164A1F2")]
    #[case("zcrm_554023000000527002", "554023000000527002")]
    #[case("D-1", "D-1")]
    fn one_form(#[case] id: &str, #[case] form: &str) {
        assert_eq!(record(id), form);
    }

    #[rstest]
    #[case("123;456", &["123", "456"])]
    #[case("123, 456", &["123", "456"])]
    #[case("Lee, Ann; Bob", &["Lee, Ann", "Bob"])]
    #[case("", &[])]
    fn of_a_cell(#[case] cell: &str, #[case] parts: &[&str]) {
        assert_eq!(several(cell).collect::<Vec<_>>(), parts);
    }

    #[rstest]
    #[case("12345", true)]
    #[case("0055g00000ABcdE", true)]
    #[case("Ann Lee", false)]
    #[case("Rep 000", false)]
    #[case("Maximilian Muster", false)]
    fn bare(#[case] text: &str, #[case] is: bool) {
        assert_eq!(is_bare(text), is);
    }
}
