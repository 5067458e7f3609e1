//! Drivers in words: what goes with winning and how sure that is, never why.

use super::{Certainty, Driver, DriverKind, Drivers, Effect, Lesson, WonLost, candidate::Candidate};
use crate::discover::sentence::{capital, counted, grouped, percent};

/// In quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// `regional_office` → `Regional office`.
pub(super) fn field_name(field: &str) -> String {
    capital(&field.replace('_', " "))
}

/// How sure, in words.
pub(super) fn verdict(driver: &Driver) -> String {
    match driver.certainty {
        Certainty::Supported => "well supported".into(),
        Certainty::Hint => "a hint; more data needed".into(),
        Certainty::NoDifference => "no difference that the data supports".into(),
        Certainty::CannotTell => format!("we can't tell: {}", too_few(driver)),
    }
}

/// The side that has too few.
fn too_few(driver: &Driver) -> String {
    let (with, without) = (driver.with.closed(), driver.without.closed());
    match with <= without {
        true => format!("{} with it", counted(with, "deal")),
        false => format!("{} without it", counted(without, "deal")),
    }
}

/// What was found.
pub(super) fn sentence(driver: &Driver, candidate: &Candidate) -> String {
    let with = match &driver.value {
        Some(value) => format!("{} {}", candidate.with, quoted(value)),
        None => candidate.with.clone(),
    };
    let counts = format!("{} against {}", share(driver.with), share(driver.without));
    match driver.certainty {
        Certainty::Supported | Certainty::Hint => {
            let more = if driver.odds_ratio.is_none_or(|o| o.value >= 1.0) { "more" } else { "less" };
            let hint = if driver.certainty == Certainty::Hint { ", which may be chance" } else { "" };
            format!("Deals {with} were won {more} often{hint}: {counts}{}.", points(driver.points))
        }
        Certainty::NoDifference if driver.value.is_some() => {
            format!("The win rate does not differ by {} more than chance would make it.", driver.title.to_lowercase())
        }
        Certainty::NoDifference => format!("Deals {with}: {counts}; no difference that the data supports."),
        Certainty::CannotTell => {
            format!(
                "Deals {with}: {} of {} won; we can't tell: {}.",
                grouped(driver.with.won),
                grouped(driver.with.closed()),
                too_few(driver)
            )
        }
    }
}

/// `58 % of 267`.
fn share(side: WonLost) -> String {
    side.rate().map_or_else(|| "none".into(), |rate| format!("{} of {}", percent(rate), grouped(side.closed())))
}

/// `; 9 points more among comparable deals (3 to 15)`.
fn points(effect: Option<Effect>) -> String {
    let Some(Effect { value, low: Some(low), high: Some(high) }) = effect else { return String::new() };
    let (more, sign) = if value >= 0.0 { ("more", 1.0) } else { ("less", -1.0) };
    let (a, b) = (low * sign * 100.0, high * sign * 100.0);
    let (a, b) = (a.min(b), a.max(b));
    format!("; {:.0} percentage points {more} among comparable deals ({a:.0} to {b:.0})", value.abs() * 100.0)
}

/// `1.60 (1.21 to 2.10)`.
fn odds(effect: &Effect) -> String {
    match (effect.low, effect.high) {
        (Some(low), Some(high)) => format!("{:.2} ({low:.2} to {high:.2})", effect.value),
        _ => format!("{:.2}", effect.value),
    }
}

/// The whole in words.
pub(super) fn headline(found: &Drivers) -> String {
    if found.few {
        let lost = counted(found.closed - found.won, "lost one");
        return format!("We can't tell yet what makes the difference: {} and {lost}.", counted(found.won, "won deal"));
    }
    if found.tested == 0 {
        let closed = grouped(found.closed);
        return format!(
            "In {closed} closed deals there is nothing to compare: nothing that enough of them have and enough others lack."
        );
    }
    let of = |certainty: Certainty| found.drivers.iter().filter(|d| d.certainty == certainty).count() as u64;
    let (supported, hints) = (of(Certainty::Supported), of(Certainty::Hint));
    let looked = format!("{} looked at in {} closed deals", counted(found.tested, "thing"), grouped(found.closed));
    let hints = if hints > 0 {
        format!(", {} as {}", grouped(hints), if hints == 1 { "a hint" } else { "hints" })
    } else {
        String::new()
    };
    match supported {
        0 => format!("{looked}: none goes with winning or losing in a way that the data supports{hints}."),
        1 => format!("{looked}: 1 goes with winning or losing in a way that the data supports{hints}."),
        n => format!("{looked}: {} go with winning or losing in a way that the data supports{hints}.", grouped(n)),
    }
}

/// Where counting plainly misleads most.
pub(super) fn lesson(drivers: &[Driver], with: impl Fn(&Driver) -> String) -> Option<Lesson> {
    let misleads = |d: &&Driver| {
        let (naive, odds) = (d.naive.odds_ratio?, d.odds_ratio?);
        let (low, high) = (odds.low?, odds.high?);
        let gap = naive.ln().abs() - odds.value.ln().abs();
        let nothing = d.certainty == Certainty::NoDifference && low <= 1.0 && high >= 1.0;
        let large = d.naive.with.closed() >= 20 && (naive >= 1.5 || naive <= 1.0 / 1.5);
        let told = d.kind != DriverKind::Timing && d.value.is_none();
        let weight = gap * (d.naive.with.closed().min(d.naive.without.closed()) as f64).sqrt();
        (told && large && (nothing || gap > 0.7)).then_some((nothing, weight, naive, odds))
    };
    let found = drivers.iter().filter_map(|d| Some((d, misleads(&d)?)));
    let best = found.max_by(|a, b| (a.1.0, a.1.1).partial_cmp(&(b.1.0, b.1.1)).unwrap_or(std::cmp::Ordering::Equal))?;
    let (driver, (nothing, _, naive, odds_ratio)) = best;
    let truth = if nothing { "no difference that the data supports" } else { "much less" };
    let sentence = format!(
        "Counted plainly, the odds of winning were {naive:.1} times as high for deals {}: {} against {}. Among {}, and alike in what is held equal, {truth}: {} times.",
        with(driver),
        share(driver.naive.with),
        share(driver.naive.without),
        driver.among,
        odds(&odds_ratio),
    );
    Some(Lesson { driver: driver.id.clone(), sentence, naive, comparable: odds_ratio })
}
