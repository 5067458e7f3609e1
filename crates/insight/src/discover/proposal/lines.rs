//! The lines that the data puts into a stage: tasks, exit criteria, content. Each carries its evidence.

use model::{
    Side,
    language::Language,
    process::{Criterion, EventTest, Need, Predicate, Process, Stage, Task, slug},
};

use super::{
    acts::{Act, Acts, StageActs, Tally},
    days, plain,
};
use crate::{
    define::{Among, Parting, adjust, free},
    discover::{
        drivers::WonLost,
        sentence::{LITTLE, capital, grouped, percent},
    },
    stats::quantile::quantile,
};

/// Of each kind of line a stage gets at most so many from the data.
const MOST: usize = 4;
/// Wishes that do not part won from lost deals, of a stage, at most.
const USUAL: usize = 2;
/// A task is what at least this share of the won deals did in the stage.
const MOST_DID: f64 = 0.5;
/// Content is named if at least this share of the won deals saw it in the stage.
const SOME_SAW: f64 = 0.1;
/// An act belongs to a stage in which at least this share of the deals did it for the first time.
const AT_HOME: f64 = 0.25;

/// What reps did there in most won deals, the most common first.
pub(super) fn tasks(acts: &Acts, stage: &StageActs) -> Vec<Task> {
    let won = stage.deals.won;
    if won < LITTLE {
        return Vec::new();
    }
    let is_task = |(act, tally): &(&Act, &Tally)| {
        act.side != Side::Prospect && act.content.is_none() && tally.done.won as f64 >= won as f64 * MOST_DID
    };
    let mut found: Vec<(&Act, &Tally)> = acts.acts.iter().zip(&stage.tallies).filter(is_task).collect();
    found.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.done.won));
    found.truncate(MOST);
    found.into_iter().map(|(act, tally)| task(act, tally, won)).collect()
}

fn task(act: &Act, tally: &Tally, won: u64) -> Task {
    let mut after = tally.after.clone();
    after.sort_unstable_by(f64::total_cmp);
    let by = quantile(&after, 0.75).filter(|days| *days >= 0.0);
    let share = tally.done.won as f64 / won as f64;
    let often = tally.times as f64 / tally.done.won.max(1) as f64;
    let repeated = if often >= 1.5 { format!(", {} times each on average", plain(often)) } else { String::new() };
    let first = by.map_or_else(String::new, |by| format!(" Three in four had done it within {}.", days(by)));
    Task {
        id: slug(&format!("{} {}", act.wanted(), act.tag.as_deref().unwrap_or_default())),
        name: act.touchpoint().map_or_else(|| act.name.clone(), |t| with_tag(t.task, act)),
        owner: "rep".into(),
        due_days: by.map(super::target),
        evidence: format!(
            "{} of {} won deals ({}) did this here{repeated}.{first}",
            grouped(tally.done.won),
            grouped(won),
            percent(share)
        ),
        ..Task::default()
    }
}

/// `Give a demonstration (pilot)`; nothing more where the words say it already.
fn with_tag(words: &str, act: &Act) -> String {
    match &act.tag {
        Some(tag) if !words.to_lowercase().contains(&tag.to_lowercase()) => format!("{words} ({tag})"),
        _ => words.to_owned(),
    }
}

/// An act of the prospect in a stage, and how it goes along with winning.
struct Candidate<'a> {
    stage: usize,
    act: &'a Act,
    parting: Parting,
}

/// The exit criteria of one stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Criteria {
    /// The ones that part won from lost deals best first; after them, as wishes, what most won deals had anyway.
    pub criteria: Vec<Criterion>,
    /// How many of them the data supports.
    pub supported: usize,
}

/// For each stage its exit criteria.
///
/// Deals are compared at the same point: those that moved on from the stage, with the act by then against without.
/// Where hardly a deal was lost later, as in the last stage, all that left the stage are compared.
pub(super) fn criteria(acts: &Acts) -> Vec<Criteria> {
    let mut all: Vec<Candidate<'_>> = Vec::new();
    for (stage, found) in acts.stages.iter().enumerate() {
        for (place, (act, tally)) in acts.acts.iter().zip(&found.tallies).enumerate() {
            let at_home = tally.first as f64 >= acts.firsts(place) as f64 * AT_HOME && tally.first > 0;
            if act.side == Side::Prospect && at_home {
                all.extend(candidate(stage, act, tally, found));
            }
        }
    }
    adjust(all.iter_mut().map(|c| &mut c.parting));
    let looked_at = all.len();
    all.sort_by(|a, b| b.parting.gain.1.total_cmp(&a.parting.gain.1));
    let of_stage = |stage: usize| {
        let here = || all.iter().filter(move |c| c.stage == stage);
        let mut criteria: Vec<Criterion> =
            here().filter(|c| c.parting.is_supported()).take(MOST).map(|c| c.criterion(looked_at)).collect();
        let supported = criteria.len();
        let usual = here().filter(|c| !c.parting.is_supported() && c.parting.is_usual()).take(USUAL);
        criteria.extend(usual.map(|c| c.criterion(looked_at)));
        Criteria { criteria, supported }
    };
    (0..acts.stages.len()).map(of_stage).collect()
}

fn candidate<'a>(stage: usize, act: &'a Act, tally: &Tally, found: &StageActs) -> Option<Candidate<'a>> {
    let among = if found.onward.lost < LITTLE / 2 { Among::Left } else { Among::MovedOn };
    let (had, all) = match among {
        Among::Left => (tally.had, found.left),
        Among::MovedOn => (tally.had_onward, found.onward),
    };
    let not = WonLost { won: all.won - had.won, lost: all.lost - had.lost };
    Some(Candidate { stage, act, parting: Parting::of(had, not, among, LITTLE / 2)? })
}

impl Candidate<'_> {
    fn criterion(&self, looked_at: usize) -> Criterion {
        let act = self.act;
        let test = EventTest {
            kind: act.wanted().to_owned(),
            tag: act.tag.clone(),
            by: Some(Side::Prospect),
            ..EventTest::default()
        };
        let test = Predicate::Event(test);
        Criterion {
            id: slug(&format!("{} {}", act.wanted(), act.tag.as_deref().unwrap_or_default())),
            says: model::process::says(&test, Language::En),
            required: self.parting.is_needed(),
            evidence: self.parting.evidence(looked_at),
            test,
        }
    }
}

/// Content that was shared or looked at there, the most common first.
pub(super) fn content(acts: &Acts, stage: &StageActs) -> Vec<Need> {
    let won = stage.deals.won;
    if won < LITTLE {
        return Vec::new();
    }
    let mut found: Vec<(&str, Side, WonLost)> = Vec::new();
    for (act, tally) in acts.acts.iter().zip(&stage.tallies) {
        let Some(content) = act.content.as_deref() else { continue };
        if tally.done.won as f64 >= won as f64 * SOME_SAW {
            found.push((content, act.side, tally.done));
        }
    }
    found.sort_by_key(|(_, _, done)| std::cmp::Reverse(done.won));
    let mut needs: Vec<Need> = Vec::new();
    for (content, side, done) in found {
        let how = if side == Side::Prospect { "looked at" } else { "shared" };
        let said = format!(
            "{} here in {} of {} won and {} of {} lost deals.",
            if needs.iter().any(|n| n.id == slug(content)) { how.to_owned() } else { capital(how) },
            grouped(done.won),
            grouped(won),
            grouped(done.lost),
            grouped(stage.deals.lost)
        );
        match needs.iter_mut().find(|n| n.id == slug(content)) {
            Some(need) => need.evidence = format!("{}; {said}", need.evidence.trim_end_matches('.')),
            None => needs.push(Need {
                id: slug(content),
                name: capital(&content.replace('-', " ")),
                evidence: said,
                ..Need::default()
            }),
        }
    }
    needs.truncate(MOST);
    needs
}

/// Puts the lines of the data before those of the template. A criterion that the template has already keeps the
/// template's words and takes the evidence.
pub(super) fn put(stage: &mut Stage, tasks: Vec<Task>, criteria: Vec<Criterion>, content: Vec<Need>) {
    let mut own: Vec<Task> = Vec::new();
    for task in tasks {
        own.push(Task { id: free(&task.id, own.iter().chain(&stage.tasks).map(|t| t.id.as_str())), ..task });
    }
    stage.tasks.splice(0..0, own);
    let mut first: Vec<Criterion> = Vec::new();
    for criterion in criteria {
        match stage.exit.iter().position(|c| c.test == criterion.test) {
            Some(place) => {
                let known = stage.exit.remove(place);
                first.push(Criterion { id: known.id, says: known.says, ..criterion });
            }
            None => {
                let id = free(&criterion.id, first.iter().chain(&stage.exit).map(|c| c.id.as_str()));
                first.push(Criterion { id, ..criterion });
            }
        }
    }
    stage.exit.splice(0..0, first);
    stage.content.extend(content);
}

/// Says of the lines that came with the template that they did.
pub(super) fn name_the_template(process: &mut Process) {
    for task in process.stages.iter_mut().flat_map(|s| &mut s.tasks).filter(|t| t.evidence.is_empty()) {
        task.evidence = "From the default template; your data does not tell this task.".into();
    }
}
