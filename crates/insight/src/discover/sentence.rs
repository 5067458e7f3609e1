//! Figures in words: what the data says, never why.

use std::{borrow::Borrow, fmt::Display};

use model::Outcome;

use super::{CycleDays, DealCounts, Group, Span, WinRate, back::densest};

/// With fewer closed deals there are counts instead of rates.
pub(crate) const LITTLE: u64 = 20;

/// The whole in one sentence.
pub(super) fn headline(deals: &DealCounts, rate: &WinRate, days: &CycleDays) -> String {
    if deals.total == 0 {
        return "There are no deals here yet.".into();
    }
    if rate.closed == 0 {
        return match deals.total {
            1 => "We can't tell yet: the one deal is not closed.".into(),
            n => format!("We can't tell yet: none of the {} deals is closed.", grouped(n)),
        };
    }
    if rate.closed < LITTLE {
        return format!(
            "We can't tell yet: {} and {}.",
            counted(rate.won, "won deal"),
            counted(rate.closed - rate.won, "lost one")
        );
    }
    let took = match days.won.median {
        Some(median) if days.won.n >= LITTLE / 2 => {
            format!("; half of the won ones took {} or less", in_days(median))
        }
        _ => String::new(),
    };
    let share = rate.rate.unwrap_or(0.0);
    format!("You won {} of {} closed deals{took}.", percent(share), grouped(rate.closed))
}

/// What the last deals have in common: the narrowest span of whole weeks (days below three weeks) with at least six
/// in ten of them.
pub(super) fn look_back(days: &[f64], deals: usize, outcome: Option<Outcome>) -> String {
    let what = match outcome {
        Some(outcome) => format!("{} deal", outcome.word()),
        None => "closed deal".into(),
    };
    if days.len() < 5 {
        return format!("We can't tell yet: {}.", counted(deals as u64, &what));
    }
    let mut sorted = days.to_vec();
    sorted.sort_by(f64::total_cmp);
    densest(&sorted).map_or_else(String::new, |span| format!("{} of {} took {}.", span.deals, span.of, length(&span)))
}

/// `between five and seven weeks`, `one day or less`, `3 days`.
fn length(span: &Span) -> String {
    let unit = span.unit.word();
    match (span.from, span.to) {
        (0, 0 | 1) => format!("one {unit} or less"),
        (0, to) => format!("{} {unit}s or less", word(to)),
        (from, to) if from == to => counted(to, unit),
        (from, to) => format!("between {} and {} {unit}s", word(from), word(to)),
    }
}

/// `in five to seven weeks`, `within one day`.
pub(super) fn within(span: &Span) -> String {
    let unit = span.unit.word();
    match (span.from, span.to) {
        (0, 0 | 1) => format!("within one {unit}"),
        (0, to) => format!("within {} {unit}s", word(to)),
        (1, 1) => format!("in one {unit}"),
        (from, to) if from == to => format!("in {} {unit}s", word(to)),
        (from, to) => format!("in {} to {} {unit}s", word(from), word(to)),
    }
}

/// Whether the values of a field differ.
pub(super) fn difference(field: &str, groups: &[Group], p: Option<f64>, supported: bool) -> String {
    let name = field.replace('_', " ");
    let closed: Vec<&Group> = groups.iter().filter(|g| g.closed > 0).collect();
    let Some(p) = p else {
        return format!("We can't tell whether the win rate differs by {name}: too few closed deals to compare.");
    };
    if !supported {
        return format!(
            "The win rate by {name} does not differ more than chance would make it ({} compared, {}).",
            counted(closed.len() as u64, "value"),
            p_text(p)
        );
    }
    let enough = || closed.iter().filter(|g| g.closed >= LITTLE);
    let by_rate = |a: &&&Group, b: &&&Group| a.rate.unwrap_or(0.0).total_cmp(&b.rate.unwrap_or(0.0));
    match (enough().min_by(by_rate), enough().max_by(by_rate)) {
        (Some(low), Some(high)) if low.value != high.value => format!(
            "The win rate differs by {name} more than chance would make it, from {} ({}, {} of {}) to {} ({}, {} of {}); {}.",
            percent(low.rate.unwrap_or(0.0)),
            shown(&low.value),
            grouped(low.won),
            grouped(low.closed),
            percent(high.rate.unwrap_or(0.0)),
            shown(&high.value),
            grouped(high.won),
            grouped(high.closed),
            p_text(p)
        ),
        _ => format!("The win rate differs by {name} more than chance would make it ({}).", p_text(p)),
    }
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "not given" } else { value }
}

fn p_text(p: f64) -> String {
    match p {
        p if p < 0.001 => "p < 0.001".into(),
        p if p < 0.01 => format!("p = {p:.3}"),
        p => format!("p = {p:.2}"),
    }
}

/// `63 %`; a tenth of a percent below 1 % and above 99 %.
pub(crate) fn percent(share: f64) -> String {
    let percent = share * 100.0;
    let edge = (percent > 0.0 && percent < 1.0) || (percent > 99.0 && percent < 100.0);
    if edge { format!("{percent:.1} %") } else { format!("{percent:.0} %") }
}

/// `57 days`, `1 day`, `2.5 days`, `6 hours`.
pub(crate) fn in_days(days: f64) -> String {
    match days {
        d if d < 1.0 / 24.0 => "an hour".into(),
        d if d < 1.0 => counted((d * 24.0).ceil() as u64, "hour"),
        d if d < 10.0 && (d * 10.0).round() % 10.0 != 0.0 => format!("{d:.1} days"),
        d => counted(d.round() as u64, "day"),
    }
}

/// `4 won deals`, `1 won deal`, `no won deals`.
pub(crate) fn counted(n: u64, what: &str) -> String {
    match n {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        n => format!("{} {what}s", grouped(n)),
    }
}

/// `6711` → `6,711`.
pub(crate) fn grouped(n: u64) -> String {
    model::money::thousands(&n.to_string())
}

/// `A`, `A and B`, `A, B and C`, with this word before the last.
pub(crate) fn listed<S: Borrow<str> + Display>(names: &[S], word: &str) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => format!("{} {word} {last}", before.join(", ")),
        names => names.concat(),
    }
}

/// The first letter as a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Numbers up to twelve as words.
pub(super) fn word(n: u64) -> String {
    const WORDS: [&str; 13] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(n as usize).map_or_else(|| grouped(n), |w| (*w).to_owned())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("five to nine weeks", &[40.0, 36.0, 60.0, 62.0, 50.0, 45.0, 8.0, 120.0, 2.0, 200.0], "6 of 10 took between five and nine weeks.")]
    #[case("short ones in days", &[1.0, 2.0, 2.0, 3.0, 40.0], "3 of 5 took between one and two days.")]
    #[case("from the first day on", &[0.5, 0.2, 1.0, 30.0, 40.0], "3 of 5 took one day or less.")]
    #[case("all the same", &[3.0, 3.0, 3.0, 3.0, 9.0], "4 of 5 took 3 days.")]
    #[case("too few", &[3.0, 4.0], "We can't tell yet: 2 won deals.")]
    fn spans(#[case] what: &str, #[case] days: &[f64], #[case] sentence: &str) {
        assert_eq!(look_back(days, days.len(), Some(Outcome::Won)), sentence, "{what}");
    }

    #[rstest]
    #[case(0, "0")]
    #[case(999, "999")]
    #[case(1_000, "1,000")]
    #[case(1_234_567, "1,234,567")]
    fn thousands(#[case] n: u64, #[case] text: &str) {
        assert_eq!(grouped(n), text);
    }

    #[rstest]
    #[case(0.6315, "63 %")]
    #[case(0.004, "0.4 %")]
    #[case(0.996, "99.6 %")]
    #[case(1.0, "100 %")]
    fn percents(#[case] share: f64, #[case] text: &str) {
        assert_eq!(percent(share), text);
    }

    #[rstest]
    #[case(57.0, "57 days")]
    #[case(1.0, "1 day")]
    #[case(2.54, "2.5 days")]
    #[case(0.2, "5 hours")]
    #[case(0.01, "an hour")]
    fn durations(#[case] days: f64, #[case] text: &str) {
        assert_eq!(in_days(days), text);
    }
}
