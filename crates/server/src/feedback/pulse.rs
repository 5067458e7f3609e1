//! The short survey: when it is asked, and what it says.

use insight::measure::pulse::{PulseChange, PulseFigures, changes, figures};
use model::{
    Timestamp,
    feedback::pulse::{Counts, LEAST, PulseSettings},
};
use serde::Serialize;
use store::PulseRound;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    permission::Role,
    problem::{Answer, Problem},
    state::App,
};

/// The kind of record that the settings are.
const SETTINGS: &str = "pulse";
/// The one record of this kind.
const THE_SETTINGS: Uuid = Uuid::from_u128(0x7075_6c73_6500_4000_8000_0000_0000_0001);

/// What is asked, with its version.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SavedPulse {
    /// Its version, for `If-Match`; 0 before the first change.
    pub version: i64,
    /// What is asked, and how often.
    pub settings: PulseSettings,
}

/// A question in one round.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PulsePoint {
    /// The round's number.
    pub round: i64,
    /// What was answered; none as long as fewer than three did.
    pub figures: Option<PulseFigures>,
    /// Against the round before in which the same was asked.
    pub change: Option<PulseChange>,
}

/// A question over the rounds: those in which it was asked in the same words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PulseSeries {
    /// The question.
    pub question: String,
    /// It is asked in the last round.
    pub current: bool,
    /// Its rounds, the first one first.
    pub points: Vec<PulsePoint>,
}

/// A round in short.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PulseRoundView {
    /// Counted from 1.
    pub no: i64,
    /// When it began.
    #[schema(value_type = String, format = "date-time")]
    pub opened: Timestamp,
    /// When it ended; none while it runs.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub closed: Option<Timestamp>,
    /// People asked.
    pub asked: u64,
    /// People who answered.
    pub answers: u64,
    /// Answers that are in the figures; never fewer than three are added at once.
    pub shown: u64,
    /// Free sentences; none as long as fewer than three answered.
    pub words: Vec<String>,
    /// It was made up, to show what it looks like.
    pub sample: bool,
}

/// What the survey says.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PulseResults {
    /// From so many answers on a round is shown.
    pub least: u64,
    /// Rounds, the first one first.
    pub rounds: Vec<PulseRoundView>,
    /// The questions, those of the last round first.
    pub series: Vec<PulseSeries>,
}

/// Whether somebody with this role is asked: who sells by the process.
pub fn is_asked(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Manager | Role::Rep)
}

fn is_shown(round: &PulseRound) -> bool {
    round.shown >= LEAST
}

impl App {
    /// What is asked, and how often.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn pulse(&self) -> Answer<SavedPulse> {
        let kept = self.store.records(SETTINGS).await?.into_iter().find(|record| record.id == THE_SETTINGS);
        let read = |record: store::Record| {
            let settings = serde_json::from_value(record.content).ok()?;
            Some(SavedPulse { version: record.version, settings })
        };
        Ok(kept.and_then(read).unwrap_or_else(|| SavedPulse { version: 0, settings: PulseSettings::default() }))
    }

    /// Keeps what is asked, and how often. Turned on, the first round begins; turned off, the one that runs ends.
    ///
    /// # Errors
    /// 412 if it is not at the version seen; 422 naming the field.
    pub async fn keep_pulse(&self, seen: i64, settings: PulseSettings, by: &str) -> Answer<SavedPulse> {
        let settings = settings.sound().map_err(|fault| Problem::field(fault.0, fault.1))?;
        let content = serde_json::to_value(&settings).map_err(Problem::internal)?;
        let now = self.now();
        let kept = self.store.keep_record(SETTINGS, THE_SETTINGS, seen, Some(content), Some(by), now).await?;
        if settings.on {
            self.advance_pulse().await?;
        } else {
            self.store.end_pulse_round(self.pulse_audience().await?, now).await?;
        }
        Ok(SavedPulse { version: kept.version, settings })
    }

    /// How many are asked.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn pulse_audience(&self) -> Answer<u64> {
        let users = self.store.users().await?;
        Ok(users.iter().filter(|user| !user.disabled && is_asked(Role::of_word(&user.role))).count() as u64)
    }

    /// Begins the next round if it is due.
    ///
    /// # Errors
    /// If the database cannot be read or written.
    pub async fn advance_pulse(&self) -> Answer<()> {
        let settings = self.pulse().await?.settings;
        if !settings.on {
            return Ok(());
        }
        let rounds = self.store.pulse_rounds().await?;
        let last = rounds.last();
        let running = last.is_some_and(|round| round.closed.is_none());
        let zone = self.work().await?.zone;
        let since = last.filter(|round| running || !round.sample).map(|round| round.opened);
        if settings.is_due(since, self.now(), &zone) {
            self.begin_pulse(last.map_or(0, |round| round.no), &settings).await?;
        }
        Ok(())
    }

    /// Begins a round after the one of this number; nothing where somebody else did.
    ///
    /// # Errors
    /// If the database cannot be written.
    pub async fn begin_pulse(&self, last: i64, settings: &PulseSettings) -> Answer<bool> {
        let asked = self.pulse_audience().await?;
        Ok(self.store.begin_pulse_round(last, &settings.questions, asked, self.now()).await?)
    }

    /// What the survey says.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn pulse_results(&self) -> Answer<PulseResults> {
        let rounds = self.store.pulse_rounds().await?;
        let sentences = self.store.pulse_words().await?;
        let audience = self.pulse_audience().await?;
        let view = |round: &PulseRound| {
            let own = sentences.iter().filter(|word| word.round == round.id && is_shown(round));
            PulseRoundView {
                no: round.no,
                opened: round.opened,
                closed: round.closed,
                asked: round.asked.unwrap_or(audience).max(round.answers),
                answers: round.answers,
                shown: if is_shown(round) { round.shown } else { 0 },
                words: own.map(|word| word.words.clone()).collect(),
                sample: round.sample,
            }
        };
        let views = rounds.iter().map(view).collect();
        Ok(PulseResults { least: LEAST, rounds: views, series: series(&rounds) })
    }
}

/// The questions over the rounds. Pure.
fn series(rounds: &[PulseRound]) -> Vec<PulseSeries> {
    let mut all: Vec<PulseSeries> = Vec::new();
    for (place, round) in rounds.iter().enumerate() {
        let counted = |round: &PulseRound, question: &String| -> Option<Counts> {
            let at = round.questions.iter().position(|other| other == question)?;
            round.counts.get(at).copied().filter(|_| is_shown(round))
        };
        let pairs: Vec<Option<(Counts, Counts)>> = round
            .questions
            .iter()
            .map(|question| {
                let before = rounds[..place].iter().rev().find_map(|earlier| counted(earlier, question))?;
                Some((counted(round, question)?, before))
            })
            .collect();
        for (question, change) in round.questions.iter().zip(changes(&pairs)) {
            let figures = counted(round, question).and_then(|counts| figures(&counts));
            let point = PulsePoint { round: round.no, figures, change };
            match all.iter_mut().find(|series| series.question == *question) {
                Some(series) => series.points.push(point),
                None => {
                    all.push(PulseSeries { question: question.clone(), current: false, points: vec![point] });
                }
            }
        }
    }
    if let Some(last) = rounds.last() {
        let place = |series: &PulseSeries| last.questions.iter().position(|question| *question == series.question);
        for series in &mut all {
            series.current = place(series).is_some();
        }
        all.sort_by_key(|series| place(series).unwrap_or(usize::MAX));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(no: i64, questions: &[&str], counts: Counts, shown: u64) -> PulseRound {
        PulseRound {
            id: Uuid::from_u128(u128::from(no.unsigned_abs())),
            no,
            opened: Timestamp::UNIX_EPOCH,
            closed: None,
            questions: questions.iter().map(|q| (*q).to_owned()).collect(),
            asked: None,
            answers: shown,
            shown,
            sample: false,
            counts: vec![counts; questions.len()],
        }
    }

    #[test]
    fn a_question_in_other_words_is_a_series_of_its_own() {
        let (few, many) = ([0, 0, 1, 1, 0], [0, 1, 2, 3, 0]);
        let rounds = [
            round(1, &["Old", "Same"], many, 6),
            round(2, &["New", "Same"], few, 2),
            round(3, &["New", "Same"], many, 6),
        ];
        let found = series(&rounds);
        let names: Vec<(&str, bool, usize)> =
            found.iter().map(|s| (s.question.as_str(), s.current, s.points.len())).collect();
        assert_eq!(names, [("New", true, 2), ("Same", true, 3), ("Old", false, 1)]);
        // too few answers are not shown, and the next round is held against the one before them
        assert!(found[1].points[1].figures.is_none());
        assert!(found[1].points[2].change.is_some());
        assert!(found[0].points[1].change.is_none(), "nothing to hold it against");
    }
}
