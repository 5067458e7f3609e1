//! The templates, each in each language: complete, free of flaws, and the same thing in other words.

#![allow(clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{
    language::Language,
    process::{
        Criterion, Ground, Known, Need, Predicate, Process, Stage, StageKind, VARIABLES, ground, lint, parse, template,
        template_in, template_text, templates,
    },
};
use rstest::rstest;
use serde_json::Value as Json;

/// Every template in every language, with what to call it.
fn all() -> impl Iterator<Item = (String, Process)> {
    Language::ALL.into_iter().flat_map(|language| {
        templates(language).into_iter().map(move |info| {
            let called = format!("{}.{}", info.id, language.tag());
            let process = template_in(info.id, language).unwrap_or_else(|| panic!("{called} is no process"));
            (called, process)
        })
    })
}

fn ids(templates: &[model::process::TemplateInfo]) -> Vec<&str> {
    templates.iter().map(|info| info.id).collect()
}

#[test]
fn every_language_has_the_same_templates() {
    let english = templates(Language::En);
    assert_eq!(english.first().map(|info| info.id), Some("b2b-software"));
    for language in Language::ALL {
        let here = templates(language);
        assert_eq!(ids(&here), ids(&english), "{language:?}");
        for (info, english) in here.iter().zip(&english).filter(|_| language != Language::En) {
            assert!(info.name != english.name && info.about != english.about, "{language:?} {}", info.id);
        }
    }
    assert_eq!(template_in("none", Language::En), None);
}

#[rstest]
fn every_file_is_read_and_has_no_flaw(
    #[values(Language::En, Language::De, Language::Es, Language::Ja)] language: Language,
) {
    for info in templates(language) {
        let text = template_text(info.id, language).unwrap();
        let process = parse(text).unwrap_or_else(|findings| panic!("{} {language:?}: {findings:?}", info.id));
        assert_eq!(lint(&process, Some(text), &Known::default()), [], "{} {language:?}", info.id);
        assert_eq!(lint(&process, None, &Known::default()), []);
        assert_eq!(process.language, language.tag());
        assert!(process.library.iter().all(|item| item.language == language.tag()), "{} {language:?}", info.id);
    }
}

#[test]
fn the_default_one_keeps_its_stages() {
    let process = template();
    let stages: Vec<&str> = process.stages.iter().map(|s| s.id.as_str()).collect();
    let expected = [
        "prospecting",
        "connecting-and-qualifying",
        "researching",
        "presenting",
        "handling-objections",
        "closing",
        "nurturing",
        "won",
        "lost",
        "onboarding",
        "growing",
    ];
    assert_eq!(stages, expected);
}

#[rstest]
#[case("prospecting", "closing", 0)]
#[case("won", "onboarding", 5)]
fn each_has_a_beginning_and_an_after(#[case] from: &str, #[case] to: &str, #[case] told: usize) {
    let process = template();
    let stage = process.stage(from).unwrap();
    assert!(stage.allows(to));
    assert_eq!(stage.handover.as_ref().map_or(0, |h| h.with.len()), told);
}

/// What is written for people; all else must be the same in every language.
fn is_words(path: &str) -> bool {
    let field = path.rsplit('.').next().unwrap_or_default();
    let field = field.split('[').next().unwrap_or_default();
    match field {
        "name" | "purpose" | "says" | "asks" | "does" | "feels" | "needs" | "touchpoint" | "text" | "owner" => {
            !path.ends_with("field.name")
        }
        "goals" | "pains" | "reasons" | "channels" | "trusts" | "decides_with" => true,
        "role" => path.starts_with(".personas"),
        "to" | "with" => path.contains(".handover."),
        _ => false,
    }
}

/// Compares two languages of one template; what differs where it must not, or is alike where it must not be.
fn compare(path: &str, english: &Json, other: &Json, found: &mut Vec<String>) {
    match (english, other) {
        (Json::Object(a), Json::Object(b)) if path.ends_with(".scores") => {
            let mut points = [a, b].map(|scores| scores.values().map(Json::to_string).collect::<Vec<_>>());
            points.iter_mut().for_each(|p| p.sort());
            if points[0] != points[1] {
                found.push(format!("{path}: other points"));
            }
        }
        (Json::Object(a), Json::Object(b)) if a.keys().eq(b.keys()) => {
            a.iter().zip(b.values()).for_each(|((key, a), b)| compare(&format!("{path}.{key}"), a, b, found));
        }
        (Json::Array(a), Json::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().for_each(|(i, (a, b))| compare(&format!("{path}[{i}]"), a, b, found));
        }
        (Json::String(a), Json::String(b)) if is_words(path) => {
            if b.trim().is_empty() || (a == b && a.chars().count() > 20) {
                found.push(format!("{path}: not translated: {a}"));
            }
            if variables(a) != variables(b) {
                found.push(format!("{path}: other variables: {:?} {:?}", variables(a), variables(b)));
            }
        }
        _ if path == ".language" || (path.starts_with(".library[") && path.ends_with(".language")) => {}
        _ if english == other => {}
        _ => found.push(format!("{path}: {english} is {other}")),
    }
}

#[rstest]
fn other_languages_differ_in_words_alone(#[values(Language::De, Language::Es, Language::Ja)] language: Language) {
    for info in templates(language) {
        let [english, other] =
            [Language::En, language].map(|l| serde_json::to_value(template_in(info.id, l).unwrap()).unwrap());
        let mut found = Vec::new();
        compare("", &english, &other, &mut found);
        assert!(found.is_empty(), "{} {language:?}: {found:#?}", info.id);
    }
}

/// The names between `{{` and `}}`.
fn variables(text: &str) -> BTreeSet<&str> {
    text.split("{{").skip(1).map(|rest| rest.split_once("}}").map_or(rest, |(name, _)| name)).collect()
}

#[test]
fn content_has_text_an_owner_a_day_and_known_variables() {
    let [first, last] = ["2026-12-01", "2027-11-30"].map(|day| day.parse::<Date>().unwrap());
    for (called, process) in all() {
        for item in &process.library {
            let at = format!("{called}: {}", item.id);
            let unknown: Vec<&str> = variables(&item.text).into_iter().filter(|v| !VARIABLES.contains(v)).collect();
            assert!(unknown.is_empty(), "{at}: {unknown:?}");
            assert!(item.text.lines().count() > 3 && !item.owner.is_empty(), "{at}");
            let day: Date = item.review_by.parse().unwrap();
            assert!(first <= day && day <= last, "{at}: {day}");
        }
    }
}

/// What a list refers to, each with where.
fn references(process: &Process) -> Vec<(String, &'static str, &str)> {
    let mut found = Vec::new();
    let mut note = |at: &str, to: &'static str, id| found.push((at.to_owned(), to, id));
    for stage in &process.stages {
        stage.moves.iter().for_each(|id| note(&stage.id, "stage", id.as_str()));
        stage.objections.iter().for_each(|id| note(&stage.id, "objection", id));
        let used = stage.tasks.iter().map(|t| &t.template).chain(needs(stage).map(|n| &n.item));
        used.filter(|id| !id.is_empty()).for_each(|id| note(&stage.id, "content", id));
        tests(stage).flat_map(schemes).for_each(|id| note(&stage.id, "scheme", id));
    }
    for persona in &process.personas {
        persona.objections.iter().for_each(|id| note(&persona.id, "objection", id));
    }
    for journey in &process.journeys {
        journey.personas.iter().for_each(|id| note(&journey.id, "persona", id));
        journey.steps.iter().for_each(|s| s.stages.iter().for_each(|id| note(&s.id, "stage", id)));
    }
    for item in &process.library {
        item.stages.iter().for_each(|id| note(&item.id, "stage", id));
        item.personas.iter().for_each(|id| note(&item.id, "persona", id));
    }
    let answers = process.objections.iter().flat_map(|o| &o.answers);
    answers.filter(|a| !a.proof.is_empty()).for_each(|a| note(&a.id, "content", &a.proof));
    found
}

fn needs(stage: &Stage) -> impl Iterator<Item = &Need> {
    stage.content.iter().chain(&stage.questions)
}

fn tests(stage: &Stage) -> impl Iterator<Item = &Predicate> {
    stage.exit.iter().map(|c| &c.test).chain(stage.commitments.iter().filter_map(|c| c.test.as_ref()))
}

fn schemes(test: &Predicate) -> Vec<&str> {
    match test {
        Predicate::Answer(answer) if !answer.scheme.is_empty() => vec![&answer.scheme],
        _ => test.inner().iter().flat_map(schemes).collect(),
    }
}

/// The ids that can be referred to.
fn known(process: &Process) -> BTreeSet<(&'static str, &str)> {
    let stages = process.stages.iter().map(|s| ("stage", s.id.as_str()));
    let personas = process.personas.iter().map(|p| ("persona", p.id.as_str()));
    let library = process.library.iter().map(|c| ("content", c.id.as_str()));
    let objections = process.objections.iter().map(|o| ("objection", o.id.as_str()));
    let schemes = process.schemes.iter().map(|s| ("scheme", s.id.as_str()));
    stages.chain(personas).chain(library).chain(objections).chain(schemes).collect()
}

#[test]
fn every_reference_leads_somewhere_and_nothing_lies_idle() {
    for (called, process) in all() {
        let (known, references) = (known(&process), references(&process));
        for (at, to, id) in &references {
            assert!(known.contains(&(to, *id)), "{called}: {at} refers to the {to} {id:?}");
        }
        let used: BTreeSet<(&str, &str)> = references.iter().map(|(_, to, id)| (*to, *id)).collect();
        let idle: Vec<_> = known.iter().filter(|(what, _)| *what != "stage").filter(|k| !used.contains(k)).collect();
        assert!(idle.is_empty(), "{called}: {idle:?}");
    }
}

#[test]
fn a_sale_moves_on_by_acts_of_the_prospect() {
    for (called, process) in all() {
        for stage in &process.stages {
            let at = format!("{called}: {}", stage.id);
            let required: Vec<&Criterion> = stage.exit.iter().filter(|c| c.required).collect();
            let theirs = required.iter().filter(|c| ground(&c.test) == Ground::Prospect).count();
            assert!(required.len() <= 3 && theirs * 2 >= required.len(), "{at}");
            assert!(stage.kind != StageKind::Open || theirs > 0, "{at}");
            assert!(stage.commitments.iter().all(|c| c.test.is_some() && c.due_days.is_some()), "{at}");
            assert!(!stage.tasks.is_empty() && stage.tasks.iter().all(|t| t.due_days.is_some()), "{at}");
            assert!(stage.questions.iter().all(|q| !q.owner.is_empty()), "{at}");
        }
        let decides =
            |test: &Predicate| matches!(test, Predicate::Person(p) if p.role == "decision-maker" && p.engaged);
        let asked = process.stages.iter().any(|s| s.exit.iter().any(|c| c.required && decides(&c.test)));
        assert!(asked, "{called} can be won without a decision maker");
    }
}

#[test]
fn a_sale_is_handed_over_and_goes_on() {
    for (called, process) in all() {
        let won = process.first(StageKind::Won).unwrap();
        let handover = won.handover.as_ref().unwrap_or_else(|| panic!("{called} hands nothing over"));
        assert!(!handover.to.is_empty() && handover.with.len() > 2, "{called}");
        assert_eq!(process.next_stage(&won.id).map(|s| s.kind), Some(StageKind::AfterSale), "{called}");
        assert!(process.first(StageKind::Lost).is_some() && process.first(StageKind::Nurturing).is_some(), "{called}");
    }
}

#[test]
fn every_step_of_the_journey_is_served_and_every_stage_serves_one() {
    for (called, process) in all() {
        let steps: Vec<_> = process.journeys.iter().flat_map(|j| &j.steps).collect();
        assert!(steps.iter().all(|step| !step.stages.is_empty()), "{called}");
        for stage in process.stages.iter().filter(|s| matches!(s.kind, StageKind::Open | StageKind::AfterSale)) {
            assert!(steps.iter().any(|step| step.stages.contains(&stage.id)), "{called}: {}", stage.id);
        }
        let phases: BTreeSet<_> = steps.iter().map(|step| format!("{:?}", step.phase)).collect();
        assert_eq!(phases.len(), 3, "{called}");
    }
}

#[test]
fn objections_have_answers_and_the_usual_kinds() {
    for (called, process) in all() {
        assert!(process.objections.iter().all(|o| !o.answers.is_empty()), "{called}");
        let kinds: BTreeSet<&str> = process.objections.iter().map(|o| o.kind.as_str()).collect();
        for kind in ["cost", "onboarding", "contract", "timing", "competitor"] {
            assert!(kinds.contains(kind), "{called} has no objection of the kind {kind}");
        }
        assert!(kinds.len() > 5, "{called} has no objection of its own kind");
    }
}

#[test]
fn a_scheme_can_be_passed_and_failed() {
    for (called, process) in all() {
        for scheme in &process.schemes {
            let best = |scores: &BTreeMap<String, f64>| scores.values().copied().fold(0.0, f64::max);
            let most: f64 = scheme.questions.iter().map(|q| best(&q.scores)).sum();
            assert!(0.0 < scheme.threshold && scheme.threshold < most, "{called}: {}", scheme.id);
        }
    }
}
