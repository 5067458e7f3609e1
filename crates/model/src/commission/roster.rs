//! Who goes by which plan on which day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Assignment, Input, Plan};

/// A plan that someone goes by, and the target they have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    /// Its place among the plans.
    pub(super) plan: usize,
    pub(super) target_minor: Option<i64>,
}

/// Days on which someone goes by a version of a plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub(super) held: Held,
    pub(super) from: Date,
    pub(super) until: Option<Date>,
}

/// The assignments of each person, in order of their days.
pub(super) struct Roster<'i>(BTreeMap<&'i str, Vec<Stretch>>);

impl<'i> Roster<'i> {
    pub(super) fn of(input: &'i Input) -> Self {
        let mut assigned: BTreeMap<&str, Vec<&Assignment>> = BTreeMap::new();
        for assignment in &input.assignments {
            assigned.entry(&assignment.person).or_default().push(assignment);
        }
        Self(assigned.into_iter().map(|(person, assigned)| (person, stretches(&input.plans, assigned))).collect())
    }

    pub(super) fn stretches(&self) -> impl Iterator<Item = (&'i str, Stretch)> {
        self.0.iter().flat_map(|(person, stretches)| stretches.iter().map(|stretch| (*person, *stretch)))
    }

    /// What someone goes by on a day.
    pub(super) fn on(&self, person: &str, day: Date) -> Option<Held> {
        self.until(person, day).find(|stretch| stretch.until.is_none_or(|until| day <= until)).map(|found| found.held)
    }

    /// What someone goes by on a day, or went by last before it, among the plans in a currency.
    pub(super) fn last(&self, plans: &[Plan], person: &str, day: Date, currency: &str) -> Option<usize> {
        let plan = |stretch: &Stretch| stretch.held.plan;
        self.until(person, day).map(plan).find(|plan| plans[*plan].currency == currency)
    }

    /// The first day on which someone goes by a version of a plan.
    pub(super) fn since(&self, person: &str, plan: usize) -> Option<Date> {
        self.0.get(person)?.iter().find(|stretch| stretch.held.plan == plan).map(|stretch| stretch.from)
    }

    /// The stretches that have begun by a day, the last first.
    fn until(&self, person: &str, day: Date) -> impl Iterator<Item = &Stretch> {
        let stretches = self.0.get(person).map_or(&[][..], Vec::as_slice);
        stretches[..stretches.partition_point(|stretch| stretch.from <= day)].iter().rev()
    }
}

/// One person's: each assignment lasts until the next, and is cut by the days of the plan's versions.
fn stretches(plans: &[Plan], mut assigned: Vec<&Assignment>) -> Vec<Stretch> {
    assigned.sort_by_key(|assignment| assignment.from);
    let next = assigned.iter().skip(1).map(|next| next.from.yesterday().ok()).chain([None]);
    let mut stretches = Vec::new();
    for (assignment, before_next) in assigned.iter().zip(next) {
        let until = earlier(assignment.until, before_next);
        let versions = plans.iter().enumerate().filter(|(_, plan)| plan.id == assignment.plan);
        stretches.extend(versions.filter_map(|(at, plan)| {
            let (from, until) = (assignment.from.max(plan.from), earlier(until, plan.until));
            let held = Held { plan: at, target_minor: assignment.target_minor.or(plan.target_minor) };
            until.is_none_or(|until| from <= until).then_some(Stretch { held, from, until })
        }));
    }
    stretches.sort_by_key(|stretch| stretch.from);
    stretches
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
