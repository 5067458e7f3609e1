//! Rules about personas, journeys, content, objections.

use jiff::civil::Date;

use super::Lint;
use crate::process::{Content, StageKind};

/// What `{{…}}` in the text of a template may name.
pub const VARIABLES: [&str; 10] = [
    "deal.name",
    "deal.account",
    "deal.owner",
    "deal.product",
    "deal.value",
    "deal.currency",
    "deal.stage",
    "rep.name",
    "prospect.name",
    "today",
];

impl Lint<'_> {
    pub(super) fn playbook(&mut self, today: Option<Date>) {
        self.references();
        let process = self.process;
        for (i, content) in process.library.iter().enumerate() {
            self.content(content, today, &format!("library[{i}]"));
        }
        for (i, stage) in process.stages.iter().enumerate() {
            for (j, need) in stage.content.iter().enumerate().filter(|(_, n)| n.item.is_empty()) {
                let message = format!(
                    "“{}” is needed here and not in the library; add it there and name it: `item = \"…\"`",
                    need.name
                );
                self.note("P125", format!("stages[{i}].content[{j}]"), message);
            }
        }
        for (i, persona) in process.personas.iter().enumerate().filter(|(_, p)| p.objections.is_empty()) {
            let message = format!(
                "`{}` has nothing against us, which is too good to be true; list what they say: `objections = [\"…\"]`",
                persona.id
            );
            self.note("P131", format!("personas[{i}]"), message);
        }
        for (i, objection) in process.objections.iter().enumerate().filter(|(_, o)| o.answers.is_empty()) {
            let message = format!("nobody knows what to say to `{}`; add an `[[objections.answers]]`", objection.id);
            self.note("P134", format!("objections[{i}]"), message);
        }
        self.journeys();
    }

    /// Content whose file nobody has brought.
    pub(super) fn files(&mut self, files: &[String]) {
        let process = self.process;
        let missing = |name: &str| !name.is_empty() && !files.iter().any(|file| file == name);
        for (i, content) in process.library.iter().enumerate().filter(|(_, c)| missing(&c.file)) {
            let message = format!("the library has no file `{}`; bring it under Playbook, Library", content.file);
            self.note("P146", format!("library[{i}].file"), message);
        }
    }

    fn journeys(&mut self) {
        let process = self.process;
        for (i, journey) in process.journeys.iter().enumerate() {
            for (j, step) in journey.steps.iter().enumerate().filter(|(_, s)| s.stages.is_empty()) {
                let message = format!(
                    "no stage helps buyers with “{}”; name the ones that do: `stages = [\"…\"]`, or build one",
                    step.name
                );
                self.note("P132", format!("journeys[{i}].steps[{j}]"), message);
            }
        }
        let served =
            |id: &str| process.journeys.iter().flat_map(|j| &j.steps).any(|s| s.stages.iter().any(|s| s == id));
        let own = |kind| matches!(kind, StageKind::Open | StageKind::AfterSale);
        for (i, stage) in process.stages.iter().enumerate().filter(|(_, s)| own(s.kind)) {
            if !process.journeys.is_empty() && !served(&stage.id) {
                let message = format!("`{}` serves no step of the buyers' journey; whom does it help?", stage.id);
                self.note("P133", format!("stages[{i}]"), message);
            }
        }
    }

    fn content(&mut self, content: &Content, today: Option<Date>, path: &str) {
        if [&content.link, &content.file, &content.text].iter().all(|place| place.trim().is_empty()) {
            let message = format!("`{}` has no `link`, no `file` and no `text`, so nobody can use it", content.id);
            self.note("P125", path, message);
        }
        if content.owner.trim().is_empty() {
            let message = format!("nobody keeps `{}` true; add `owner = \"…\"`", content.id);
            self.note("P126", path, message);
        }
        if !content.review_by.is_empty() {
            match content.review_by.parse::<Date>() {
                Ok(due) if today.is_some_and(|today| due < today) => {
                    let message =
                        format!("`{}` was to be looked over by {due}; do it, then set the next day", content.id);
                    self.note("P127", format!("{path}.review_by"), message);
                }
                Ok(_) => {}
                Err(_) => {
                    let message = format!("{:?} is no day; write it as 2027-01-31", content.review_by);
                    self.note("P143", format!("{path}.review_by"), message);
                }
            }
        }
        for variable in unknown_variables(&content.text) {
            let message = format!("`{{{{{variable}}}}}` stands for nothing; known: {}", VARIABLES.join(", "));
            self.note("P135", format!("{path}.text"), message);
        }
    }

    fn references(&mut self) {
        let process = self.process;
        let stages = || process.stages.iter().map(|s| s.id.as_str());
        let personas = || process.personas.iter().map(|p| p.id.as_str());
        let objections = || process.objections.iter().map(|o| o.id.as_str());
        let library = || process.library.iter().map(|c| c.id.as_str());
        for (i, stage) in process.stages.iter().enumerate() {
            for (j, id) in stage.objections.iter().enumerate() {
                self.refer(id, "objection", objections(), format!("stages[{i}].objections[{j}]"));
            }
            for (j, task) in stage.tasks.iter().enumerate().filter(|(_, t)| !t.template.is_empty()) {
                self.refer(&task.template, "content", library(), format!("stages[{i}].tasks[{j}].template"));
            }
            for (list, needs) in [("content", &stage.content), ("questions", &stage.questions)] {
                for (j, need) in needs.iter().enumerate().filter(|(_, n)| !n.item.is_empty()) {
                    self.refer(&need.item, "content", library(), format!("stages[{i}].{list}[{j}].item"));
                }
            }
        }
        for (i, persona) in process.personas.iter().enumerate() {
            for (j, id) in persona.objections.iter().enumerate() {
                self.refer(id, "objection", objections(), format!("personas[{i}].objections[{j}]"));
            }
        }
        for (i, journey) in process.journeys.iter().enumerate() {
            for (j, id) in journey.personas.iter().enumerate() {
                self.refer(id, "persona", personas(), format!("journeys[{i}].personas[{j}]"));
            }
            for (j, step) in journey.steps.iter().enumerate() {
                for (k, id) in step.stages.iter().enumerate() {
                    self.refer(id, "stage", stages(), format!("journeys[{i}].steps[{j}].stages[{k}]"));
                }
            }
        }
        for (i, content) in process.library.iter().enumerate() {
            for (j, id) in content.stages.iter().enumerate() {
                self.refer(id, "stage", stages(), format!("library[{i}].stages[{j}]"));
            }
            for (j, id) in content.personas.iter().enumerate() {
                self.refer(id, "persona", personas(), format!("library[{i}].personas[{j}]"));
            }
        }
        for (i, objection) in process.objections.iter().enumerate() {
            for (j, answer) in objection.answers.iter().enumerate().filter(|(_, a)| !a.proof.is_empty()) {
                self.refer(&answer.proof, "content", library(), format!("objections[{i}].answers[{j}].proof"));
            }
        }
    }
}

/// Names between `{{` and `}}` that stand for nothing; one that is not closed too.
fn unknown_variables(text: &str) -> Vec<&str> {
    let names = text.split("{{").skip(1).map(|rest| rest.split_once("}}").map_or(rest, |(name, _)| name).trim());
    names.filter(|name| !VARIABLES.contains(name)).collect()
}
