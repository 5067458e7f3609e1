//! Figures and dates in words.

use model::Timestamp;

/// A count with thousands separated: `6,711`.
pub fn count(n: u64) -> String {
    model::money::thousands(&n.to_string())
}

/// A share of 0 to 1 in whole percent: `63 %`, `<1 %`; a dash where there is none.
pub fn percent(share: Option<f64>) -> String {
    match share.filter(|s| s.is_finite()) {
        None => "–".into(),
        Some(s) if s > 0.0 && s < 0.005 => "<1 %".into(),
        Some(s) => format!("{:.0} %", s * 100.0),
    }
}

/// `62 to 64 %`; empty where there is no interval.
pub fn interval(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => format!("{:.0} to {:.0} %", low * 100.0, high * 100.0),
        _ => String::new(),
    }
}

/// Days as a figure: `57`, `3.5` below ten, `0.2`; a dash where there are none.
pub fn days(days: Option<f64>) -> String {
    match days.filter(|d| d.is_finite()) {
        None => "–".into(),
        Some(d) if d >= 10.0 || d.fract().abs() < 0.05 => count(d.round().max(0.0) as u64),
        Some(d) => format!("{d:.1}"),
    }
}

/// Days with the word: `57 days`, `1 day`.
pub fn days_long(value: f64) -> String {
    let figure = days(Some(value));
    if figure == "1" { "1 day".into() } else { format!("{figure} days") }
}

/// A span of seconds in its largest fitting unit: `45 min`, `3.5 h`, `12 days`.
pub fn span(seconds: f64) -> String {
    match seconds {
        s if s < 5400.0 => format!("{:.0} min", s / 60.0),
        s if s < 172_800.0 => format!("{:.1} h", s / 3600.0),
        s => days_long(s / 86_400.0),
    }
}

/// Money in whole units: `USD 10,005,534`; without a currency the figure alone.
pub fn money(minor: i64, currency: &str) -> String {
    let sign = if minor < 0 { "−" } else { "" };
    let whole = minor.unsigned_abs().saturating_add(50) / 100;
    let gap = if currency.is_empty() { "" } else { "\u{a0}" };
    format!("{currency}{gap}{sign}{}", count(whole))
}

/// `31 December 2017`, in UTC.
pub fn date(at: Timestamp) -> String {
    at.to_zoned_datetime(jiff::tz::TimeZone::UTC).strftime("%-d %B %Y").to_string()
}

/// `31 December 2017`.
pub fn day(day: jiff::civil::Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// `Dec 2017`, in UTC.
pub fn month(at: Timestamp) -> String {
    at.to_zoned_datetime(jiff::tz::TimeZone::UTC).strftime("%b %Y").to_string()
}

/// A step of the calendar by its first day: `6 Mar 2017`, `Mar 2017`, `Q1 2017`, `2017`.
pub fn step(first: jiff::civil::Date, step: insight::measure::Step) -> String {
    use insight::measure::Step;
    match step {
        Step::Day | Step::Week => first.strftime("%-d %b %Y").to_string(),
        Step::Month => first.strftime("%b %Y").to_string(),
        Step::Quarter => format!("Q{} {}", (first.month() - 1) / 3 + 1, first.year()),
        Step::Year => first.year().to_string(),
    }
}

/// `December 2017`, in UTC.
pub fn long_month(at: Timestamp) -> String {
    at.to_zoned_datetime(jiff::tz::TimeZone::UTC).strftime("%B %Y").to_string()
}

/// `4th quarter of 2017`, in UTC.
pub fn quarter(at: Timestamp) -> String {
    let day = at.to_zoned_datetime(jiff::tz::TimeZone::UTC);
    let name = ["1st", "2nd", "3rd", "4th"].get(usize::from(day.month().unsigned_abs().saturating_sub(1) / 3));
    format!("{} quarter of {}", name.unwrap_or(&""), day.year())
}

/// `1 deal`, `2 deals`.
pub fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", count(n), if n == 1 { one } else { many })
}

/// Text of at most `max` characters, with an ellipsis where it was cut.
pub fn short(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let kept: String = text.chars().take(max.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A text with its first letter small, to stand within a sentence.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_lowercase(), letters.as_str()))
}

/// The letters and digits of a name in lower case: `GTX Pro` and `GTXPro` are the same.
pub fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name as part of an id: `mg-special`; `x` where nothing is left of it.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() { "x".into() } else { out.chars().take(60).collect() }
}

/// A stage as people call it: without the word `Stage:` that an export puts before it.
pub fn stage(activity: &str) -> &str {
    let bare = activity.strip_prefix("Stage:").map_or(activity, str::trim);
    if bare.is_empty() { activity } else { bare }
}

/// A field's name for people: `sales_price` → `Sales price`, `LeadSource` → `Lead source`.
pub fn label(field: &str) -> String {
    let mut spaced = String::with_capacity(field.len() + 4);
    let mut before = ' ';
    for c in field.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
            spaced.extend(c.to_lowercase());
        } else {
            spaced.push(if matches!(c, '_' | '-') { ' ' } else { c });
        }
        before = c;
    }
    let mut letters = spaced.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// What figures are broken down by: ` by team and product`; empty for nothing.
pub fn by(names: &[String]) -> String {
    let all: Vec<String> = names.iter().map(|name| lower_first(&field(name))).collect();
    if all.is_empty() { String::new() } else { format!(" by {}", all.join(" and ")) }
}

/// What a breakdown is called: fields as [`label`] has them, and those that are none.
fn field(name: &str) -> String {
    match name {
        "created" => "Month created".into(),
        "process-version" => "Version of the process".into(),
        name => label(name),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "0")]
    #[case(999, "999")]
    #[case(1000, "1,000")]
    #[case(1_234_567, "1,234,567")]
    fn counts(#[case] n: u64, #[case] shown: &str) {
        assert_eq!(count(n), shown);
    }

    #[rstest]
    #[case(None, "–")]
    #[case(Some(0.0), "0 %")]
    #[case(Some(0.001), "<1 %")]
    #[case(Some(0.6315), "63 %")]
    #[case(Some(1.0), "100 %")]
    fn percents(#[case] share: Option<f64>, #[case] shown: &str) {
        assert_eq!(percent(share), shown);
    }

    #[rstest]
    #[case(None, "–")]
    #[case(Some(57.2), "57")]
    #[case(Some(3.5), "3.5")]
    #[case(Some(3.0), "3")]
    #[case(Some(f64::NAN), "–")]
    fn some_days(#[case] value: Option<f64>, #[case] shown: &str) {
        assert_eq!(days(value), shown);
    }

    #[rstest]
    #[case(1_000_553_400, "USD", "USD\u{a0}10,005,534")]
    #[case(-150, "", "−2")]
    fn amounts(#[case] minor: i64, #[case] currency: &str, #[case] shown: &str) {
        assert_eq!(money(minor, currency), shown);
    }

    #[rstest]
    #[case("GTX Pro", "GTXPro", true)]
    #[case("MG Special", "mg special", true)]
    #[case("GTX Plus Pro", "GTX Pro", false)]
    fn near_names(#[case] a: &str, #[case] b: &str, #[case] same: bool) {
        assert_eq!(bare(a) == bare(b), same);
    }

    #[rstest]
    #[case("Connecting and qualifying", "connecting-and-qualifying")]
    #[case("<script>", "script")]
    #[case("שלום", "x")]
    fn slugs(#[case] name: &str, #[case] id: &str) {
        assert_eq!(slug(name), id);
    }

    #[rstest]
    #[case("Stage: Closing", "Closing")]
    #[case("Closing", "Closing")]
    #[case("Stage:", "Stage:")]
    fn stages(#[case] activity: &str, #[case] name: &str) {
        assert_eq!(stage(activity), name);
    }

    #[rstest]
    #[case("sales_price", "Sales price")]
    #[case("LeadSource", "Lead source")]
    #[case("ID", "ID")]
    #[case("", "")]
    fn labels(#[case] field: &str, #[case] shown: &str) {
        assert_eq!(label(field), shown);
    }

    #[rstest]
    #[case("short", 10, "short")]
    #[case("a long name", 7, "a long…")]
    fn shortened(#[case] text: &str, #[case] max: usize, #[case] shown: &str) {
        assert_eq!(short(text, max), shown);
    }
}
