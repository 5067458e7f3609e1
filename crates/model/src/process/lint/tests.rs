//! Every rule finds its own example and is content with what its example becomes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use rstest::rstest;

use super::*;
use crate::process::{CriterionObserved, Level, Observed, Quartiles, StageObserved, parse, to_toml};

/// History in which the ids of the examples mean what they say.
fn observed() -> Observed {
    let stage = |stage: &str, without_prospect| StageObserved {
        stage: stage.into(),
        moved_on: 100,
        without_prospect,
        won_days: Some(Quartiles { n: 50, q25: 6.0, median: 8.0, q75: 12.0 }),
    };
    let criterion = |id: &str, met| CriterionObserved { stage: "demo".into(), criterion: id.into(), met, of: 100 };
    let words = |all: &[&str]| all.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    Observed {
        stages: vec![stage("demo", 8), stage("talk", 71)],
        criteria: vec![criterion("never-met", 0), criterion("always-met", 100), criterion("attended", 60)],
        kinds: words(&["meeting.attended", "email.received", "call"]),
        words: words(&["demo", "decision-maker", "case-study"]),
        fields: words(&["owner"]),
    }
}

fn found(part: &str) -> Vec<Finding> {
    let text = if part.starts_with("schema") {
        part.to_owned()
    } else {
        let ends = "\n[[stages]]\nid = \"won\"\nname = \"Won\"\nkind = \"won\"\n\n[[stages]]\nid = \"lost\"\nname = \"Lost\"\nkind = \"lost\"\n";
        format!("schema = 1\nid = \"sales\"\nname = \"Sales\"\n\n{part}{ends}")
    };
    let process = parse(&text).unwrap_or_else(|findings| panic!("{text}\n{findings:?}"));
    let observed = observed();
    let (files, made) = (["mill.pdf".to_owned()], ["big-wins".to_owned()]);
    let today = Some(jiff::civil::date(2026, 11, 30));
    let known = Known { observed: Some(&observed), today, files: Some(&files), metrics: &made };
    lint(&process, Some(&text), &known)
}

#[test]
fn each_rule_finds_its_example_and_nothing_once_it_is_mended() {
    for rule in rules() {
        let (flawed, mended) = (found(rule.example), found(rule.fixed));
        let hit: Vec<&Finding> = flawed.iter().filter(|f| f.code == rule.id).collect();
        assert!(!hit.is_empty(), "{} does not find its example: {flawed:#?}", rule.id);
        assert!(hit.iter().all(|f| f.level == rule.level && f.line.is_some() && f.column.is_some()), "{hit:?}");
        assert!(mended.iter().all(|f| f.code != rule.id), "{} finds what is mended: {mended:#?}", rule.id);
        let worse = mended.iter().find(|f| f.level == Level::Error);
        assert!(worse.is_none(), "what mends {} breaks something: {worse:?}", rule.id);
    }
}

#[test]
fn rules_are_numbered_once_and_explained() {
    assert!(rules().len() >= 24, "{}", rules().len());
    assert!(rules().windows(2).all(|pair| pair[0].id < pair[1].id));
    for rule in rules() {
        assert!(rule.title.len() > 3 && rule.why.ends_with('.') && !rule.why.contains("TODO"), "{rule:?}");
        assert_eq!(super::rule(rule.id), Some(rule));
    }
}

/// Renew with `STAGECRAFT_RENEW=1 cargo test -p stagecraft-model`.
#[test]
fn the_page_of_the_rules_is_current() {
    let place = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/linter.md");
    let page = page();
    if std::env::var_os("STAGECRAFT_RENEW").is_some() {
        std::fs::write(place, &page).unwrap();
    }
    let written = std::fs::read_to_string(place).unwrap_or_default();
    assert!(written == page, "docs/linter.md is not current; renew it with STAGECRAFT_RENEW=1");
}

fn page() -> String {
    let mut page = String::from(include_str!("linter.md"));
    for Rule { id, level, title, why, example, fixed } in rules() {
        page.push_str(&format!(
            "\n## {id}: {title}\n\n*{}.* {why}\n\n```toml\n{example}```\n\nBetter:\n\n```toml\n{fixed}```\n",
            level.word()
        ));
    }
    page
}

const PLAIN: &str = "[[stages]]\nid = \"demo\"\nname = \"Demo\"\n";

#[rstest]
#[case("[[silence]]\nrule = \"P115\"\nat = \"demo\"\nreason = \"r\"\n\n", false, false)]
#[case("[[silence]]\nrule = \"P115\"\nreason = \"everywhere\"\n\n", false, false)]
#[case("[[silence]]\nrule = \"P115\"\nat = \"demo\"\nreason = \" \"\n\n", true, true)]
#[case("[[silence]]\nrule = \"P115\"\nat = \"dem\"\nreason = \"r\"\n\n", true, true)]
#[case("[[silence]]\nrule = \"P999\"\nreason = \"r\"\n\n", true, true)]
#[case("[[silence]]\nrule = \"P103\"\nreason = \"errors stay\"\n\n", true, true)]
fn silences(#[case] silence: &str, #[case] heard: bool, #[case] complained: bool) {
    let findings = found(&format!("{silence}{PLAIN}"));
    assert_eq!(findings.iter().any(|f| f.code == "P115"), heard, "{findings:?}");
    assert_eq!(findings.iter().any(|f| f.code == "P141"), complained, "{findings:?}");
}

#[test]
fn a_finding_names_its_place_by_ids() {
    let findings = found(
        "[[stages]]\nid = \"demo\"\nname = \"Demo\"\ntarget_days = 3\n\n  [[stages.tasks]]\n  id = \"call\"\n  name = \"Call\"\n",
    );
    let finding = findings.iter().find(|f| f.code == "P108").unwrap();
    assert_eq!((finding.at.as_str(), finding.line, finding.column), ("demo.tasks.call", Some(10), Some(3)));
}

#[test]
fn what_two_parts_of_a_criterion_break_is_told_once() {
    let part = "{ event = { kind = \"trial.started\", by = \"prospect\" } }";
    let findings = found(&format!(
        "{PLAIN}[[stages.exit]]\nid = \"tried\"\nsays = \"They tried it\"\nany = [{part}, {{ not = {part} }}]\n"
    ));
    assert_eq!(findings.iter().filter(|f| f.code == "P123").count(), 1, "{findings:?}");
}

#[test]
fn references_tell_what_was_meant() {
    let findings = found(&format!("{PLAIN}moves = [\"wonn\", \"nowhere-at-all\"]\n"));
    let said: Vec<&str> = findings.iter().filter(|f| f.code == "P139").map(|f| f.message.as_str()).collect();
    assert_eq!(said.len(), 2, "{findings:?}");
    assert!(said[0].ends_with("did you mean `won`?") && said[1].ends_with("known: demo, won, lost"), "{said:?}");
}

#[test]
fn what_the_linter_reads_it_also_writes() {
    for rule in rules().iter().filter(|rule| !rule.example.starts_with("schema")) {
        let text = format!("schema = 1\nid = \"sales\"\nname = \"Sales\"\n\n{}", rule.example);
        let process = parse(&text).unwrap();
        assert_eq!(parse(&to_toml(&process)), Ok(process), "{}", rule.id);
    }
}
