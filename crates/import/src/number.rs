//! Amounts as people write them.

use std::borrow::Cow;

/// `text` as plain decimal text with a point, read with this decimal sign; `None` if it is no number.
/// Currency signs and codes, spaces and thousands separators are dropped; `(5)` is -5.
pub fn decimal(text: &str, sign: char) -> Option<Cow<'_, str>> {
    let text = text.trim();
    if sign == '.' && is_plain(text) {
        return Some(Cow::Borrowed(text));
    }
    let (core, negative) = core(text);
    let thousands = if sign == '.' { ',' } else { '.' };
    let mut out = String::with_capacity(core.len() + 1);
    if negative {
        out.push('-');
    }
    let (whole, fraction) = core.split_once(sign).map_or((core, None), |(w, f)| (w, Some(f)));
    let mut groups = whole.split(|c: char| c == thousands || c == '\'' || c == '’' || c.is_whitespace());
    let first = groups.next().filter(|g| !g.is_empty() && digits(g))?;
    out.push_str(first);
    for group in groups {
        if group.len() != 3 || !digits(group) || first.len() > 3 {
            return None;
        }
        out.push_str(group);
    }
    if let Some(fraction) = fraction.filter(|f| !f.is_empty()) {
        if !digits(fraction) {
            return None;
        }
        out.push('.');
        out.push_str(fraction);
    }
    Some(Cow::Owned(out))
}

/// The ISO code of a currency sign or code in an amount: `€ 5` → `EUR`.
pub fn currency(text: &str) -> Option<&'static str> {
    const SIGNS: &[(&str, &str)] = &[
        ("€", "EUR"),
        ("EUR", "EUR"),
        ("$", "USD"),
        ("USD", "USD"),
        ("£", "GBP"),
        ("GBP", "GBP"),
        ("CHF", "CHF"),
        ("¥", "JPY"),
    ];
    SIGNS.iter().find(|(sign, _)| text.contains(sign)).map(|(_, code)| *code)
}

fn is_plain(text: &str) -> bool {
    let body = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = body.split_once('.').unwrap_or((body, "0"));
    !whole.is_empty() && digits(whole) && digits(fraction)
}

fn digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// The amount without currency and sign, and whether it is negative.
fn core(text: &str) -> (&str, bool) {
    let outside = |c: char| c.is_whitespace() || c.is_alphabetic() || "€$£¥+()".contains(c);
    let bare = text.trim_matches(|c: char| outside(c) || c == '-' || c == '−');
    let head = &text[..text.find(bare).unwrap_or(0)];
    let negative = head.contains(['-', '−', '(']) || (text.ends_with('-') && !bare.is_empty());
    (bare, negative)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("1054", '.', Some("1054"))]
    #[case("-3.50", '.', Some("-3.50"))]
    #[case("1,054.20", '.', Some("1054.20"))]
    #[case("27.230,00", ',', Some("27230.00"))]
    #[case("€ 1.234,5", ',', Some("1234.5"))]
    #[case("$1,234", '.', Some("1234"))]
    #[case("1 234 EUR", '.', Some("1234"))]
    #[case("1'234.50 CHF", '.', Some("1234.50"))]
    #[case("(12)", '.', Some("-12"))]
    #[case("-$5", '.', Some("-5"))]
    #[case("12,34", '.', None)]
    #[case("1.2.3", '.', None)]
    #[case("abc", '.', None)]
    #[case("", '.', None)]
    #[case("27.230,00", '.', None)]
    fn amounts(#[case] text: &str, #[case] sign: char, #[case] read: Option<&str>) {
        assert_eq!(decimal(text, sign).as_deref(), read);
    }
}
