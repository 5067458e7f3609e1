//! What a file's rows are and what its columns mean, by names and by content.

use crate::{
    dialect::bare_stage,
    join,
    names::{self, Names},
    plan::{ColumnPlan, FileRole, Meaning},
    profile::{Column, Profile},
    tongues, words, xes,
};

/// Columns as one role sees them, and how much speaks for the role.
#[derive(Debug, Clone)]
pub struct Guess {
    /// The columns in order.
    pub columns: Vec<ColumnPlan>,
    /// What every row is, where no column says it.
    pub activity: Option<String>,
    /// What speaks for the role; below [`ENOUGH`] it is not that.
    pub score: f64,
}

/// What must speak for a role at least.
pub const ENOUGH: f64 = 3.0;

/// What the columns mean in a file of this role and name.
pub fn columns(profile: &Profile, delimiter: char, role: FileRole, name: &str) -> Guess {
    let mut work = Work::new(profile, delimiter);
    let score = match role {
        FileRole::Deals => work.deals(),
        FileRole::Events => work.events(name),
        FileRole::People => work.people(),
        FileRole::Lookup | FileRole::Ignored | FileRole::Touchpoints => 0.0,
    };
    Guess { activity: work.activity.take(), columns: work.finish(), score }
}

/// A guess under way.
pub struct Work<'p> {
    /// The file.
    pub profile: &'p Profile,
    delimiter: char,
    /// Headers without what they all begin with.
    pub short: Vec<String>,
    /// The same as words.
    pub plain: Vec<String>,
    /// What is guessed so far.
    pub found: Vec<Option<ColumnPlan>>,
    /// What every row is, where no column says it.
    pub activity: Option<String>,
}

impl<'p> Work<'p> {
    fn new(profile: &'p Profile, delimiter: char) -> Self {
        let short = short_names(profile);
        let plain = short.iter().map(|name| words::plain(name)).collect();
        Self { profile, delimiter, short, plain, found: vec![None; profile.columns.len()], activity: None }
    }

    /// The column at a place.
    pub fn column(&self, at: usize) -> &'p Column {
        &self.profile.columns[at]
    }

    /// Gives a column its meaning.
    pub fn set(&mut self, at: usize, meaning: Meaning, why: impl Into<String>, confidence: f64) {
        self.found[at] = Some(plan(self.column(at), meaning, why, confidence, self.delimiter));
    }

    /// True if some column has the meaning.
    pub fn has(&self, meaning: &Meaning) -> bool {
        self.at(meaning).is_some()
    }

    /// The place of the column with the meaning.
    pub fn at(&self, meaning: &Meaning) -> Option<usize> {
        self.found.iter().position(|c| c.as_ref().is_some_and(|c| c.meaning == *meaning))
    }

    /// Gives each meaning the column with its best name whose content fits.
    pub fn by_names(&mut self, names: &[Names]) {
        for names in names {
            if let Some(at) = self.best_named(names, &self.plain) {
                let (meaning, _) = names;
                self.set(at, meaning.clone(), format!("called so{}", content(meaning)), 0.95);
            }
        }
    }

    /// Gives meanings that no English or German name has the column with one of another language.
    fn by_tongues(&mut self) {
        let bare: Vec<String> = self.short.iter().map(|name| tongues::bare(name)).collect();
        let missing: Vec<&Names> = tongues::DEALS.iter().filter(|(meaning, _)| !self.has(meaning)).collect();
        for names in missing {
            if let Some(at) = self.best_named(names, &bare) {
                let (meaning, _) = names;
                self.set(at, meaning.clone(), format!("called so{}", content(meaning)), 0.9);
            }
        }
    }

    /// The column without a meaning that has the best of the names and fits, where columns are `called` so.
    fn best_named(&self, (meaning, synonyms): &Names, called: &[String]) -> Option<usize> {
        let of_name = |name: &&str| {
            (0..self.found.len()).find(|at| {
                self.found[*at].is_none() && called[*at] == **name && fits(meaning, self.column(*at), self.profile.rows)
            })
        };
        synonyms.iter().find_map(of_name)
    }

    /// The first column without a meaning that `is` holds for.
    fn free(&self, is: impl Fn(&Column) -> bool) -> Option<usize> {
        (0..self.found.len()).find(|at| self.found[*at].is_none() && is(self.column(*at)))
    }

    fn deals(&mut self) -> f64 {
        self.entered();
        self.settle_stages();
        self.spans();
        self.by_names(names::DEALS);
        self.by_tongues();
        self.people_of_deals();
        let flag = |at: &usize| {
            self.found[*at].is_none() && (self.plain[*at].ends_with("is closed") || self.plain[*at] == "closed")
        };
        let closed = (0..self.found.len()).find(flag);
        if let Some(at) = closed.filter(|at| fits(&Meaning::Outcome, self.column(*at), self.profile.rows)) {
            self.set(at, Meaning::Outcome, "says whether it is closed", 0.8);
        }
        let named_id =
            self.at(&Meaning::DealId).is_some_and(|at| self.plain[at].contains(' ') || self.plain[at].len() > 3);
        self.deals_by_content();
        self.by_occasion();
        let entries = self.found.iter().flatten().any(|c| matches!(c.meaning, Meaning::StageEntered { .. }));
        let points = [
            (self.has(&Meaning::DealId), 1.0),
            (named_id, 1.0),
            (self.has(&Meaning::Stage) || entries, 2.0),
            (self.has(&Meaning::Outcome) || self.has(&Meaning::WonAt), 2.0),
            (self.has(&Meaning::Closed), 1.0),
            (self.has(&Meaning::Created), 1.0),
            (self.has(&Meaning::Value), 0.5),
        ];
        let score = points.iter().filter(|(holds, _)| *holds).map(|(_, n)| n).sum();
        if self.has(&Meaning::DealId) { score } else { 0.0 }
    }

    /// `Date entered "X (Pipeline)"`, `hs_date_entered_x`, `date_exited_x`.
    fn entered(&mut self) {
        for at in 0..self.found.len() {
            let plain = self.plain[at].clone();
            let after = |starts: &[&str]| starts.iter().find_map(|s| plain.strip_prefix(s)).map(str::to_owned);
            let (words_left, left) = match after(&[
                "date entered ",
                "hs date entered ",
                "hs v2 date entered ",
                "entered ",
                "eingetreten in ",
                "eintrittsdatum ",
                "datum des eintritts in ",
                "datum eingetreten ",
                "stage entered ",
            ]) {
                Some(rest) => (rest, false),
                None => match after(&[
                    "date exited ",
                    "hs date exited ",
                    "hs v2 date exited ",
                    "exited ",
                    "verlassen ",
                    "austrittsdatum ",
                    "datum des verlassens von ",
                    "datum verlassen ",
                ]) {
                    Some(rest) => (rest, true),
                    None => continue,
                },
            };
            let column = self.column(at);
            let current = words_left.ends_with("current stage") || words_left.ends_with("aktuelle phase");
            if current || column.filled > 0 && column.date_share() < 0.8 && column.dates.epoch == 0 {
                continue;
            }
            let stage = self.stage_called(&self.short[at], &words_left);
            let meaning = if left { Meaning::StageLeft { stage } } else { Meaning::StageEntered { stage } };
            self.set(at, meaning, "date of a stage, by its name", 0.95);
        }
    }

    /// A stage's name: what the header quotes, or the value of the stage column with the same letters, or the words.
    fn stage_called(&self, header: &str, rest: &str) -> String {
        let pipelines = self.pipelines();
        if let Some(quoted) = header.split(['"', '“', '”', '„']).nth(1).filter(|q| !q.trim().is_empty()) {
            return bare_stage(quoted.trim(), &pipelines).to_owned();
        }
        let wanted = words::letters(rest);
        let value = self.profile.columns.iter().filter(|c| c.values.len() <= 60).flat_map(|c| c.values.keys());
        value
            .into_iter()
            .find(|v| words::letters(bare_stage(v, &pipelines)) == wanted)
            .map_or_else(|| rest.to_owned(), |v| bare_stage(v, &pipelines).to_owned())
    }

    fn deals_by_content(&mut self) {
        let few = |c: &Column| c.values.len() <= 40 && c.filled > 0;
        if !self.has(&Meaning::Outcome) {
            let all = |c: &Column| few(c) && c.names_outcomes() && c.share_of(|v| words::outcome(v).is_some()) > 0.99;
            if let Some(at) = self.free(all) {
                self.set(at, Meaning::Outcome, "every value is a word for won, lost or open", 0.9);
            }
        }
        if !self.has(&Meaning::Stage)
            && let Some(at) = self.free(|c| few(c) && c.names_outcomes())
        {
            self.set(at, Meaning::Stage, "few values, some of them won or lost", 0.85);
        }
        if !self.has(&Meaning::DealId) {
            let id = |c: &Column| {
                c.is_unique(self.profile.rows)
                    && c.date_share() < 0.5
                    && (c.number_share() < 0.5 || c.numbers.plain == c.filled)
            };
            if let Some(at) = self.free(id) {
                self.set(at, Meaning::DealId, "the first column with another value in every row", 0.6);
            } else if let Some(at) = self.at(&Meaning::Name).filter(|at| self.column(*at).is_unique(self.profile.rows))
            {
                self.set(at, Meaning::DealId, "no column has ids, and every row has a name of its own", 0.6);
            }
        }
    }

    /// Dates named after a stage or a touchpoint: `engage_date` with the stage Engaging, `demo_date`.
    fn by_occasion(&mut self) {
        let stages = self.stages();
        for at in 0..self.found.len() {
            let column = self.column(at);
            if column.date_share() < 0.8 {
                continue;
            }
            let occasion = words::occasion(&self.short[at]);
            let stage = stages.iter().find(|s| !occasion.is_empty() && words::stem(s) == words::stem(&occasion));
            match (&mut self.found[at], stage) {
                (Some(plan), Some(stage)) if plan.meaning == Meaning::Created => {
                    plan.enters = Some(stage.clone());
                    plan.why = format!("called so; also when the stage {stage:?} was entered, by its name");
                }
                (None, Some(stage)) => {
                    let meaning = Meaning::StageEntered { stage: stage.clone() };
                    self.set(at, meaning, format!("a date named after the stage {stage:?}"), 0.85);
                }
                (None, None) => {
                    if let Some((touch, _)) = words::touch(&occasion) {
                        let meaning = Meaning::ActivityAt { activity: touch.label.to_owned() };
                        self.set(at, meaning, "a date named after an activity", 0.8);
                    }
                }
                _ => {}
            }
        }
    }

    fn stages(&self) -> Vec<String> {
        let Some(at) = self.at(&Meaning::Stage) else { return Vec::new() };
        let values = self.column(at).values.keys().filter(|v| words::closing(v).is_none());
        let mut stages: Vec<String> = values.map(|v| without_pipeline(v).to_owned()).collect();
        stages.sort();
        stages
    }

    fn events(&mut self, name: &str) -> f64 {
        if self.changes() {
            return 9.0;
        }
        self.found.fill(None);
        self.by_names(names::EVENTS);
        if !self.has(&Meaning::Activity)
            && let Some(at) = self.at(&Meaning::EventKind)
        {
            self.set(at, Meaning::Activity, "the only column that names what happened", 0.8);
        }
        if self.has(&Meaning::Side) {
            let owner = self.at(&Meaning::Actor).filter(|at| self.plain[*at].starts_with("owner"));
            if let Some(at) = owner {
                self.set(at, Meaning::Owner, "called so", 0.8);
            }
        }
        let repeats = self.at(&Meaning::DealId).is_some_and(|at| {
            let column = self.column(at);
            column.distinct.len() as u64 * 100 < column.filled * 95
        });
        if self.at(&Meaning::DealId).is_some_and(|at| self.plain[at] == "record id") && !repeats {
            let at = self.at(&Meaning::DealId);
            at.into_iter().for_each(|at| self.found[at] = None);
        }
        self.activities(name);
        self.of_cases();
        let activity = self.has(&Meaning::Activity) || self.activity.is_some();
        let deal = self.has(&Meaning::DealId)
            || activity && (self.has(&Meaning::Person) || self.has(&Meaning::Account)) && self.is_of_activities();
        let what = activity || self.has(&Meaning::Stage);
        if !deal || !self.has(&Meaning::Timestamp) || !what || !(repeats || activity) {
            return 0.0;
        }
        let refers = self.at(&Meaning::DealId).is_some_and(|at| {
            let name = &self.plain[at];
            crate::read::is_mixed(name)
                || name.starts_with("associated deal")
                || matches!(name.as_str(), "deal" | "deal name")
        });
        let points = [
            (repeats, 3.0),
            (activity, 2.0),
            (self.has(&Meaning::EventId), 1.0),
            (refers && self.is_of_activities() && self.has(&Meaning::EventId), 3.0),
        ];
        1.0 + points.iter().filter(|(holds, _)| *holds).map(|(_, n)| n).sum::<f64>()
    }

    /// Columns that say of themselves that they hold an attribute of the case.
    fn of_cases(&mut self) {
        let mut taken: Vec<Meaning> = self.found.iter().flatten().map(|c| c.meaning.clone()).collect();
        for at in (0..self.found.len()).filter(|at| self.found[*at].is_none()).collect::<Vec<_>>() {
            let Some(name) = xes::of_case(&self.short[at]) else { continue };
            let mut meaning = xes::case_meaning(name, &mut taken);
            if !fits(&meaning, self.column(at), self.profile.rows) {
                taken.retain(|known| *known != meaning);
                meaning = Meaning::Attribute { name: name.to_owned() };
            }
            if let Meaning::Attribute { name } = &mut meaning {
                let other = |c: &ColumnPlan| matches!(&c.meaning, Meaning::Attribute { name: known } if known == name);
                if self.found.iter().flatten().any(other) {
                    continue;
                }
                if join::is_field(name) {
                    name.push_str("_text");
                }
            }
            self.set(at, meaning, "an attribute of the case, by its name", 0.95);
            if let Some(column) = &mut self.found[at] {
                column.of_deal = true;
            }
        }
    }

    /// True if what the rows are is known to be something that happens between people.
    fn is_of_activities(&self) -> bool {
        let typed =
            |c: &Column| c.share_of(|v| words::touch(v).is_some() || crate::touches::channel(v).is_some()) > 0.3;
        self.activity.is_some() || self.at(&Meaning::Activity).is_some_and(|at| typed(self.column(at)))
    }

    fn finish(self) -> Vec<ColumnPlan> {
        let Self { profile, delimiter, short, found, .. } = self;
        let mut columns = Vec::with_capacity(found.len());
        for ((column, short), found) in profile.columns.iter().zip(&short).zip(found) {
            let rest = || {
                let name = if join::is_field(short) { format!("{short}_text") } else { short.clone() };
                let meaning = Meaning::Attribute { name };
                plan(column, meaning, "kept as it is", 0.5, delimiter)
            };
            columns.push(found.unwrap_or_else(rest));
        }
        columns
    }
}

/// A column's plan with the order of its dates and its decimal sign.
pub fn plan(column: &Column, meaning: Meaning, why: impl Into<String>, confidence: f64, delimiter: char) -> ColumnPlan {
    let dated = is_date(&meaning) || column.date_share() > 0.8;
    let number = matches!(meaning, Meaning::Value) || column.number_share() > 0.9;
    ColumnPlan {
        name: column.name.clone(),
        mixed_dates: dated && column.changes_order(),
        dates: dated.then(|| column.dates.order(delimiter).0),
        decimal: (number && !dated).then(|| column.numbers.decimal(delimiter, column.values.keys().cloned())),
        meaning,
        why: why.into(),
        confidence,
        enters: None,
        of_deal: false,
    }
}

/// Fills in the order of dates and the decimal sign that a column's meaning needs, if a person left them open.
pub fn complete(plan: &mut ColumnPlan, column: &Column, delimiter: char) {
    let seen = column.dates;
    if is_date(&plan.meaning) && plan.dates.is_none() && seen.written() + seen.epoch + seen.serial > 0 {
        plan.dates = Some(seen.order(delimiter).0);
    }
    if plan.meaning == Meaning::Value && plan.decimal.is_none() {
        plan.decimal = Some(column.numbers.decimal(delimiter, column.values.keys().cloned()));
    }
}

/// True if a column of this meaning must have dates.
pub fn is_date(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Created
            | Meaning::Closed
            | Meaning::WonAt
            | Meaning::LostAt
            | Meaning::Timestamp
            | Meaning::OtherTime
            | Meaning::Modified
            | Meaning::StageSince
            | Meaning::StageEntered { .. }
            | Meaning::StageLeft { .. }
            | Meaning::ActivityAt { .. }
    )
}

fn content(meaning: &Meaning) -> &'static str {
    match meaning {
        Meaning::DealId => ", and names rows",
        m if is_date(m) => ", and holds dates",
        Meaning::Value => ", and holds numbers",
        Meaning::Outcome => ", and says won or lost",
        _ => "",
    }
}

/// True for columns of activities and people, many of which belong to no deal.
fn may_be_empty(name: &str) -> bool {
    let name = words::plain(name);
    name.starts_with("associated deal") || crate::read::is_mixed(&name) || name == "deal" || name.ends_with(" deal")
}

/// True if the cells may mean this.
fn fits(meaning: &Meaning, column: &Column, rows: u64) -> bool {
    let dates = || {
        column.date_share() > 0.5
            || column.dates.epoch * 10 > column.filled * 9
            || column.dates.serial * 10 > column.filled * 9
    };
    match meaning {
        Meaning::DealId if may_be_empty(&column.name) => column.filled > 0 && column.date_share() < 0.5,
        Meaning::DealId | Meaning::EventId => column.filled * 2 >= rows && column.date_share() < 0.5,
        m if is_date(m) => column.filled == 0 || dates() || column.share_of(words::is_like_a_date) > 0.5,
        Meaning::Value => column.filled == 0 || column.number_share() > 0.5,
        Meaning::Currency => column.share_of(|v| v.len() <= 4) > 0.9,
        Meaning::Outcome => {
            column.share_of(|v| words::outcome(v).is_some()) > 0.5
                || column.share_of(|v| words::truth(v).is_some()) > 0.9
        }
        Meaning::Stage => {
            column.filled == 0
                || (column.values.len() <= 100 && column.number_share() < 0.9 && column.date_share() < 0.5)
        }
        Meaning::Side => column.share_of(|v| words::side(v).is_some()) > 0.9,
        Meaning::Activity | Meaning::EventKind | Meaning::Actor => column.filled > 0 && column.date_share() < 0.5,
        _ => column.filled == 0 || column.date_share() < 0.9,
    }
}

/// Headers without what they all begin with: `Deal - Won time` → `Won time`.
fn short_names(profile: &Profile) -> Vec<String> {
    let names = || profile.columns.iter().map(|c| c.name.as_str());
    let prefix = profile.columns.first().and_then(|c| c.name.split_once(" - ")).map(|(p, _)| format!("{p} - "));
    match prefix {
        Some(prefix) if profile.columns.len() > 1 && names().all(|n| n.starts_with(&prefix)) => {
            names().map(|n| n[prefix.len()..].to_owned()).collect()
        }
        _ => names().map(str::to_owned).collect(),
    }
}

/// A stage without the pipeline that some exports add: `Closing (Sales Pipeline)` → `Closing`.
pub fn without_pipeline(stage: &str) -> &str {
    match stage.rsplit_once(" (") {
        Some((name, rest)) if rest.ends_with(')') && rest.to_lowercase().contains("pipeline") => name.trim(),
        _ => stage.trim(),
    }
}
