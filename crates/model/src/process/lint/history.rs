//! Rules about how the process fits what happened.

use super::Lint;
use crate::{
    process::{CriterionObserved, Observed, Predicate, Quartiles, Stage, StageKind, StageObserved, same_word},
    touchpoint::is_kind,
};

/// Times from which a share says something about a stage.
const ENOUGH: u64 = 20;
/// Share of moves without any act of the prospect from which a stage is left on perception: more often so than not.
const PERCEPTION: f64 = 0.5;
/// A target is far above history from so many times the upper quartile.
const FAR_ABOVE: f64 = 2.0;

impl Lint<'_> {
    pub(super) fn history(&mut self, observed: &Observed) {
        let process = self.process;
        for (i, stage) in process.stages.iter().enumerate() {
            let path = format!("stages[{i}]");
            if let Some(seen) = observed.stages.iter().find(|s| s.stage == stage.id) {
                self.perception(stage, seen, &path);
                if let Some((target, days)) = stage.target_days.zip(seen.won_days) {
                    self.target(target, days, &path);
                }
            }
            for (j, criterion) in stage.exit.iter().enumerate() {
                let of = |seen: &&CriterionObserved| seen.stage == stage.id && seen.criterion == criterion.id;
                if let Some(seen) = observed.criteria.iter().find(of) {
                    self.met(seen, &format!("{path}.exit[{j}]"));
                }
            }
        }
        if observed.kinds.is_empty() {
            let message = "the data has no touchpoints, so no criterion can be tested on history; import activities, \
                           mailboxes or calendars";
            return self.note("P123", "", message);
        }
        for (path, test) in self.tests() {
            test.each(&mut |test| {
                if let Some(what) = undelivered(test, observed) {
                    let message = format!(
                        "no source has delivered {what} so far; unless somebody logs it by hand, this is never met"
                    );
                    self.note("P123", path.clone(), message);
                }
            });
        }
    }

    fn perception(&mut self, stage: &Stage, seen: &StageObserved, path: &str) {
        let share = seen.without_prospect as f64 / seen.moved_on.max(1) as f64;
        if stage.kind != StageKind::Open || seen.moved_on < ENOUGH || share < PERCEPTION {
            return;
        }
        let message = format!(
            "{} of {} times ({:.0} %) a deal moved on from `{}` without any act of the prospect there: it is left on \
             our own perception. Require an act of theirs",
            seen.without_prospect,
            seen.moved_on,
            100.0 * share,
            stage.id
        );
        self.note("P140", path, message);
    }

    fn target(&mut self, target: f64, days: Quartiles, path: &str) {
        if days.n < ENOUGH {
            return;
        }
        let history = format!(
            "the {} deals won took {:.1} (median; quartiles {:.1}–{:.1})",
            days.n, days.median, days.q25, days.q75
        );
        let message = if target < days.q25 {
            format!("a target of {target} days is missed by three in four: {history}; most deals would be called late")
        } else if target > FAR_ABOVE * days.q75 {
            format!("a target of {target} days never warns: {history}")
        } else {
            return;
        };
        self.note("P128", format!("{path}.target_days"), message);
    }

    fn met(&mut self, seen: &CriterionObserved, path: &str) {
        if seen.of < ENOUGH {
            return;
        }
        if seen.met == 0 {
            let message = format!(
                "none of {} closed deals had met `{}` when they moved on; ask for what buyers do, or see that it is \
                 recorded",
                seen.of, seen.criterion
            );
            self.note("P120", path, message);
        } else if seen.met == seen.of {
            let message = format!(
                "all {} closed deals had met `{}` when they moved on, so it parts nothing; ask for more, or drop it",
                seen.of, seen.criterion
            );
            self.note("P121", path, message);
        }
    }
}

/// What a plain predicate asks for and no source delivers.
fn undelivered(test: &Predicate, observed: &Observed) -> Option<String> {
    let kind = |wanted: &str| observed.kinds.iter().any(|k| is_kind(wanted, k, k));
    let word = |wanted: &str| observed.words.iter().any(|w| same_word(w, wanted));
    let field = |wanted: &str| observed.fields.iter().any(|f| same_word(f, wanted));
    match test {
        Predicate::Event(event) if !kind(&event.kind) => Some(format!("events of the kind `{}`", event.kind)),
        Predicate::Event(event) => {
            event.tag.as_ref().filter(|tag| !word(tag)).map(|tag| format!("events with the tag `{tag}`"))
        }
        Predicate::Person(person) if !word(&person.role) && !field(&person.role) => {
            Some(format!("people with the role `{}`", person.role))
        }
        Predicate::Content(content) if !word(&content.kind) => Some(format!("content of the kind `{}`", content.kind)),
        Predicate::Field(wanted) if !field(&wanted.name) => Some(format!("the field `{}`", wanted.name)),
        Predicate::Quote(state) if !kind(&format!("quote.{}", state.state)) => {
            Some(format!("quotes that were {}", state.state))
        }
        Predicate::Approval(state) if !kind(&format!("approval.{}", state.state)) => {
            Some(format!("approvals that were {}", state.state))
        }
        _ => None,
    }
}
