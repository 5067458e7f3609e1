//! What stands in the documentation of a stage and of a task.

use super::super::{Stage, Task};
use crate::language::Language;

/// Words before what a note tells.
struct Words {
    target: &'static str,
    due: &'static str,
    owner: &'static str,
    needed: &'static str,
    wished: &'static str,
    commitments: &'static str,
    handover: &'static str,
    colon: &'static str,
}

fn words(language: Language) -> Words {
    match language {
        Language::En => Words {
            target: "Target",
            due: "Deadline",
            owner: "Owner",
            needed: "To leave this stage",
            wished: "Wished for",
            commitments: "The prospect commits to",
            handover: "Hand-over to",
            colon: ": ",
        },
        Language::De => Words {
            target: "Ziel",
            due: "Frist",
            owner: "Zuständig",
            needed: "Um diese Phase zu verlassen",
            wished: "Wünschenswert",
            commitments: "Zusagen des Interessenten",
            handover: "Übergabe an",
            colon: ": ",
        },
        Language::Es => Words {
            target: "Objetivo",
            due: "Plazo",
            owner: "Responsable",
            needed: "Para salir de esta etapa",
            wished: "Deseable",
            commitments: "Compromisos del cliente potencial",
            handover: "Traspaso a",
            colon: ": ",
        },
        Language::Ja => Words {
            target: "目標",
            due: "期限",
            owner: "担当",
            needed: "このステージを出る条件",
            wished: "あると望ましいこと",
            commitments: "見込み客の約束",
            handover: "引き継ぎ先",
            colon: "：",
        },
    }
}

fn days(days: f64, language: Language) -> String {
    match (language, days == 1.0) {
        (Language::En, true) => "1 day".into(),
        (Language::En, false) => format!("{days} days"),
        (Language::De, true) => "1 Tag".into(),
        (Language::De, false) => format!("{days} Tage").replace('.', ","),
        (Language::Es, true) => "1 día".into(),
        (Language::Es, false) => format!("{days} días").replace('.', ","),
        (Language::Ja, _) => format!("{days}日"),
    }
}

/// Purpose, target, criteria, commitments and hand-over of a stage, in lines.
pub(super) fn of_stage(stage: &Stage, language: Language) -> String {
    let words = words(language);
    let mut lines = Vec::new();
    if !stage.purpose.is_empty() {
        lines.push(stage.purpose.clone());
    }
    lines.extend(stage.target_days.map(|d| [words.target, words.colon, &days(d, language)].concat()));
    let criteria = |required: bool| {
        let of_kind = stage.exit.iter().filter(move |c| c.required == required);
        of_kind.map(move |c| c.sentence(language)).collect::<Vec<_>>()
    };
    lines.extend(list(words.needed, words.colon, &criteria(true)));
    lines.extend(list(words.wished, words.colon, &criteria(false)));
    let commitments: Vec<String> = stage.commitments.iter().map(|c| c.says.clone()).collect();
    lines.extend(list(words.commitments, words.colon, &commitments));
    if let Some(handover) = &stage.handover {
        lines.push([words.handover, words.colon, &handover.to].concat());
        lines.extend(handover.with.iter().map(|what| format!("- {what}")));
    }
    lines.join("\n")
}

/// Owner and due date of a task, in lines.
pub(super) fn of_task(task: &Task, language: Language) -> String {
    let words = words(language);
    let owner = Some(task.owner.as_str()).filter(|o| !o.is_empty());
    let owner = owner.map(|o| [words.owner, words.colon, o].concat());
    let due = task.due_days.map(|d| [words.due, words.colon, &days(d, language)].concat());
    owner.into_iter().chain(due).collect::<Vec<_>>().join("\n")
}

fn list(title: &str, colon: &str, items: &[String]) -> Vec<String> {
    let title = (!items.is_empty()).then(|| format!("{title}{}", colon.trim_end()));
    title.into_iter().chain(items.iter().map(|item| format!("- {item}"))).collect()
}
