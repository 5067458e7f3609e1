//! Looks at targets when a step of theirs is over, and tells who is to be told.
//!
//! What a step came to is worked out once, when the data has reached its end; again only once a day, while deals of it are
//! undecided. What was judged rings no more, whatever comes late. Marks keep how far each target was looked at, and the keys
//! of notices keep anybody from being told twice should the program end in between.

use std::collections::BTreeMap;

use insight::measure::target::{Change, History, Place, last_end};
use model::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{Kept, KeptTarget, change_id, kind_of};
use crate::{
    live::News,
    notify::{
        NoticeKind,
        following::{Watch, show},
    },
    problem::{Answer, Problem},
    state::App,
    work::Work,
};

/// The setting that holds how far targets were looked at.
const MARKS: &str = "targets.marks";

/// How far a target was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Mark {
    /// End of the last step that was over.
    looked: Timestamp,
    /// End of the last step that could be judged.
    judged: Timestamp,
    /// The day on which it was looked at, while steps wait to be judged.
    #[serde(default)]
    waits: Option<String>,
}

/// The end of the last step that is over, if something is to be looked at.
fn due(kept: &Kept, mark: Option<&Mark>, reach: Timestamp, (work, day): (&Work, &str)) -> Option<Timestamp> {
    let end = last_end(reach, kept.target.step, &work.zone)?;
    let is_new = mark.is_none_or(|mark| mark.looked < end);
    let waits = mark.and_then(|mark| mark.waits.as_deref()).is_some_and(|looked| looked != day);
    (end > kept.since && (is_new || waits)).then_some(end)
}

/// Looks at the targets of which a step is over, and tells of the last thing that became of each.
///
/// # Errors
/// If the database cannot be read or written.
pub async fn look(app: &App) -> Answer<()> {
    let targets = app.targets().await?;
    if targets.is_empty() {
        return Ok(());
    }
    let (work, now) = (app.work().await?, app.now());
    let day = work.day(now).to_string();
    let kept = app.store.setting(MARKS).await?;
    let mut marks: BTreeMap<Uuid, Mark> = kept.and_then(|kept| serde_json::from_value(kept).ok()).unwrap_or_default();
    let is_due = |line: &&KeptTarget, reach| due(&line.kept, marks.get(&line.id), reach, (&work, &day));
    // the data never reaches further than now: mostly nothing is to be done, and the log is left alone
    if targets.iter().all(|line| is_due(&line, now).is_none()) {
        return Ok(());
    }
    // the log is being built: another time
    let Ok(Some(reach)) = app.reach().await else { return Ok(()) };
    let all: Vec<(&KeptTarget, Timestamp)> =
        targets.iter().filter_map(|line| Some((line, is_due(&line, reach)?))).collect();
    if all.is_empty() {
        return Ok(());
    }
    let watch = Watch::load(app).await?;
    for (line, end) in all {
        let (_, found) = app.kept_history(&line.kept, Some(reach)).await?;
        let told = marks.get(&line.id).map_or(line.kept.since, |mark| mark.judged.max(line.kept.since));
        if let Some(change) = found.changes.iter().rfind(|change| change.to > told) {
            tell(app, &watch, line, &found, change).await?;
        }
        marks.insert(line.id, mark(&found, told, end, &day));
    }
    marks.retain(|id, _| targets.iter().any(|line| line.id == *id));
    let marks = serde_json::to_value(&marks).map_err(Problem::internal)?;
    Ok(app.store.set_setting(MARKS, marks).await?)
}

fn mark(found: &History, told: Timestamp, end: Timestamp, day: &str) -> Mark {
    let judged = found.steps.iter().rfind(|step| step.place.is_judged()).map(|step| step.to);
    let waits = found.steps.iter().any(|step| step.place == Place::Waiting && step.to > told);
    Mark { looked: end, judged: judged.map_or(told, |judged| judged.max(told)), waits: waits.then(|| day.to_owned()) }
}

async fn tell(app: &App, watch: &Watch, line: &KeptTarget, found: &History, change: &Change) -> Answer<()> {
    let target = &line.kept.target;
    let (kind, id, now) = (kind_of(change.became), change_id(line.id, change), app.now());
    let became = if kind == NoticeKind::TargetLeft { "has left its band" } else { "is back in its band" };
    let says = format!("“{}” {became}: {}", target.name, change.says);
    let mut told = false;
    for person in target.people.iter().flatten().filter(|person| watch.knows(**person)) {
        told |= show(app, *person, (kind, &says), (id, now), None).await?;
    }
    if told {
        app.live.tell(News::Notices);
    }
    if !target.webhooks {
        return Ok(());
    }
    let step = found.steps.iter().find(|step| step.from == change.from);
    let more = json!({ "target": {
        "id": line.id, "name": target.name, "metric": target.metric, "unit": found.unit, "currency": found.currency,
        "from": change.from, "to": change.to, "value": step.and_then(|step| step.figure.value),
        "low": step.and_then(|step| step.low), "high": step.and_then(|step| step.high),
    } });
    watch.deliver(app, (kind, &says), (id, now), &more).await
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;

    use super::*;
    use crate::work::WorkSettings;

    fn at(day: &str) -> Timestamp {
        format!("{day}T10:00:00Z").parse().unwrap()
    }

    fn mark_of(looked: &str, waits: Option<&str>) -> Mark {
        Mark { looked: at(looked), judged: at(looked), waits: waits.map(str::to_owned) }
    }

    // 2 March 2026 is a Monday
    #[rstest]
    #[case::no_week_is_over_since_it_was_made("2026-03-03", None, "2026-03-08", false)]
    #[case::a_week_is_over("2026-03-03", None, "2026-03-09", true)]
    #[case::it_was_looked_at("2026-03-03", Some(mark_of("2026-03-09", None)), "2026-03-12", false)]
    #[case::the_next_one_is_over("2026-03-03", Some(mark_of("2026-03-09", None)), "2026-03-17", true)]
    #[case::one_waits_and_was_looked_at_today(
        "2026-03-03",
        Some(mark_of("2026-03-09", Some("2026-03-12"))),
        "2026-03-12",
        false
    )]
    #[case::one_waits_since_yesterday(
        "2026-03-03",
        Some(mark_of("2026-03-09", Some("2026-03-11"))),
        "2026-03-12",
        true
    )]
    #[case::changed_since("2026-03-11", Some(mark_of("2026-03-02", None)), "2026-03-12", false)]
    fn when_it_is_looked_at(
        #[case] since: &str,
        #[case] mark: Option<Mark>,
        #[case] today: &str,
        #[case] expected: bool,
    ) {
        let target = serde_json::json!({ "name": "T", "metric": "m", "step": "week", "band": { "natural": {} } });
        let kept = Kept { target: serde_json::from_value(target).unwrap(), since: at(since), currency: String::new() };
        let work = WorkSettings::default().read().unwrap();
        assert_eq!(due(&kept, mark.as_ref(), at(today), (&work, today)).is_some(), expected);
    }
}
