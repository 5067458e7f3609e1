//! What a person should look at before an import.

use crate::{
    plan::{FileRole, Plan, Question},
    profile::Profile,
};

/// Questions about near matches and about dates whose order nothing decides.
pub fn ask(plan: &Plan, profiles: &[Option<Profile>]) -> Vec<Question> {
    let mut questions = dates(plan, profiles);
    for join in &plan.joins {
        let to = &plan.files[join.to].name;
        for near in &join.near {
            let Some(key) = &near.key else { continue };
            let text = if near.accepted {
                format!(
                    "{:?} ({} rows) is not in {to}; it is taken to mean {key:?} there. Is that right?",
                    near.value, near.rows
                )
            } else {
                format!("{:?} ({} rows) is not in {to}. Does it mean {key:?} there?", near.value, near.rows)
            };
            questions.push(Question { file: join.from, column: Some(join.column.clone()), text });
        }
        let lost: u64 = join.near.iter().filter(|n| n.key.is_none()).map(|n| n.rows).sum();
        if lost > 0 {
            let text = format!("{lost} rows have a value that is not in {to} and resembles none there.");
            questions.push(Question { file: join.from, column: Some(join.column.clone()), text });
        }
    }
    questions
}

fn dates(plan: &Plan, profiles: &[Option<Profile>]) -> Vec<Question> {
    let mut questions = Vec::new();
    for (at, (file, profile)) in plan.files.iter().zip(profiles).enumerate() {
        let Some(profile) = profile.as_ref().filter(|_| file.role != FileRole::Ignored) else { continue };
        for (column, seen) in file.columns.iter().zip(&profile.columns) {
            let Some(order) = column.dates.filter(|_| seen.dates.either > 0 && seen.dates.day == seen.dates.month)
            else {
                continue;
            };
            if seen.dates.dotted * 2 > seen.dates.either || profile.partial {
                continue;
            }
            let text = format!(
                "Every date can be read day first or month first; they are read {}. Is that right?",
                crate::time::words(order)
            );
            questions.push(Question { file: at, column: Some(column.name.clone()), text });
        }
    }
    questions
}
