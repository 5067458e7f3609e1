//! What is found beyond the counts, each as its own page shows it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Bottlenecks, Drivers, FirstAndLast, Opinion, Touchpoints, WorkBackward, bottlenecks, drivers,
    drivers::Certainty,
    first_and_last,
    sentence::{LITTLE, grouped},
    touchpoints, work_backward,
};
use crate::{log::EventLog, select::Selection};

/// How deals are won: none of it is there where only the counts were asked for.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Findings {
    /// The usual time to close and the steps of the deals that took it, counted back from the close.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_backward: Option<WorkBackward>,
    /// What goes with winning and with losing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drivers: Option<Drivers>,
    /// The first thing done to connect, the last one before winning, the first one after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_and_last: Option<FirstAndLast>,
    /// Touchpoints by stage, channel and side; answers; moves without an act of the prospect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoints: Option<Touchpoints>,
    /// Stages whose waiting time costs most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bottlenecks: Option<Bottlenecks>,
}

/// All of it for the deals of the selection.
pub fn findings(log: &EventLog, selection: &Selection) -> Findings {
    let ((back, costs), (made, (ends, touches))) = rayon::join(
        || rayon::join(|| work_backward(log, selection, None), || bottlenecks(log, selection)),
        || {
            rayon::join(
                || drivers(log, selection),
                || rayon::join(|| first_and_last(log, selection), || touchpoints(log, selection)),
            )
        },
    );
    Findings {
        work_backward: Some(back),
        drivers: Some(made),
        first_and_last: Some(ends),
        touchpoints: Some(touches),
        bottlenecks: Some(costs),
    }
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What it is about.
    pub about: &'static str,
    /// What there is to say, the weightiest first.
    pub sentences: Vec<String>,
}

/// Associations told at most.
const TOLD: usize = 5;

impl Findings {
    /// What was found in plain words, with what cannot be told yet.
    pub fn in_words(&self) -> Vec<Told> {
        if self.drivers.as_ref().is_some_and(|d| d.closed == 0) {
            let sentences = vec!["We can't tell yet: no deal is known to be won or lost.".into()];
            return vec![Told { about: "How deals are won", sentences }];
        }
        let touches = self.touchpoints.as_ref();
        let sided = touches.filter(|t| t.by_prospect + t.by_rep > 0);
        let ends = self.first_and_last.as_ref().filter(|f| f.touches > 0);
        let told = [
            ("Time to close", self.work_backward.as_ref().map(time_to_close)),
            ("Where the time goes", self.bottlenecks.as_ref().map(|b| vec![b.sentence.clone()])),
            ("What goes with winning", self.drivers.as_ref().map(associations)),
            ("First and last", ends.map(|f| vec![f.sentence.clone()])),
            ("Touchpoints", touches.filter(|t| t.touches == 0).or(sided).map(|t| vec![t.sentence.clone()])),
            ("Moved on opinion", sided.map(on_opinion)),
        ];
        let some = told.into_iter().filter_map(|(about, sentences)| Some(Told { about, sentences: sentences? }));
        some.filter(|t| t.sentences.iter().any(|s| !s.is_empty())).collect()
    }
}

fn time_to_close(found: &WorkBackward) -> Vec<String> {
    let about_time = found.notes.iter().take(1).filter(|_| found.touchpoints || found.notes.len() > 1);
    std::iter::once(&found.sentence).chain(about_time).cloned().collect()
}

/// The supported ones, then hints.
fn associations(found: &Drivers) -> Vec<String> {
    let of = |certainty| found.drivers.iter().filter(move |d| d.certainty == certainty);
    let told = of(Certainty::Supported).chain(of(Certainty::Hint)).take(TOLD).map(|d| d.sentence.clone());
    let lesson = found.lesson.iter().map(|l| l.sentence.clone());
    std::iter::once(found.sentence.clone()).chain(told).chain(lesson).collect()
}

fn on_opinion(found: &Touchpoints) -> Vec<String> {
    if found.by_prospect == 0 {
        return vec!["We can't tell: the data names no act of the prospect.".into()];
    }
    let moved = found.opinion.iter().filter(|o| o.opinion);
    let say = |o: &Opinion| {
        let (count, of) = (grouped(o.without.count), grouped(o.without.of));
        format!("{}: {count} of {of} moves on came without an act of the prospect in it.", o.stage)
    };
    let said: Vec<String> = moved.map(say).collect();
    match said.is_empty() {
        false => said,
        true if found.opinion.iter().all(|o| o.without.of < LITTLE) => {
            vec!["We can't tell yet: too few moves on from any stage.".into()]
        }
        true => {
            vec!["No stage of which the data supports that most moves on came without an act of the prospect.".into()]
        }
    }
}
