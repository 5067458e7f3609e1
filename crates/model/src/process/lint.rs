//! Flaws of a process that can be read.

use std::collections::HashMap;

use toml_edit::Document;

use super::{
    Criterion, Finding, Ground, Level, Need, Predicate, Process, Stage, StageKind, Task, finding::Places, ground,
};

/// Looks a process over. With its text the findings carry lines and columns and come in the order of the text.
///
/// Errors: `P101` unknown version of the format, `P102` no stages, `P103` an id used twice, `P104` an id that is no
/// short id, `P105` an empty name, `P111` days that are not above 0, `P112` a name of a kind that no event can have,
/// `P113` an empty list of predicates. Warnings: `P106` an open stage without exit criteria, `P107` a stage that can
/// be left without any act of the prospect, `P108` a task without an owner, `P109` no won stage, `P110` no lost stage,
/// `P114` a name in the data that two stages claim. Information: `P115` an open stage without target days.
pub fn lint(process: &Process, text: Option<&str>) -> Vec<Finding> {
    let mut lint = Lint { findings: Vec::new() };
    lint.process(process);
    let Some((text, document)) = text.and_then(|t| Some((t, Document::parse(t).ok()?))) else { return lint.findings };
    Places::of(text, &document).locate(lint.findings)
}

struct Lint {
    findings: Vec<Finding>,
}

impl Lint {
    fn note(&mut self, level: Level, code: &str, path: impl Into<String>, message: impl Into<String>) {
        self.findings.push(Finding::new(level, code, path, message));
    }

    fn error(&mut self, code: &str, path: impl Into<String>, message: impl Into<String>) {
        self.note(Level::Error, code, path, message);
    }

    fn warn(&mut self, code: &str, path: impl Into<String>, message: impl Into<String>) {
        self.note(Level::Warning, code, path, message);
    }

    fn process(&mut self, process: &Process) {
        if process.schema != 1 {
            let message =
                format!("version {} of the format is not known here; this program reads `schema = 1`", process.schema);
            self.error("P101", "schema", message);
        }
        self.id(&process.id, "id");
        self.name(&process.name, "name");
        if process.stages.is_empty() {
            self.error("P102", "", "the process has no stages; add at least one `[[stages]]`");
            return;
        }
        self.kinds(process);
        self.twice("stage", "", "stages", process.stages.iter().map(|s| s.id.as_str()));
        self.observed(process);
        for (i, stage) in process.stages.iter().enumerate() {
            self.stage(stage, &format!("stages[{i}]"));
        }
    }

    fn kinds(&mut self, process: &Process) {
        if process.first(StageKind::Won).is_none() {
            let remedy = "no stage says what winning is; give one `kind = \"won\"`";
            self.warn("P109", "", remedy);
        }
        if process.first(StageKind::Lost).is_none() {
            self.warn("P110", "", "no stage says what losing is; give one `kind = \"lost\"`");
        }
    }

    fn observed(&mut self, process: &Process) {
        let mut claimed: HashMap<String, &str> = HashMap::new();
        for (i, stage) in process.stages.iter().enumerate() {
            for (j, name) in stage.observed.iter().enumerate() {
                let other = *claimed.entry(name.trim().to_lowercase()).or_insert(&stage.id);
                if other != stage.id {
                    let message =
                        format!("{name:?} in the data already means the stage `{other}`; keep it in one of the two");
                    self.warn("P114", format!("stages[{i}].observed[{j}]"), message);
                }
            }
        }
    }

    fn stage(&mut self, stage: &Stage, path: &str) {
        self.id(&stage.id, &format!("{path}.id"));
        self.name(&stage.name, &format!("{path}.name"));
        match stage.target_days {
            Some(days) => self.days(days, &format!("{path}.target_days")),
            None if stage.kind == StageKind::Open => {
                let message =
                    format!("`{}` has no target; add `target_days = …` to see which deals are late", stage.id);
                self.note(Level::Info, "P115", path, message);
            }
            None => {}
        }
        self.twice("task", path, "tasks", stage.tasks.iter().map(|t| t.id.as_str()));
        self.twice("criterion", path, "exit", stage.exit.iter().map(|c| c.id.as_str()));
        self.needs("content", path, "content", &stage.content);
        self.needs("question", path, "questions", &stage.questions);
        for (i, task) in stage.tasks.iter().enumerate() {
            self.task(task, &format!("{path}.tasks[{i}]"));
        }
        for (i, criterion) in stage.exit.iter().enumerate() {
            self.criterion(criterion, &format!("{path}.exit[{i}]"));
        }
        if stage.kind == StageKind::Open {
            self.way_out(stage, path);
        }
    }

    fn needs(&mut self, what: &str, path: &str, list: &str, needs: &[Need]) {
        self.twice(what, path, list, needs.iter().map(|n| n.id.as_str()));
        for (i, need) in needs.iter().enumerate() {
            self.id(&need.id, &format!("{path}.{list}[{i}].id"));
            self.name(&need.name, &format!("{path}.{list}[{i}].name"));
        }
    }

    fn way_out(&mut self, stage: &Stage, path: &str) {
        if stage.exit.is_empty() {
            let message = format!(
                "`{}` has no exit criteria, so a deal leaves it at will; say in a `[[stages.exit]]` what the prospect \
                 must have done",
                stage.id
            );
            return self.warn("P106", path, message);
        }
        let strongest = stage.exit.iter().filter(|c| c.required).map(|c| ground(&c.test)).max();
        let how = match strongest {
            Some(Ground::Prospect) => return,
            Some(Ground::Rep) => "on our own acts alone",
            Some(Ground::Opinion) => "on somebody's word alone",
            None => "with nothing met, as none of its criteria is required",
        };
        let message = format!(
            "`{}` can be left {how}; require an act of the prospect, for example \
             `event = {{ kind = \"meeting.attended\", by = \"prospect\" }}`",
            stage.id
        );
        self.warn("P107", path, message);
    }

    fn task(&mut self, task: &Task, path: &str) {
        self.id(&task.id, &format!("{path}.id"));
        self.name(&task.name, &format!("{path}.name"));
        if task.owner.trim().is_empty() {
            let message = format!("nobody owns the task `{}`; add `owner = \"rep\"` or another role", task.id);
            self.warn("P108", path, message);
        }
        if let Some(days) = task.due_days.filter(|d| !(d.is_finite() && *d >= 0.0)) {
            let message = format!("`due_days` is {days}; it must be 0 or more");
            self.error("P111", format!("{path}.due_days"), message);
        }
    }

    fn criterion(&mut self, criterion: &Criterion, path: &str) {
        self.id(&criterion.id, &format!("{path}.id"));
        self.name(&criterion.says, &format!("{path}.says"));
        self.predicate(&criterion.test, path);
    }

    fn predicate(&mut self, test: &Predicate, path: &str) {
        match test {
            Predicate::Event(event) => {
                let path = format!("{path}.event");
                self.kind(&event.kind, &format!("{path}.kind"));
                if let Some(days) = event.within_days {
                    self.days(days, &format!("{path}.within_days"));
                }
                if event.at_least == Some(0) {
                    let message = "`at_least = 0` always holds; write 1 or more, or leave it out";
                    self.error("P111", format!("{path}.at_least"), message);
                }
            }
            Predicate::Field(field) => self.name(&field.name, &format!("{path}.field.name")),
            Predicate::Person(person) => self.name(&person.role, &format!("{path}.person.role")),
            Predicate::Content(content) => self.name(&content.kind, &format!("{path}.content.kind")),
            Predicate::Answer(answer) if answer.scheme.is_empty() => {
                self.name(&answer.question, &format!("{path}.answer.question"));
            }
            Predicate::Answer(_) => {}
            Predicate::Quote(state) => self.kind(&state.state, &format!("{path}.quote.state")),
            Predicate::Approval(state) => self.kind(&state.state, &format!("{path}.approval.state")),
            Predicate::All(tests) => self.several(tests, &format!("{path}.all")),
            Predicate::Any(tests) => self.several(tests, &format!("{path}.any")),
            Predicate::Not(inner) => self.predicate(inner, &format!("{path}.not")),
        }
    }

    fn several(&mut self, tests: &[Predicate], path: &str) {
        if tests.is_empty() {
            self.error("P113", path, "this list is empty; name at least one predicate in it");
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
            self.error("P112", path, message);
        }
    }

    fn days(&mut self, days: f64, path: &str) {
        if !(days.is_finite() && days > 0.0) {
            let name = path.rsplit('.').next().unwrap_or_default();
            self.error("P111", path, format!("`{name}` is {days}; it must be more than 0"));
        }
    }

    fn name(&mut self, text: &str, path: &str) {
        if text.trim().is_empty() {
            let name = path.rsplit('.').next().unwrap_or_default();
            self.error("P105", path, format!("`{name}` is empty; people need words here"));
        }
    }

    fn id(&mut self, id: &str, path: &str) {
        if !is_slug(id) {
            let remedy = match slug(id) {
                better if better.is_empty() => "use lower-case letters, digits and hyphens".to_owned(),
                better => format!("write `{better}`"),
            };
            self.error("P104", path, format!("{id:?} is no short id; {remedy}"));
        }
    }

    fn twice<'a>(&mut self, what: &str, path: &str, list: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (i, id) in ids.enumerate() {
            let first = *seen.entry(id).or_insert(i);
            if first != i {
                let dot = if path.is_empty() { "" } else { "." };
                let message = format!("a second {what} has the id `{id}`; give each its own");
                self.error("P103", format!("{path}{dot}{list}[{i}].id"), message);
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
