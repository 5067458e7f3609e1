//! Rules about the ways between stages.

use std::collections::BTreeSet;

use super::Lint;
use crate::process::{Process, StageKind};

impl Lint<'_> {
    pub(super) fn ways(&mut self) {
        let process = self.process;
        self.endings();
        for (i, stage) in process.stages.iter().enumerate() {
            for (j, to) in stage.moves.iter().enumerate() {
                self.refer(
                    to,
                    "stage",
                    process.stages.iter().map(|s| s.id.as_str()),
                    format!("stages[{i}].moves[{j}]"),
                );
            }
        }
        let ways: Vec<BTreeSet<usize>> = (0..process.stages.len()).map(|i| ways_from(process, i)).collect();
        let first = process.stages.iter().position(|s| s.kind == StageKind::Open).unwrap_or(0);
        let reached = reach(&ways, first);
        for (i, stage) in process.stages.iter().enumerate() {
            let path = format!("stages[{i}]");
            if !reached.contains(&i) {
                let message = format!(
                    "no way leads to `{}` from `{}`; name it in the `moves` of the stage before it, or remove it",
                    stage.id, process.stages[first].id
                );
                self.note("P116", &path, message);
            }
            if !matches!(stage.kind, StageKind::Open | StageKind::Nurturing) {
                continue;
            }
            let ends = |place: &usize| matches!(process.stages[*place].kind, StageKind::Won | StageKind::Lost);
            if ways[i].iter().all(|to| *to == i) {
                let message = format!(
                    "no move leads out of `{}`; name one in its `moves`, or add a stage of kind \"won\" after it",
                    stage.id
                );
                self.note("P117", &path, message);
            } else if !reach(&ways, i).iter().any(ends) {
                let message = format!(
                    "from `{}` deals only go round in circles and are never won nor lost; allow a move that ends it",
                    stage.id
                );
                self.note("P118", &path, message);
            }
        }
        self.handovers();
    }

    fn endings(&mut self) {
        let process = self.process;
        if process.first(StageKind::Won).is_none() {
            self.note("P109", "", "no stage says what winning is; give one `kind = \"won\"`");
        } else if process.first(StageKind::AfterSale).is_none() {
            let message = "the process ends with the signature; add a stage of kind \"after-sale\" for onboarding, so that \
                           renewals and referrals come from somewhere";
            self.note("P138", "", message);
        }
        if process.first(StageKind::Lost).is_none() {
            self.note("P110", "", "no stage says what losing is; give one `kind = \"lost\"`");
        }
    }

    fn handovers(&mut self) {
        let process = self.process;
        for (i, stage) in process.stages.iter().enumerate() {
            if stage.handover.as_ref().is_some_and(|handover| handover.to.trim().is_empty()) {
                let message =
                    format!("`{}` hands the deal over to nobody; name the role: `to = \"account manager\"`", stage.id);
                self.note("P137", format!("stages[{i}].handover"), message);
            }
        }
        let after = process.stages.iter().position(|s| s.kind == StageKind::AfterSale);
        if let Some(after) = after.filter(|_| process.stages.iter().all(|s| s.handover.is_none())) {
            let message = "a stage after the sale has begun and nobody is handed the customer; give the last stage before \
                           it `handover = { to = \"account manager\" }`";
            self.note("P137", format!("stages[{after}]"), message);
        }
    }

    /// Notes a reference to something that is not there.
    pub(super) fn refer<'s>(&mut self, to: &str, what: &str, known: impl Iterator<Item = &'s str>, path: String) {
        self.refer_by("P139", to, what, known, path);
    }

    /// The same by another rule.
    pub(super) fn refer_by<'s>(
        &mut self,
        rule: &str,
        to: &str,
        what: &str,
        known: impl Iterator<Item = &'s str>,
        path: String,
    ) {
        let known: Vec<&str> = known.collect();
        if known.contains(&to) {
            return;
        }
        let far = |id: &&str| strsim::damerau_levenshtein(id, to);
        let near = known.iter().copied().min_by_key(far).filter(|id| far(id) <= 2.max(id.len() / 4));
        let remedy = match (near, known.as_slice()) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, []) => "there are none yet".into(),
            (None, known) => format!("known: {}", known.join(", ")),
        };
        self.note(rule, path, format!("there is no {what} `{to}`; {remedy}"));
    }
}

/// The places that a deal can go to from a stage.
fn ways_from(process: &Process, from: usize) -> BTreeSet<usize> {
    let stage = &process.stages[from];
    let to = process.stages.iter().enumerate().filter(|(place, to)| {
        if !stage.moves.is_empty() {
            return stage.allows(&to.id);
        }
        let working = matches!(to.kind, StageKind::Open | StageKind::Won | StageKind::Lost | StageKind::Nurturing);
        match stage.kind {
            StageKind::Open | StageKind::Nurturing => *place != from && working,
            StageKind::Won | StageKind::AfterSale => *place > from && to.kind == StageKind::AfterSale,
            StageKind::Lost => false,
        }
    });
    to.map(|(place, _)| place).collect()
}

/// All places that can be reached, the first one included.
fn reach(ways: &[BTreeSet<usize>], from: usize) -> BTreeSet<usize> {
    let (mut reached, mut next) = (BTreeSet::from([from]), vec![from]);
    while let Some(place) = next.pop() {
        for to in &ways[place] {
            if reached.insert(*to) {
                next.push(*to);
            }
        }
    }
    reached
}
