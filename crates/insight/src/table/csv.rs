//! Tables as CSV that is safe to open in a spreadsheet.

/// A table of texts as CSV by RFC 4180: lines end in CR LF; cells with a comma, a quote or a line break are quoted. A cell
/// that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or CR) gets a single quote in
/// front, unless it is a plain number.
pub fn csv<'a>(header: impl Iterator<Item = &'a str>, rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    line(&mut text, header);
    for row in rows {
        line(&mut text, row.iter().map(String::as_str));
    }
    text
}

/// Adds a line, as in [`csv`].
pub(crate) fn line<'a>(text: &mut String, cells: impl Iterator<Item = &'a str>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            text.push(',');
        }
        write_cell(text, cell);
    }
    text.push_str("\r\n");
}

fn write_cell(text: &mut String, cell: &str) {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(cell);
    let quoted = cell.contains([',', '"', '\r', '\n']);
    if quoted {
        text.push('"');
    }
    if formula {
        text.push('\'');
    }
    text.push_str(&cell.replace('"', "\"\""));
    if quoted {
        text.push('"');
    }
}

/// Digits with at most one point and a sign, such as `-12.5`.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    all_digits(whole) && all_digits(part)
}

/// A number as a cell: at most four decimals, no zeros at the end; empty for none.
pub(crate) fn number(value: Option<f64>) -> String {
    let text = value.map_or_else(String::new, |v| format!("{v:.4}"));
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("plain", "plain")]
    #[case("a,b", "\"a,b\"")]
    #[case("say \"hi\"", "\"say \"\"hi\"\"\"")]
    #[case("two\nlines", "\"two\nlines\"")]
    #[case("=1+1", "'=1+1")]
    #[case("=A1,B1", "\"'=A1,B1\"")]
    #[case("+49 30", "'+49 30")]
    #[case("-12.5", "-12.5")]
    #[case("+7", "+7")]
    #[case("-", "'-")]
    #[case("-1e3", "'-1e3")]
    #[case("@SUM(A1)", "'@SUM(A1)")]
    #[case("\tx", "'\tx")]
    #[case("\rx", "\"'\rx\"")]
    #[case("", "")]
    fn cells(#[case] cell: &str, #[case] expected: &str) {
        assert_eq!(csv(["name"].into_iter(), &[vec![cell.to_owned()]]), format!("name\r\n{expected}\r\n"));
    }

    #[rstest]
    #[case(None, "")]
    #[case(Some(3.0), "3")]
    #[case(Some(0.125), "0.125")]
    #[case(Some(-0.33333), "-0.3333")]
    fn numbers(#[case] value: Option<f64>, #[case] text: &str) {
        assert_eq!(number(value), text);
    }
}
