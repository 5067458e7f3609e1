//! Rules about tasks, commitments and exit criteria.

use std::collections::HashMap;

use super::Lint;
use crate::{
    language::Language,
    people::DECIDERS,
    process::{Criterion, Ground, Predicate, Stage, StageKind, Waiver, ground, same_word, says},
};

/// Required criteria of a stage that a rep can keep in mind.
const MOST_REQUIRED: usize = 3;

impl Lint<'_> {
    pub(super) fn criteria(&mut self) {
        let process = self.process;
        for (i, stage) in process.stages.iter().enumerate() {
            let path = format!("stages[{i}]");
            if stage.kind == StageKind::Open {
                self.way_out(stage, &path);
            }
            self.required(stage, &path);
            if stage.waiver == Waiver::Approval && !stage.exit.iter().any(|c| c.required) {
                let message = format!(
                    "`{}` asks for approval to leave it without its required criteria, and has none; add a \
                     `[[stages.exit]]`, or take `override` away",
                    stage.id
                );
                self.note("P150", format!("{path}.override"), message);
            }
            self.alike(&stage.exit, &path);
            self.tasks(stage, &path);
            for (j, commitment) in stage.commitments.iter().enumerate().filter(|(_, c)| c.test.is_none()) {
                let message = format!(
                    "nothing shows whether `{}` was kept; add what does, such as `event = {{ kind = \"email.received\", \
                     by = \"prospect\" }}`",
                    commitment.id
                );
                self.note("P124", format!("{path}.commitments[{j}]"), message);
            }
        }
        self.roles();
        let open = || process.stages.iter().filter(|s| s.kind == StageKind::Open);
        let won = process.stages.iter().position(|s| s.kind == StageKind::Won);
        let decided = open().flat_map(|s| &s.exit).any(|c| c.required && asks_for_a_decider(&c.test));
        if let Some(won) = won.filter(|_| !decided && open().next().is_some()) {
            let message = "a deal can be won without a decision maker; require in one stage \
                           `person = { role = \"decision-maker\", engaged = true }`";
            self.note("P119", format!("stages[{won}]"), message);
        }
        self.questions_asked();
    }

    fn way_out(&mut self, stage: &Stage, path: &str) {
        if stage.exit.is_empty() {
            let message = format!(
                "`{}` has no exit criteria, so a deal leaves it at will; say in a `[[stages.exit]]` what the prospect \
                 must have done",
                stage.id
            );
            return self.note("P106", path, message);
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
        self.note("P107", path, message);
    }

    fn required(&mut self, stage: &Stage, path: &str) {
        let required = stage.exit.iter().filter(|c| c.required).count();
        if required > MOST_REQUIRED {
            let message = format!(
                "`{}` requires {required} things at once. Nobody will keep that up, and you will not learn which of them \
                 counts. Keep the {MOST_REQUIRED} that part won from lost deals best; make the others wishes with \
                 `required = false`",
                stage.id
            );
            self.note("P130", path, message);
        }
    }

    fn alike(&mut self, exit: &[Criterion], path: &str) {
        for (i, criterion) in exit.iter().enumerate() {
            let same = |other: &&Criterion| {
                other.test == criterion.test
                    || says(&other.test, Language::En).eq_ignore_ascii_case(&says(&criterion.test, Language::En))
                    || (!criterion.says.trim().is_empty() && same_word(&other.says, &criterion.says))
            };
            if let Some(first) = exit[..i].iter().find(same) {
                let message = format!("`{}` says the same as `{}`; keep one of them", criterion.id, first.id);
                self.note("P122", format!("{path}.exit[{i}]"), message);
            }
        }
    }

    fn tasks(&mut self, stage: &Stage, path: &str) {
        for (i, task) in stage.tasks.iter().enumerate() {
            let path = format!("{path}.tasks[{i}]");
            if task.owner.trim().is_empty() {
                let message = format!("nobody owns the task `{}`; add `owner = \"rep\"` or another role", task.id);
                self.note("P108", &path, message);
            }
            if let Some((due, target)) = task.due_days.zip(stage.target_days).filter(|(due, target)| due > target) {
                let message = format!(
                    "`{}` is due after {due} days, but a deal should need {target} in `{}`; bring one of them nearer",
                    task.id, stage.id
                );
                self.note("P145", format!("{path}.due_days"), message);
            }
        }
        for (i, question) in stage.questions.iter().enumerate().filter(|(_, q)| q.owner.trim().is_empty()) {
            let message = format!(
                "nobody sees to it that every rep can answer `{}`; name a role: `owner = \"sales engineer\"`",
                question.id
            );
            self.note("P129", format!("{path}.questions[{i}]"), message);
        }
    }

    /// Roles written in several ways.
    fn roles(&mut self) {
        let mut seen: HashMap<String, &str> = HashMap::new();
        let stages = self.process.stages.iter().enumerate();
        let tasks = stages.flat_map(|(i, s)| {
            s.tasks.iter().enumerate().map(move |(j, t)| (format!("stages[{i}].tasks[{j}].owner"), t.owner.as_str()))
        });
        for (path, role) in tasks.filter(|(_, role)| !role.trim().is_empty()) {
            let first = *seen.entry(role.trim().to_lowercase()).or_insert(role);
            if first.trim() != role.trim() {
                let message = format!("“{role}” and “{first}” differ only by case; write the role one way");
                self.note("P136", path, message);
            }
        }
    }

    /// Answers that criteria ask for must be answers to something.
    fn questions_asked(&mut self) {
        let process = self.process;
        let of_stages = process.stages.iter().flat_map(|s| s.questions.iter().map(|q| q.id.as_str()));
        let of_schemes = process.schemes.iter().flat_map(|s| s.questions.iter().map(|q| q.id.as_str()));
        let questions: Vec<&str> = of_stages.chain(of_schemes).collect();
        for (path, test) in self.tests() {
            let mut asked = Vec::new();
            test.each(&mut |test| {
                if let Predicate::Answer(answer) = test {
                    asked.push(answer);
                }
            });
            for answer in asked {
                let known = questions.iter().any(|q| same_word(q, &answer.question));
                if !answer.question.trim().is_empty() && !known {
                    let message = format!(
                        "no stage asks the question `{}`, so no rep will answer it; add it under `[[stages.questions]]`",
                        answer.question
                    );
                    self.note("P144", &path, message);
                }
                if !answer.scheme.trim().is_empty() {
                    self.refer(&answer.scheme, "scheme", process.schemes.iter().map(|s| s.id.as_str()), path.clone());
                }
            }
        }
    }
}

/// True if the predicate cannot hold without somebody who can decide.
fn asks_for_a_decider(test: &Predicate) -> bool {
    match test {
        Predicate::Person(person) => DECIDERS.iter().any(|role| same_word(role, &person.role)),
        Predicate::All(tests) => tests.iter().any(asks_for_a_decider),
        Predicate::Any(tests) => !tests.is_empty() && tests.iter().all(asks_for_a_decider),
        _ => false,
    }
}
