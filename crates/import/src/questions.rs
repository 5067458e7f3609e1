//! What a person should look at before an import.

use crate::{
    plan::{ColumnPlan, FileRole, Meaning, Plan, Question},
    profile::{Column, Profile},
};

/// Questions about near matches, about dates whose order nothing decides, and about very many names (`offers`, one a file).
pub fn ask(plan: &Plan, profiles: &[Option<Profile>], offers: &[Option<String>]) -> Vec<Question> {
    let mut questions = dates(plan, profiles);
    questions.extend(groups(plan, offers));
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

/// Very many names of activities: an offer to take some of them as one.
fn groups(plan: &Plan, offers: &[Option<String>]) -> Vec<Question> {
    let question = |(file, offer): (usize, &Option<String>)| {
        let column = plan.files[file].columns.iter().find(|c| c.meaning == Meaning::Activity);
        let column = column.map(|c| c.name.clone());
        Some(Question { file, column, text: offer.clone()? })
    };
    offers.iter().enumerate().filter_map(question).collect()
}

fn dates(plan: &Plan, profiles: &[Option<Profile>]) -> Vec<Question> {
    let mut questions = Vec::new();
    for (at, (file, profile)) in plan.files.iter().zip(profiles).enumerate() {
        let Some(profile) = profile.as_ref().filter(|_| file.role != FileRole::Ignored) else { continue };
        for (column, seen) in file.columns.iter().zip(&profile.columns) {
            if column.mixed_dates {
                questions.push(Question {
                    file: at,
                    column: Some(column.name.clone()),
                    text: two_orders(column, seen),
                });
            }
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

/// That a column's dates change their order, with the lines between which each order is certain.
fn two_orders(column: &ColumnPlan, seen: &Column) -> String {
    let (most, least) = if seen.dates.day >= seen.dates.month {
        (seen.day_lines, seen.month_lines)
    } else {
        (seen.month_lines, seen.day_lines)
    };
    format!(
        "Its dates change their order: line {} to line {} have dates that are only possible {}, line {} to line {} dates that \
         are only possible the other way. The latter, and all that can be read both ways, are rejected. Export it in one \
         order, or divide the file.",
        most.0,
        most.1,
        column.dates.map_or("one way", crate::time::words),
        least.0,
        least.1
    )
}
