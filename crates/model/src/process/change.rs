//! What changed between two versions of a process, in sentences.

use super::{Criterion, Need, Process, Stage, Task};

/// What changed from `old` to `new`, one sentence each; empty where nothing did.
pub fn difference(old: &Process, new: &Process) -> Vec<String> {
    let mut told = Told(Vec::new());
    told.value("The process", "name", &old.name, &new.name);
    told.text("The process", "purpose", &old.purpose, &new.purpose);
    let (gone, kept, added) = pair(&old.stages, &new.stages, |s| &s.id);
    gone.iter().for_each(|s| told.say(format!("Stage “{}” was removed.", s.name)));
    added.iter().for_each(|s| told.say(format!("Stage “{}” was added.", s.name)));
    let order = |stages: &[Stage], others: &[Stage]| -> Vec<String> {
        stages.iter().map(|s| s.id.clone()).filter(|id| others.iter().any(|o| o.id == *id)).collect()
    };
    if order(&old.stages, &new.stages) != order(&new.stages, &old.stages) {
        let names: Vec<&str> = new.stages.iter().map(|s| s.name.as_str()).collect();
        told.say(format!("The stages are now in this order: {}.", names.join(", ")));
    }
    kept.iter().for_each(|(a, b)| told.stage(a, b));
    told.0
}

type Paired<'a, T> = (Vec<&'a T>, Vec<(&'a T, &'a T)>, Vec<&'a T>);

/// Those gone, those in both, those added.
fn pair<'a, T>(old: &'a [T], new: &'a [T], id: fn(&T) -> &String) -> Paired<'a, T> {
    let find = |list: &'a [T], wanted: &T| list.iter().find(|t| id(t) == id(wanted));
    (
        old.iter().filter(|t| find(new, t).is_none()).collect(),
        old.iter().filter_map(|t| Some((t, find(new, t)?))).collect(),
        new.iter().filter(|t| find(old, t).is_none()).collect(),
    )
}

struct Told(Vec<String>);

impl Told {
    fn say(&mut self, sentence: String) {
        self.0.push(sentence);
    }

    fn value(&mut self, of: &str, what: &str, old: &str, new: &str) {
        if old != new {
            self.say(format!("{of}: {what} was “{old}”, is “{new}”."));
        }
    }

    /// Longer text: that it changed, not the whole of it.
    fn text(&mut self, of: &str, what: &str, old: &str, new: &str) {
        if old != new {
            self.say(format!("{of}: {what} was reworded."));
        }
    }

    fn days(&mut self, of: &str, what: &str, old: Option<f64>, new: Option<f64>) {
        let shown = |days: Option<f64>| days.map_or_else(|| "none".to_owned(), |d| format!("{d} days"));
        if old != new {
            self.say(format!("{of}: {what} was {}, is {}.", shown(old), shown(new)));
        }
    }

    fn stage(&mut self, old: &Stage, new: &Stage) {
        let of = format!("Stage “{}”", new.name);
        self.value(&of, "name", &old.name, &new.name);
        self.text(&of, "purpose", &old.purpose, &new.purpose);
        self.days(&of, "target", old.target_days, new.target_days);
        if old.kind != new.kind {
            self.say(format!("{of}: its meaning changed."));
        }
        if old.observed != new.observed {
            self.say(format!("{of}: its names in the data are now: {}.", new.observed.join(", ")));
        }
        self.text(&of, "evidence", &old.evidence, &new.evidence);
        self.tasks(&of, old, new);
        self.criteria(&of, old, new);
        self.needs(&of, "content", &old.content, &new.content);
        self.needs(&of, "question", &old.questions, &new.questions);
    }

    fn needs(&mut self, of: &str, what: &str, old: &[Need], new: &[Need]) {
        let (gone, kept, added) = pair(old, new, |i: &Need| &i.id);
        gone.iter().for_each(|i| self.say(format!("{of}: the {what} “{}” was removed.", i.name)));
        added.iter().for_each(|i| self.say(format!("{of}: the {what} “{}” was added.", i.name)));
        for (a, b) in kept {
            let of = format!("{of}, {what} “{}”", b.name);
            self.value(&of, "wording", &a.name, &b.name);
            self.text(&of, "evidence", &a.evidence, &b.evidence);
        }
    }

    fn tasks(&mut self, of: &str, old: &Stage, new: &Stage) {
        let (gone, kept, added) = pair(&old.tasks, &new.tasks, |t: &Task| &t.id);
        gone.iter().for_each(|t| self.say(format!("{of}: the task “{}” was removed.", t.name)));
        added.iter().for_each(|t| self.say(format!("{of}: the task “{}” was added.", t.name)));
        for (a, b) in kept {
            let of = format!("{of}, task “{}”", b.name);
            self.value(&of, "name", &a.name, &b.name);
            self.value(&of, "owner", &a.owner, &b.owner);
            self.days(&of, "due", a.due_days, b.due_days);
            self.text(&of, "evidence", &a.evidence, &b.evidence);
        }
    }

    fn criteria(&mut self, of: &str, old: &Stage, new: &Stage) {
        let (gone, kept, added) = pair(&old.exit, &new.exit, |c: &Criterion| &c.id);
        gone.iter().for_each(|c| self.say(format!("{of}: the criterion “{}” was removed.", c.says)));
        added.iter().for_each(|c| self.say(format!("{of}: the criterion “{}” was added.", c.says)));
        for (a, b) in kept {
            let of = format!("{of}, criterion “{}”", b.says);
            self.value(&of, "wording", &a.says, &b.says);
            self.value(&of, "test", &super::says(&a.test), &super::says(&b.test));
            if a.required != b.required {
                self.say(format!("{of} is {}.", if b.required { "now required" } else { "no longer required" }));
            }
            self.text(&of, "evidence", &a.evidence, &b.evidence);
        }
    }
}
