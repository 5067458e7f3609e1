//! How a sequence does: counts, by step.

use serde::Serialize;
use utoipa::ToSchema;

use super::{EndReason, Enrolment, Sequence, StepOutcome};

/// How a sequence does.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, ToSchema)]
pub struct SequenceFigures {
    /// Who went through it or does.
    pub enrolled: u64,
    /// Of these, who is in it now.
    pub running: u64,
    /// Of these, who answered.
    pub replied: u64,
    /// Of these, with whom a meeting was agreed.
    pub meetings: u64,
    /// Of these, who does not want to be written to.
    pub unsubscribed: u64,
    /// By step, in order.
    pub steps: Vec<StepFigures>,
}

/// How a step does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, ToSchema)]
pub struct StepFigures {
    /// Its number, from 1.
    pub step: u64,
    /// For whom it was sent or done.
    pub done: u64,
    /// For whom it was left out.
    pub skipped: u64,
    /// Of those, whose answer came with this as the last step before it.
    pub replied: u64,
    /// The same of meetings.
    pub meetings: u64,
}

/// The figures of a sequence by its enrolments. What they ended with counts for the last step that reached them.
pub fn figures(sequence: &Sequence, enrolments: &[Enrolment]) -> SequenceFigures {
    let longest = enrolments.iter().flat_map(|e| &e.steps).map(|taken| taken.step).max().unwrap_or(0);
    let steps = longest.max(sequence.steps.len());
    let mut all = SequenceFigures {
        enrolled: enrolments.len() as u64,
        steps: (1..=steps as u64).map(|step| StepFigures { step, ..Default::default() }).collect(),
        ..Default::default()
    };
    for enrolment in enrolments {
        let (reply, meeting) =
            (enrolment.reason == Some(EndReason::Reply), enrolment.reason == Some(EndReason::Meeting));
        all.running += u64::from(enrolment.ended.is_none());
        all.replied += u64::from(reply);
        all.meetings += u64::from(meeting);
        all.unsubscribed += u64::from(enrolment.reason == Some(EndReason::Unsubscribed));
        let reached = enrolment.steps.iter().filter(|taken| taken.outcome != StepOutcome::Skipped);
        let last = reached.map(|taken| taken.step).max();
        for taken in &enrolment.steps {
            let Some(figures) = taken.step.checked_sub(1).and_then(|at| all.steps.get_mut(at)) else { continue };
            match taken.outcome {
                StepOutcome::Skipped => figures.skipped += 1,
                StepOutcome::Sent | StepOutcome::Done => figures.done += 1,
            }
            if last == Some(taken.step) {
                figures.replied += u64::from(reply);
                figures.meetings += u64::from(meeting);
            }
        }
    }
    all
}
