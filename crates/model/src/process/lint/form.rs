//! Rules about the form: ids, names, numbers.

use std::collections::HashMap;

use super::Lint;
use crate::process::{EventTest, Predicate, Stage, StageKind};

/// How deep combinators may stand in each other.
const DEEPEST: usize = 6;

impl Lint<'_> {
    pub(super) fn form(&mut self) {
        let process = self.process;
        if process.schema != 1 {
            let message =
                format!("version {} of the format is not known here; this program reads `schema = 1`", process.schema);
            self.note("P101", "schema", message);
        }
        self.id(&process.id, "id");
        self.name(&process.name, "name");
        if process.stages.is_empty() {
            return self.note("P102", "", "the process has no stages; add at least one `[[stages]]`");
        }
        self.observed_names();
        let ids = process.stages.iter().map(|s| (s.id.as_str(), s.name.as_str()));
        self.list("stage", "stages", "name", ids);
        for (i, stage) in process.stages.iter().enumerate() {
            self.stage(stage, &format!("stages[{i}]"));
        }
        for (path, test) in self.tests() {
            if test.depth() > DEEPEST {
                let message = format!(
                    "predicates stand {} deep in each other, which nobody can follow; at most {DEEPEST} are read",
                    test.depth()
                );
                self.note("P142", path, message);
            } else {
                self.predicate(test, &path);
            }
        }
        self.playbook_form();
    }

    fn playbook_form(&mut self) {
        let process = self.process;
        self.list("persona", "personas", "name", process.personas.iter().map(|p| (p.id.as_str(), p.name.as_str())));
        self.list("journey", "journeys", "name", process.journeys.iter().map(|j| (j.id.as_str(), j.name.as_str())));
        for (i, journey) in process.journeys.iter().enumerate() {
            let steps = journey.steps.iter().map(|s| (s.id.as_str(), s.name.as_str()));
            self.list("step", &format!("journeys[{i}].steps"), "name", steps);
        }
        self.list("content", "library", "name", process.library.iter().map(|c| (c.id.as_str(), c.name.as_str())));
        self.list(
            "objection",
            "objections",
            "says",
            process.objections.iter().map(|o| (o.id.as_str(), o.says.as_str())),
        );
        for (i, objection) in process.objections.iter().enumerate() {
            let answers = objection.answers.iter().map(|a| (a.id.as_str(), a.says.as_str()));
            self.list("answer", &format!("objections[{i}].answers"), "says", answers);
        }
        self.list(
            "reason",
            "closing_reasons",
            "says",
            process.closing_reasons.iter().map(|r| (r.id.as_str(), r.says.as_str())),
        );
        self.list("scheme", "schemes", "name", process.schemes.iter().map(|s| (s.id.as_str(), s.name.as_str())));
        for (i, scheme) in process.schemes.iter().enumerate() {
            let path = format!("schemes[{i}].questions");
            self.list("question", &path, "asks", scheme.questions.iter().map(|q| (q.id.as_str(), q.asks.as_str())));
            if scheme.questions.is_empty() {
                self.note("P113", &path, format!("the scheme `{}` asks nothing; add its `questions`", scheme.id));
            }
        }
    }

    fn observed_names(&mut self) {
        let mut claimed: HashMap<String, &str> = HashMap::new();
        for (i, stage) in self.process.stages.iter().enumerate() {
            for (j, name) in stage.observed.iter().enumerate() {
                let other = *claimed.entry(name.trim().to_lowercase()).or_insert(&stage.id);
                if other != stage.id {
                    let message =
                        format!("{name:?} in the data already means the stage `{other}`; keep it in one of the two");
                    self.note("P114", format!("stages[{i}].observed[{j}]"), message);
                }
            }
        }
    }

    fn stage(&mut self, stage: &Stage, path: &str) {
        match stage.target_days {
            Some(days) => self.days(days, &format!("{path}.target_days")),
            None if stage.kind == StageKind::Open => {
                let message =
                    format!("`{}` has no target; add `target_days = …` to see which deals are late", stage.id);
                self.note("P115", path, message);
            }
            None => {}
        }
        if let Some(days) = stage.review_days {
            self.days(days, &format!("{path}.review_days"));
        }
        let named = |id, name| (id, name);
        let list = |list: &str| format!("{path}.{list}");
        self.list("task", &list("tasks"), "name", stage.tasks.iter().map(|t| named(t.id.as_str(), t.name.as_str())));
        let commitments = stage.commitments.iter().map(|c| named(c.id.as_str(), c.says.as_str()));
        self.list("commitment", &list("commitments"), "says", commitments);
        self.list("criterion", &list("exit"), "says", stage.exit.iter().map(|c| named(c.id.as_str(), c.says.as_str())));
        let needs = [("content", &stage.content), ("questions", &stage.questions)];
        for (name, needs) in needs {
            self.list(name.trim_end_matches('s'), &list(name), "name", needs.iter().map(|n| named(&n.id, &n.name)));
        }
        let tasks = stage.tasks.iter().enumerate().map(|(i, t)| (format!("{path}.tasks[{i}].due_days"), t.due_days));
        let commitments = stage.commitments.iter().enumerate();
        let commitments = commitments.map(|(i, c)| (format!("{path}.commitments[{i}].due_days"), c.due_days));
        for (path, days) in tasks.chain(commitments).collect::<Vec<_>>() {
            if let Some(days) = days.filter(|d| !(d.is_finite() && *d >= 0.0)) {
                self.note("P111", path, format!("`due_days` is {days}; it must be 0 or more"));
            }
        }
    }

    fn predicate(&mut self, test: &Predicate, path: &str) {
        match test {
            Predicate::Event(event) => self.event(event, &format!("{path}.event")),
            Predicate::Field(field) => {
                self.name(&field.name, &format!("{path}.field.name"));
                self.within(field.within_days, &format!("{path}.field"));
            }
            Predicate::Person(person) => {
                self.name(&person.role, &format!("{path}.person.role"));
                self.within(person.within_days, &format!("{path}.person"));
            }
            Predicate::Content(content) => {
                self.name(&content.kind, &format!("{path}.content.kind"));
                self.within(content.within_days, &format!("{path}.content"));
            }
            Predicate::Answer(answer) => {
                let path = format!("{path}.answer");
                if answer.question.trim().is_empty() == answer.scheme.trim().is_empty() {
                    let message = "name either a `question` or a `scheme`, one of the two";
                    self.note("P105", &path, message);
                }
                self.within(answer.within_days, &path);
            }
            Predicate::Quote(state) => {
                self.kind(&state.state, &format!("{path}.quote.state"));
                self.within(state.within_days, &format!("{path}.quote"));
            }
            Predicate::Approval(state) => {
                self.kind(&state.state, &format!("{path}.approval.state"));
                self.within(state.within_days, &format!("{path}.approval"));
            }
            Predicate::All(tests) => self.several(tests, &format!("{path}.all")),
            Predicate::Any(tests) => self.several(tests, &format!("{path}.any")),
            Predicate::Not(inner) => self.predicate(inner, &format!("{path}.not")),
        }
    }

    fn event(&mut self, event: &EventTest, path: &str) {
        self.kind(&event.kind, &format!("{path}.kind"));
        self.within(event.within_days, path);
        if event.at_least == Some(0) {
            let message = "`at_least = 0` always holds; write 1 or more, or leave it out";
            self.note("P111", format!("{path}.at_least"), message);
        }
    }

    fn several(&mut self, tests: &[Predicate], path: &str) {
        if tests.is_empty() {
            self.note("P113", path, "this list is empty; name at least one predicate in it");
        }
        for (i, test) in tests.iter().enumerate() {
            self.predicate(test, &format!("{path}[{i}]"));
        }
    }

    fn kind(&mut self, kind: &str, path: &str) {
        let parts_full = kind.split('.').all(|part| !part.trim().is_empty());
        if !parts_full || kind.trim() != kind || kind.chars().any(char::is_control) {
            let message = format!(
                "no event can be of the kind {kind:?}; write words joined by points, such as `meeting.attended`, or the \
                 name of an activity"
            );
            self.note("P112", path, message);
        }
    }

    fn within(&mut self, days: Option<f64>, path: &str) {
        if let Some(days) = days {
            self.days(days, &format!("{path}.within_days"));
        }
    }

    fn days(&mut self, days: f64, path: &str) {
        if !(days.is_finite() && days > 0.0) {
            let name = path.rsplit('.').next().unwrap_or_default();
            self.note("P111", path, format!("`{name}` is {days}; it must be more than 0"));
        }
    }

    fn name(&mut self, text: &str, path: &str) {
        if text.trim().is_empty() {
            let name = path.rsplit('.').next().unwrap_or_default();
            self.note("P105", path, format!("`{name}` is empty; people need words here"));
        }
    }

    fn id(&mut self, id: &str, path: &str) {
        if !is_slug(id) {
            let remedy = match slug(id) {
                better if better.is_empty() => "use lower-case letters, digits and hyphens".to_owned(),
                better => format!("write `{better}`"),
            };
            self.note("P104", path, format!("{id:?} is no short id; {remedy}"));
        }
    }

    /// Ids and names of a list: ids short and each once, names there and not alike but for case.
    pub(super) fn list<'s>(
        &mut self,
        what: &str,
        path: &str,
        words: &str,
        rows: impl Iterator<Item = (&'s str, &'s str)>,
    ) {
        let (mut ids, mut names): (HashMap<&str, usize>, HashMap<String, &str>) = (HashMap::new(), HashMap::new());
        for (i, (id, name)) in rows.enumerate() {
            self.id(id, &format!("{path}[{i}].id"));
            self.name(name, &format!("{path}[{i}].{words}"));
            if *ids.entry(id).or_insert(i) != i {
                let message = format!("a second {what} has the id `{id}`; give each its own");
                self.note("P103", format!("{path}[{i}].id"), message);
            }
            let first = *names.entry(name.trim().to_lowercase()).or_insert(name);
            if first.trim() != name.trim() {
                let message =
                    format!("“{name}” and “{first}” differ only by case; write both alike, or name one apart");
                self.note("P136", format!("{path}[{i}].{words}"), message);
            }
        }
    }
}

fn is_slug(id: &str) -> bool {
    let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(word)
}

/// A short id made of a name: `Closed – Won!` → `closed-won`. Empty where the name has no ASCII letter or digit.
pub fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    words.collect::<Vec<_>>().join("-")
}
