//! Ramping in words: kind, and only what the data supports.

use super::{CURVE, Compared, EXPECTED, LOOKS, QUARTILES, RampMeasure, RampPerson, TargetFrom, YEAR, walk::Person};
use crate::discover::sentence::{counted, grouped, listed};

/// How it goes for one.
pub(super) struct Said {
    /// Whether somebody should ask what would help.
    pub ask: bool,
    /// Whether too little is known to say.
    pub early: bool,
    /// In words.
    pub says: String,
}

impl Said {
    fn early(says: String) -> Self {
        Self { ask: false, early: true, says }
    }

    fn well(says: String) -> Self {
        Self { ask: false, early: false, says }
    }
}

/// How it goes for one. Who reached a quota of their own does what is asked of them; four good weeks may be chance.
pub(super) fn person(
    person: &Person,
    reached: Option<(usize, TargetFrom)>,
    before: &[&Person],
    compared: Option<&Compared>,
    fewer: bool,
) -> Said {
    if person.weeks == 0 {
        return Said::early("In their first week. Welcome them.".into());
    }
    let fewer = fewer && reached.is_none_or(|(_, from)| from != TargetFrom::Quota);
    if let Some((week, _)) = reached.filter(|_| !fewer) {
        return Said::well(format!("Reached the target in week {week}."));
    }
    let so_far = won(person, person.weeks.min(YEAR));
    let first_year = person.weeks <= YEAR;
    let Some(compared) = compared else {
        let next = LOOKS.into_iter().find(|look| *look > person.weeks);
        return match (first_year, before.len() < QUARTILES, next) {
            (false, ..) => Said::well(format!("{so_far}.")),
            (_, false, Some(next)) => Said::early(format!(
                "Too early to say: {so_far}. After {next} weeks they are compared with those before."
            )),
            _ => {
                let people = if before.is_empty() { "nobody".into() } else { people(before.len() as u64) };
                let began = format!("{people} whose first weeks are known began before to compare with");
                Said::early(format!("Too early to say: {so_far}; {began}."))
            }
        };
    };
    let won = won(person, compared.weeks);
    if first_year && compared.expected < EXPECTED {
        let usual = grouped(compared.expected.round() as u64);
        return Said::early(format!("Too early to say: {won}, where those before had about {usual}."));
    }
    let (low, high) = compared.usual;
    let (low, high) = (grouped(low.round() as u64), grouped(high.round() as u64));
    let beside = format!("{won}; half of those before had {low} to {high} by then.");
    match (first_year, fewer) {
        (true, true) => {
            let says =
                format!("{beside} That is fewer than chance and how people differ explain. Ask what would help.");
            Said { ask: true, early: false, says }
        }
        (true, false) => Said::well(format!("{beside} Nothing sets it apart from those before.")),
        (false, _) => Said::well(beside),
    }
}

fn won(person: &Person, weeks: usize) -> String {
    format!("{} won in {}", counted(person.deals_by(weeks), "deal"), counted(weeks as u64, "week"))
}

fn people(n: u64) -> String {
    match n {
        1 => "one person".into(),
        n => format!("{n} people"),
    }
}

/// Who should be asked, if anybody.
pub(super) fn sentence(found: &[RampPerson]) -> String {
    if found.is_empty() {
        return "Nobody owns a deal yet.".into();
    }
    let new: Vec<&RampPerson> = found.iter().filter(|person| person.weeks <= YEAR as u64).collect();
    let ask: Vec<&str> = new.iter().filter(|person| person.ask).map(|person| person.name.as_str()).collect();
    match (new.len(), ask.as_slice()) {
        (0, _) => format!("Nobody began in the last {YEAR} weeks."),
        (n, []) if new.iter().all(|person| person.early) => {
            let began = if n == 1 { "One person".into() } else { format!("{n} people") };
            format!("{began} began in the last {YEAR} weeks. It is too early to say how it goes.")
        }
        (n, []) => {
            let began = if n == 1 { "One person".into() } else { format!("{n} people") };
            format!("{began} began in the last {YEAR} weeks. The data does not show that anybody needs help.")
        }
        (_, ask) => format!(
            "Ask {} what would help: fewer deals won so far than chance and how people differ explain.",
            listed(ask, "and")
        ),
    }
}

/// What is to be known of the data.
pub(super) fn notes(found: &[RampPerson], experienced: Option<f64>, measure: RampMeasure, all: usize) -> Vec<String> {
    let mut notes = Vec::new();
    let seen = found.iter().filter(|person| !person.given).count() as u64;
    let count = |n: u64| if n == found.len() as u64 { "everybody".into() } else { people(n) };
    if seen > 0 {
        notes.push(format!(
            "For {}, weeks begin on the day of their first deal, as no first day was given.",
            count(seen)
        ));
    }
    let near = found.iter().filter(|person| person.perhaps_before).count() as u64;
    if near > 0 {
        notes.push(format!(
            "The first deals of {} lie in the first four weeks of the data; they may have been there before, so nobody is compared with them. Give their first day.",
            count(near)
        ));
    }
    if experienced.is_none() && !found.is_empty() {
        let without = found.iter().any(|person| person.target.is_none());
        if without {
            notes.push(
                "Too little is known of people more than half a year in to make a target of it; give quotas.".into(),
            );
        }
    }
    let unvalued: u64 = found.iter().map(|person| person.without_value).sum();
    if measure == RampMeasure::Value && unvalued > 0 {
        notes.push(format!(
            "{} won without a value that can be added up: not in the amounts.",
            counted(unvalued, "deal")
        ));
    }
    if all > found.len() {
        notes.push(format!("The {} who began last, of {all}.", found.len()));
    }
    notes
}

/// How long it took.
pub(super) fn target(people_: usize, reached: u64, median: Option<f64>, low: Option<f64>, high: Option<f64>) -> String {
    if people_ == 0 {
        return "Nobody has a target.".into();
    }
    let so_far = format!("{reached} of {} reached the target", people(people_ as u64));
    if people_ < CURVE {
        return format!("{so_far}; too few for a curve.");
    }
    let Some(median) = median else { return format!("{so_far}; more than half have not yet.") };
    let week = |week: Option<f64>| week.map(|week| grouped(week.round() as u64));
    let interval = match (week(low), week(high)) {
        (Some(low), Some(high)) => format!(" ({low} to {high})"),
        (Some(low), None) => format!(" ({low} or more)"),
        _ => String::new(),
    };
    format!("{so_far}; half of them within {} weeks{interval}.", grouped(median.round() as u64))
}
