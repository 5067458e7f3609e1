//! What CRMs' exports have beside plain deals and plain events: people, histories of fields, activities with a direction.

use crate::{
    guess::{Work, without_pipeline},
    ids,
    names::{self, Names},
    plan::Meaning,
    profile::Column,
    read::is_mixed,
    touches, words,
};

/// Different texts of a column from which on it is free text and names no activity.
const FREE: usize = 40;

impl Work<'_> {
    /// Names of columns that several may have; all of those whose content fits get the meaning.
    fn all_named(&mut self, names: &[&str], meaning: &Meaning, fits: impl Fn(&Column) -> bool) {
        for at in 0..self.found.len() {
            let called = names.contains(&self.plain[at].as_str());
            if called && self.found[at].is_none() && fits(self.column(at)) {
                self.set(at, meaning.clone(), "called so", 0.9);
            }
        }
    }

    /// A file with one row a person, or one row the part that a person has in a deal; how much speaks for it.
    pub fn people(&mut self) -> f64 {
        let deal: &[Names] = &names::PEOPLE[..1];
        self.by_names(deal);
        let part = self.has(&Meaning::DealId);
        if part {
            let id = |c: &Column| c.filled > 0 && c.date_share() < 0.5;
            let at = names::PERSON.iter().find_map(|n| (0..self.found.len()).find(|at| self.plain[*at] == **n));
            if let Some(at) = at.filter(|at| id(self.column(*at))) {
                self.set(at, Meaning::Person, "names the person", 0.9);
            }
        }
        self.by_names(&names::PEOPLE[1..]);
        if !self.has(&Meaning::Person) {
            self.person_key();
        }
        let holds = |meaning| self.has(&meaning);
        let called = holds(Meaning::Email) || (holds(Meaning::FirstName) && holds(Meaning::LastName));
        let is_part = holds(Meaning::Person) && holds(Meaning::PersonRole);
        if is_part && self.dated_part() {
            return 6.0;
        }
        if is_part {
            6.0
        } else if called {
            4.0
        } else {
            0.0
        }
    }

    /// When somebody got their part, if the file says.
    fn dated_part(&mut self) -> bool {
        let dated = |at: &usize| {
            matches!(self.plain[*at].as_str(), "created date" | "created at" | "created time" | "date added")
                && self.column(*at).date_share() > 0.5
        };
        let Some(at) = (0..self.found.len()).find(dated) else { return false };
        self.set(at, Meaning::Timestamp, "when the person was added", 0.8);
        true
    }

    fn person_key(&mut self) {
        const KEYS: [&str; 8] = [
            "contact id",
            "record id",
            "person id",
            "hs object id",
            "id",
            "lead id",
            "contact record id",
            "kontakt id",
        ];
        let rows = self.profile.rows;
        let is = |at: &usize, name: &str| {
            self.found[*at].is_none() && self.plain[*at] == name && self.column(*at).is_unique(rows)
        };
        if let Some(at) = KEYS.iter().find_map(|name| (0..self.found.len()).find(|at| is(at, name))) {
            self.set(at, Meaning::Key, "the id of the person", 0.9);
        }
    }

    /// A history of fields: which field, its new value, when, of which deal.
    pub fn changes(&mut self) -> bool {
        for (meaning, called) in &names::CHANGES {
            let free = |at: &usize| self.found[*at].is_none();
            let find = |n: &&str| (0..self.found.len()).filter(free).find(|at| self.plain[*at] == *n);
            if let Some(at) = called.iter().find_map(find) {
                self.set(at, meaning.clone(), "called so", 0.9);
            }
        }
        let is_history = self.has(&Meaning::Field) && self.has(&Meaning::NewValue);
        if !is_history {
            self.found.fill(None);
            return false;
        }
        const OF: [&str; 10] = [
            "opportunity id",
            "deal id",
            "item id",
            "item",
            "record id",
            "object id",
            "parent id",
            "deal",
            "opportunity",
            "datensatz id",
        ];
        let free = |at: &usize| self.found[*at].is_none() && self.column(*at).filled > 0;
        let deal = OF.iter().find_map(|n| (0..self.found.len()).filter(free).find(|at| self.plain[*at] == *n));
        if let Some(at) = deal {
            self.set(at, Meaning::DealId, "whose field it is", 0.9);
        }
        let others: Vec<Names> = names::EVENTS
            .iter()
            .filter(|(m, _)| matches!(m, Meaning::Timestamp | Meaning::Actor | Meaning::EventId))
            .cloned()
            .collect();
        self.by_names(&others);
        self.has(&Meaning::DealId) && self.has(&Meaning::Timestamp)
    }

    /// What a file of events says beside activity and time, if it is one of activities.
    pub fn activities(&mut self, name: &str) {
        self.type_for_free_text();
        self.activity = self.constant(name);
        if !self.has(&Meaning::Activity) && self.activity.is_none() {
            self.stage_history();
            return;
        }
        let most = |of: fn(&str) -> bool| move |c: &Column| c.filled > 0 && c.share_of(of) > 0.6;
        self.all_named(
            names::DIRECTION,
            &Meaning::Direction,
            most(|v| touches::incoming(v).is_some() || v.eq_ignore_ascii_case("internal")),
        );
        let outcome = |at: usize| names::RESULT.contains(&self.plain[at].as_str());
        let results: Vec<usize> =
            (0..self.found.len()).filter(|at| self.found[*at].is_none() && outcome(*at)).collect();
        for at in results {
            if self.plain[at] != "outcome" || self.column(at).share_of(|v| touches::result(v).is_some()) > 0.5 {
                self.set(at, Meaning::Result, "says how it went", 0.9);
            }
        }
        let done = |at: &usize| {
            self.found[*at].is_none()
                && names::DONE.contains(&self.plain[*at].as_str())
                && self.column(*at).share_of(|v| touches::done(v).is_some()) > 0.9
        };
        if let Some(at) = (0..self.found.len()).find(done) {
            self.set(at, Meaning::Done, "says whether it was done", 0.85);
        }
        self.other_time();
        self.others_than_deals();
    }

    /// A column of free text is no activity where another one says the type.
    fn type_for_free_text(&mut self) {
        let Some(free) = self.at(&Meaning::Activity) else { return };
        let is_free = |c: &Column| c.values.len() > FREE && c.values.len() as u64 * 4 > c.filled;
        let says = |at: &usize| {
            let column = self.column(*at);
            column.filled * 2 > self.profile.rows
                && column.values.len() <= FREE
                && column.share_of(|v| v.split(['_', ' ']).any(|w| touches::channel(w).is_some())) > 0.3
        };
        let typed = |at: &usize| {
            let named = [
                "type",
                "activity type",
                "engagement type",
                "hs engagement type",
                "task subtype",
                "event subtype",
                "task type",
                "typ",
                "art",
                "hs activity type",
                "aktivitätstyp",
                "kind",
            ];
            named.contains(&self.plain[*at].as_str())
        };
        let candidates: Vec<usize> = (0..self.found.len()).filter(|at| *at != free && typed(at) && says(at)).collect();
        let best = candidates.into_iter().max_by_key(|at| (self.column(*at).filled, std::cmp::Reverse(*at)));
        let codes =
            |at: usize| self.column(at).share_of(|v| v.chars().all(|c| c.is_ascii_uppercase() || c == '_')) > 0.9;
        match best {
            Some(at) if is_free(self.column(free)) || codes(at) || self.known(free) < 0.5 => {
                self.found[free] = None;
                self.set(at, Meaning::Activity, "the type of the activity; its subject is free text", 0.9);
            }
            _ => {}
        }
    }

    /// What all rows are, where no column says it: by columns that only one sort of activity has, or by the file's name.
    fn constant(&mut self, name: &str) -> Option<String> {
        const OF: [(&str, &[&str]); 5] = [
            (
                "Call",
                &[
                    "call direction",
                    "call outcome",
                    "call title",
                    "call duration",
                    "call start time",
                    "call type",
                    "hs call direction",
                    "hs call title",
                    "hs call disposition",
                    "call result",
                    "call duration in seconds",
                ],
            ),
            (
                "Email",
                &[
                    "email direction",
                    "hs email direction",
                    "hs email subject",
                    "email subject",
                    "from address",
                    "message date",
                    "email send status",
                ],
            ),
            (
                "Meeting",
                &[
                    "meeting outcome",
                    "hs meeting outcome",
                    "meeting start time",
                    "meeting name",
                    "meeting title",
                    "hs meeting title",
                    "start date time",
                    "meeting location",
                ],
            ),
            ("Note", &["note body", "hs note body", "note content"]),
            ("Task", &["task title", "task type", "hs task subject", "task status", "hs task status", "hs task type"]),
        ];
        let typed = self.at(&Meaning::Activity);
        if typed.is_some_and(|at| self.column(at).values.len() <= FREE && !self.is_title(at)) {
            return None;
        }
        let has = |n: &&&str| self.plain.iter().any(|p| p == **n);
        let by_columns = OF.iter().map(|(what, of)| (*what, of.iter().filter(has).count())).max_by_key(|(_, n)| *n);
        let by_name = || {
            let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
            let word =
                |w: &str| touches::channel(w).filter(|_| !w.starts_with("event")).map(|c| channel_name(c).to_owned());
            words::plain(stem).split(' ').find_map(word)
        };
        let title = typed.is_none_or(|at| self.is_title(at));
        let of_crm = typed.is_none()
            || (0..self.plain.len())
                .any(|at| is_mixed(&self.plain[at]) || names::PERSON.contains(&self.plain[at].as_str()));
        let what = match by_columns {
            Some((what, n)) if n > 0 && title => Some(what.to_owned()),
            _ if title && of_crm && !self.has(&Meaning::Stage) => by_name(),
            Some((what, n)) if n > 1 => Some(what.to_owned()),
            _ => None,
        }?;
        if let Some(at) = typed {
            self.found[at] = None;
        }
        Some(what)
    }

    /// Share of the cells that name a touchpoint.
    fn known(&self, at: usize) -> f64 {
        self.column(at).share_of(|v| words::touch(v).is_some() || touches::channel(v).is_some())
    }

    /// True for the column of a title, whose words are the rep's.
    fn is_title(&self, at: usize) -> bool {
        let named = [
            "call title",
            "meeting name",
            "meeting title",
            "task title",
            "email subject",
            "title",
            "subject",
            "hs call title",
            "hs meeting title",
            "hs email subject",
            "betreff",
        ];
        named.contains(&self.plain[at].as_str()) && self.known(at) < 0.3
    }

    /// A second time, for the rows in which the first is empty.
    fn other_time(&mut self) {
        let Some(first) = self.at(&Meaning::Timestamp).filter(|at| self.column(*at).filled < self.profile.rows) else {
            return;
        };
        let times = names::EVENTS.iter().find(|(m, _)| *m == Meaning::Timestamp).map_or(&[] as &[&str], |(_, n)| n);
        let fits = |at: &usize| self.found[*at].is_none() && *at != first && self.column(*at).date_share() > 0.5;
        let find = |name: &&str| (0..self.found.len()).filter(fits).find(|at| self.plain[*at] == *name);
        if let Some(at) = times.iter().find_map(find) {
            self.set(at, Meaning::OtherTime, "when it happened, where the other time is empty", 0.8);
        }
    }

    /// People and companies, where not every row names a deal.
    fn others_than_deals(&mut self) {
        let rows = self.profile.rows;
        let deal = self.at(&Meaning::DealId);
        let whole = |at: usize| self.column(at).filled >= rows && !is_mixed(&self.plain[at]);
        if deal.is_some_and(whole) {
            return;
        }
        self.all_named(names::PERSON, &Meaning::Person, |c| c.filled > 0 && c.date_share() < 0.5);
        let company = |name: &&str| {
            (0..self.found.len())
                .find(|at| self.found[*at].is_none() && self.plain[*at] == **name && self.column(*at).filled > 0)
        };
        if let Some(at) = names::COMPANY.iter().find_map(company) {
            self.set(at, Meaning::Account, "the company, for rows that name no deal", 0.8);
        }
    }

    /// A stage history that says value and date of closing each time has rows for changes of these as well.
    fn stage_history(&mut self) {
        if !self.has(&Meaning::Stage) {
            return;
        }
        let wanted: Vec<Names> =
            names::DEALS.iter().filter(|(m, _)| matches!(m, Meaning::Value | Meaning::Closed)).cloned().collect();
        self.by_names(&wanted);
    }

    /// The values of the pipeline's column.
    pub fn pipelines(&self) -> Vec<&str> {
        let at = self.plain.iter().position(|p| matches!(p.as_str(), "pipeline" | "deal pipeline" | "pipeline name"));
        at.map_or_else(Vec::new, |at| self.column(at).values.keys().map(String::as_str).collect())
    }

    /// People that deals name, in however many columns.
    pub fn people_of_deals(&mut self) {
        self.all_named(names::PERSON, &Meaning::Person, |c| {
            let lettered = c.share_of(|v| v.chars().any(char::is_alphabetic)) > 0.9;
            c.filled > 0 && c.date_share() < 0.5 && (lettered || c.number_share() < 0.5)
                || c.share_of(|v| ids::several(v).all(ids::is_bare)) > 0.9
        });
    }

    /// How long a deal was in a stage follows from the dates.
    pub fn spans(&mut self) {
        const STARTS: [&str; 8] = [
            "time in ",
            "latest time in ",
            "cumulative time in ",
            "hs time in ",
            "hs v2 latest time in ",
            "hs v2 cumulative time in ",
            "zeit in ",
            "kumulierte zeit in ",
        ];
        for at in 0..self.found.len() {
            if self.found[at].is_none() && STARTS.iter().any(|s| self.plain[at].starts_with(s)) {
                self.set(at, Meaning::Ignored, "follows from the dates on which stages were entered", 0.8);
            }
        }
    }

    /// Of stages that are told twice, the better told; of stages that two pipelines have, the name with the pipeline.
    pub fn settle_stages(&mut self) {
        for at in 0..self.found.len() {
            let Some(meaning) = self.found[at].as_ref().map(|c| c.meaning.clone()) else { continue };
            if !matches!(meaning, Meaning::StageEntered { .. } | Meaning::StageLeft { .. }) {
                continue;
            }
            let Some(twin) = (0..at).find(|b| self.found[*b].as_ref().is_some_and(|c| c.meaning == meaning)) else {
                continue;
            };
            let whole = |at: usize| self.short[at].split(['"', '“', '”', '„']).nth(1).map(str::trim).map(str::to_owned);
            match (whole(twin), whole(at)) {
                (Some(a), Some(b)) if a != b => {
                    for (at, stage) in [(twin, a), (at, b)] {
                        if let Some(plan) = &mut self.found[at] {
                            match &mut plan.meaning {
                                Meaning::StageEntered { stage: of } | Meaning::StageLeft { stage: of } => *of = stage,
                                _ => {}
                            }
                        }
                    }
                }
                _ => {
                    let worse = if self.column(at).filled > self.column(twin).filled { twin } else { at };
                    self.set(worse, Meaning::Ignored, "another column tells the same", 0.8);
                }
            }
        }
    }
}

/// What all rows of a file of such activities are called.
fn channel_name(channel: touches::Channel) -> &'static str {
    match channel {
        touches::Channel::Call => "Call",
        touches::Channel::Email => "Email",
        touches::Channel::Meeting => "Meeting",
        touches::Channel::Note => "Note",
        touches::Channel::Task => "Task",
    }
}

/// A stage's name without the pipeline in brackets, of which these are known.
pub fn bare_stage<'s>(stage: &'s str, pipelines: &[&str]) -> &'s str {
    match stage.rsplit_once(" (") {
        Some((name, rest)) if pipelines.iter().any(|p| rest.strip_suffix(')') == Some(*p)) => name.trim(),
        _ => without_pipeline(stage),
    }
}
