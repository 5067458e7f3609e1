//! Names of stages: which ones mean the same.

use std::sync::OnceLock;

use model::process::{Process, StageKind, template};

/// Words by which teams call the stages of the default template, each list from the surest on; all lower case.
const WORDS: [(&str, &[&str]); 7] = [
    ("prospecting", &["prospect", "lead", "new", "target", "suspect", "outreach", "inquiry"]),
    (
        "connecting-and-qualifying",
        &["connect", "qualif", "engag", "contact", "discover", "appointment", "needs", "sql"],
    ),
    ("researching", &["research", "analys", "assess", "evaluat", "scoping", "perception"]),
    ("presenting", &["present", "demo", "value prop", "solution", "pitch"]),
    ("handling-objections", &["objection", "proposal", "quote", "price", "negotiat", "review", "decision"]),
    ("closing", &["closing", "contract", "commit", "legal", "procure", "verbal", "sign"]),
    ("nurturing", &["nurtur", "on hold", "later", "recycle", "stalled", "parked"]),
];

/// The default template, made once.
pub(super) fn default_process() -> &'static Process {
    static TEMPLATE: OnceLock<Process> = OnceLock::new();
    TEMPLATE.get_or_init(template)
}

/// The template's stage that a stage of the data corresponds to, by its name: equal, or by a word they share.
pub(super) fn template_stage(name: &str) -> Option<&'static str> {
    let wanted = name.trim().to_lowercase().replace('&', "and");
    let open = |kind: StageKind| matches!(kind, StageKind::Open | StageKind::Nurturing);
    let stages = || default_process().stages.iter().filter(|s| open(s.kind));
    let same = stages().find(|s| s.id == model::process::slug(&wanted)).map(|s| s.id.as_str());
    let by_word = || {
        let hits = WORDS.iter().filter_map(|(id, words)| Some((words.iter().position(|w| wanted.contains(w))?, *id)));
        hits.min_by_key(|(sureness, _)| *sureness).map(|(_, id)| id)
    };
    same.or_else(by_word)
}

/// The place of that stage in the template.
pub(super) fn template_place(name: &str) -> Option<usize> {
    let id = template_stage(name)?;
    default_process().stages.iter().position(|s| s.id == id)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Prospecting", Some("prospecting"))]
    #[case("Engaging", Some("connecting-and-qualifying"))]
    #[case("Connecting & Qualifying", Some("connecting-and-qualifying"))]
    #[case("Qualification", Some("connecting-and-qualifying"))]
    #[case("Needs Analysis", Some("researching"))]
    #[case("Proposal/Price Quote", Some("handling-objections"))]
    #[case("Negotiation/Review", Some("handling-objections"))]
    #[case("Demo Scheduled", Some("presenting"))]
    #[case("Contract Sent", Some("closing"))]
    #[case("Pilot", None)]
    fn stages_of_the_template(#[case] name: &str, #[case] id: Option<&str>) {
        assert_eq!(template_stage(name), id);
    }
}
