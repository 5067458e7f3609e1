//! Which deals a figure is about. Every figure's link to its deals is one of these.

use std::collections::BTreeMap;

use model::{
    Outcome, Timestamp,
    tags::{self, TAGS},
};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::log::{Class, EventLog, Field, NONE, Steps, View};

/// Deals that meet all that is given; everything left out is no condition.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Selection {
    /// Field (`owner`, `team`, `product`, `account`) or attribute, with the values that will do. The empty text stands
    /// for deals that have none.
    #[serde(default)]
    pub fields: BTreeMap<String, Vec<String>>,
    /// Open, won, lost.
    #[serde(default)]
    pub outcome: Vec<Outcome>,
    /// The stage the deal is in, or was in when it closed.
    #[serde(default)]
    pub stage: Vec<String>,
    /// Created at this moment or later.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub created_from: Option<Timestamp>,
    /// Created before this moment.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub created_to: Option<Timestamp>,
    /// Closed at this moment or later.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub closed_from: Option<Timestamp>,
    /// Closed before this moment.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    pub closed_to: Option<Timestamp>,
    /// Has an event of this activity.
    #[serde(default)]
    pub visited: Option<String>,
    /// Went directly from the first activity to the second; among stages and closings only where both are such.
    #[serde(default)]
    pub moved: Option<(String, String)>,
    /// Went directly from the first activity to the second, with all activities counted.
    #[serde(default)]
    pub moved_directly: Option<(String, String)>,
    /// Activities that count as steps for `moved`, `moved_directly`, `starts` and `ends`, as on a map of these alone;
    /// all where empty.
    #[serde(default)]
    pub among: Vec<String>,
    /// Activities whose names differ in numbers only are one, called as the first of them.
    #[serde(default)]
    pub grouped: bool,
    /// The first step is this activity; among stages and closings only where it is such and `among` is empty.
    #[serde(default)]
    pub starts: Option<String>,
    /// The last step is this activity; as `starts`.
    #[serde(default)]
    pub ends: Option<String>,
    /// Came to this activity again after another one; stages and closings count among themselves.
    #[serde(default)]
    pub returned: Option<String>,
    /// Has exactly this sequence of activities.
    #[serde(default)]
    pub variant: Option<Vec<String>>,
    /// Has exactly this sequence of stages and closings, whatever else happened.
    #[serde(default)]
    pub stage_variant: Option<Vec<String>>,
    /// Text found in key, name, account or owner, whatever the case.
    #[serde(default)]
    pub text: Option<String>,
}

impl Selection {
    /// The deals that meet all conditions, in the order of the log.
    pub fn deals(&self, log: &EventLog) -> Vec<u32> {
        let filter = Filter::of(self, log);
        let all: Vec<u32> = log.all().collect();
        if *self == Self::default() {
            return all;
        }
        all.into_par_iter().with_min_len(1024).filter(|deal| filter.takes(*deal)).collect()
    }

    /// Those of some deals that meet all conditions, in their order.
    pub fn among(&self, log: &EventLog, deals: Vec<u32>) -> Vec<u32> {
        let filter = Filter::of(self, log);
        deals.into_par_iter().with_min_len(1024).filter(|deal| filter.takes(*deal)).collect()
    }
}

/// A selection with its texts turned into the log's numbers.
struct Filter<'a> {
    wanted: &'a Selection,
    log: &'a EventLog,
    fields: Vec<(Option<&'a Field>, FxHashSet<u32>)>,
    text: Option<String>,
    all: Steps<'a>,
    stages: Steps<'a>,
    among: Option<Steps<'a>>,
}

impl<'a> Filter<'a> {
    fn of(wanted: &'a Selection, log: &'a EventLog) -> Self {
        let fields = wanted.fields.iter().map(|(name, values)| codes(log, name, values)).collect();
        let text = wanted.text.as_ref().map(|t| t.trim().to_lowercase()).filter(|t| !t.is_empty());
        let all = || if wanted.grouped { Steps::of(log, View::All).grouped() } else { Steps::of(log, View::All) };
        let among = (!wanted.among.is_empty()).then(|| all().only(|name| wanted.among.iter().any(|a| a == name)));
        Self { wanted, log, fields, text, all: all(), stages: Steps::of(log, View::Stages), among }
    }

    fn takes(&self, deal: u32) -> bool {
        let (w, log) = (self.wanted, self.log);
        (w.outcome.is_empty() || w.outcome.contains(&log.outcome(deal)))
            && (w.stage.is_empty() || w.stage.iter().any(|s| log.stage(deal).unwrap_or_default() == s))
            && within(log.created(deal), w.created_from, w.created_to)
            && within(log.closed(deal), w.closed_from, w.closed_to)
            && self.fields.iter().all(|(field, codes)| codes.contains(&field.map_or(NONE, |f| f.code(deal))))
            && self.text.as_ref().is_none_or(|text| self.has_text(deal, text))
            && w.visited.as_ref().is_none_or(|name| self.visited(deal, name))
            && w.moved.as_ref().is_none_or(|(from, to)| moved(self.steps_for(from, to), deal, from, to))
            && w.moved_directly
                .as_ref()
                .is_none_or(|(from, to)| moved(self.among.as_ref().unwrap_or(&self.all), deal, from, to))
            && w.starts.as_ref().is_none_or(|name| self.first_or_last(deal, name, false))
            && w.ends.as_ref().is_none_or(|name| self.first_or_last(deal, name, true))
            && w.returned.as_ref().is_none_or(|name| self.returned(deal, name))
            && w.variant.as_ref().is_none_or(|path| is_variant(&self.all, deal, path))
            && w.stage_variant.as_ref().is_none_or(|path| is_variant(&self.stages, deal, path))
    }

    fn has_text(&self, deal: u32, text: &str) -> bool {
        let log = self.log;
        let parts = [Some(log.key(deal)), Some(log.name(deal)), log.account(deal), log.owner(deal)];
        parts.into_iter().flatten().any(|part| part.to_lowercase().contains(text))
    }

    fn visited(&self, deal: u32, name: &str) -> bool {
        self.all.of_deal(deal).any(|(step, _)| self.all.name(step) == name)
    }

    fn first_or_last(&self, deal: u32, name: &str, last: bool) -> bool {
        let steps = self.steps_for(name, name);
        let mut of_deal = steps.of_deal(deal);
        let step = if last { of_deal.last() } else { of_deal.next() };
        step.is_some_and(|(step, _)| steps.name(step) == name)
    }

    fn returned(&self, deal: u32, name: &str) -> bool {
        let Some(code) = self.all.code(name) else { return false };
        let steps = if self.all.class(code) == Class::Activity { &self.all } else { &self.stages };
        came_back(steps.of_deal(deal).map(|(step, _)| step), code)
    }

    /// Those asked for; else stages and closings where both names are such, else all.
    fn steps_for(&self, from: &str, to: &str) -> &Steps<'a> {
        if let Some(among) = &self.among {
            return among;
        }
        let is_stage = |name: &str| self.all.code(name).is_some_and(|c| self.all.class(c) != Class::Activity);
        if is_stage(from) && is_stage(to) { &self.stages } else { &self.all }
    }
}

/// True if the step comes again after another one.
pub(crate) fn came_back(steps: impl Iterator<Item = u32>, wanted: u32) -> bool {
    let after = steps.skip_while(|step| *step != wanted).skip_while(|step| *step == wanted);
    { after }.any(|step| step == wanted)
}

fn moved(steps: &Steps<'_>, deal: u32, from: &str, to: &str) -> bool {
    let (Some(from), Some(to)) = (steps.code(from), steps.code(to)) else { return false };
    let after = steps.of_deal(deal).skip(1);
    steps.of_deal(deal).zip(after).any(|(a, b)| a.0 == from && b.0 == to)
}

fn is_variant(steps: &Steps<'_>, deal: u32, path: &[String]) -> bool {
    steps.of_deal(deal).map(|(step, _)| steps.name(step)).eq(path.iter().map(String::as_str))
}

fn codes<'a>(log: &'a EventLog, name: &str, values: &[String]) -> (Option<&'a Field>, FxHashSet<u32>) {
    let field = log.deals.field(name);
    if name == TAGS {
        return (field, tagged(field, values));
    }
    let code = |value: &String| if value.is_empty() { Some(NONE) } else { field?.values.code(value) };
    (field, values.iter().filter_map(code).collect())
}

/// The texts that list one of these tags; the empty one stands for deals without tags.
fn tagged(field: Option<&Field>, values: &[String]) -> FxHashSet<u32> {
    let texts = field.into_iter().flat_map(|field| (0..).zip(field.values.iter()));
    let listed = texts.filter(|(_, text)| values.iter().any(|tag| !tag.is_empty() && tags::has(text, tag)));
    let none = values.iter().any(String::is_empty).then_some(NONE);
    listed.map(|(code, _)| code).chain(none).collect()
}

fn within(at: Option<Timestamp>, from: Option<Timestamp>, to: Option<Timestamp>) -> bool {
    let after = from.is_none_or(|from| at.is_some_and(|at| at >= from));
    after && to.is_none_or(|to| at.is_some_and(|at| at < to))
}
