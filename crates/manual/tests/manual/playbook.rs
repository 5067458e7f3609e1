//! The pages on buyers, as a reader finds them on the web and in print.

use std::collections::BTreeMap;

use manual::{Manual, PageKind, Section, print};
use model::{
    language::Language,
    process::{self, Content, Journey, JourneyStep, Persona, Phase, Process, Reply, Scheme, SchemeQuestion},
};
use rstest::rstest;

use crate::material::{empty, written};

fn of(process: Process) -> Manual {
    let mut material = empty();
    material.process = Some(process);
    material.manual()
}

fn template(id: &str, language: Language) -> Process {
    process::template_in(id, language).expect("a template")
}

fn buyers(manual: &Manual) -> Option<&Section> {
    manual.sections.iter().find(|s| s.letter == "B")
}

fn html(manual: &Manual, id: &str) -> String {
    manual.page(id).unwrap_or_else(|| panic!("no page {id}")).html
}

/// Sheets of each page of the section but the last: it lasts until the next one begins.
fn sheets(section: &Section, numbers: &BTreeMap<String, String>) -> Vec<(String, u32)> {
    let number = |id: &str| -> u32 { numbers[id].trim_end_matches(char::is_alphabetic).parse().expect("a number") };
    section.pages.windows(2).map(|pair| (pair[0].id.clone(), number(&pair[1].id) - number(&pair[0].id))).collect()
}

#[rstest]
fn every_template_prints_with_a_journey_on_one_sheet(
    #[values("b2b-software", "agency", "field-sales", "inside-sales")] id: &str,
    #[values(Language::En, Language::De, Language::Es, Language::Ja)] language: Language,
) {
    let process = template(id, language);
    let manual = of(process.clone());
    let section = buyers(&manual).expect("a section");
    let titles: Vec<&str> = section.pages.iter().map(|p| p.title.as_str()).collect();
    let named =
        process.personas.iter().map(|p| p.name.as_str()).chain(process.journeys.iter().map(|j| j.name.as_str()));
    let others = ["Objections and answers", "Content library", "Qualification"];
    assert_eq!(titles, named.chain(others).collect::<Vec<_>>());
    let printed = print(&manual).expect("a PDF");
    for (page, count) in sheets(section, &printed.numbers) {
        assert!(count == 1 || !page.starts_with("b-persona") && !page.starts_with("b-journey"), "{page}: {count}");
    }
    let journey = &process.journeys[0];
    let shown = html(&manual, &format!("b-journey-{}", journey.id));
    assert!(!shown.contains("in full"), "no text is shortened");
    assert!(journey.steps.iter().all(|s| shown.contains(&format!(". {}", s.name))));
}

#[test]
fn nothing_written_down_gives_no_section() {
    assert!(buyers(&empty().manual()).is_none());
    let mut bare = process::template();
    (bare.personas, bare.journeys, bare.library) = Default::default();
    (bare.objections, bare.schemes) = Default::default();
    let manual = of(bare.clone());
    assert!(buyers(&manual).is_none());
    assert!(!html(&manual, "p-stage-presenting").contains("What we may hear"));

    bare.journeys = vec![Journey { id: "j".into(), name: "No steps".into(), ..Journey::default() }];
    bare.schemes = vec![Scheme { id: "s".into(), name: "No questions".into(), ..Scheme::default() }];
    assert!(buyers(&of(bare)).is_none());
}

#[rstest]
#[case::who_they_are("b-persona-it-lead", "Says whether a system may be connected")]
#[case::what_hurts("b-persona-it-lead", "Is asked only once everything has been decided")]
#[case::who_else_by_name("b-persona-it-lead", "<h2>Who else decides</h2><ul><li>Head of department</li></ul>")]
#[case::a_role_in_words("b-persona-finance", "<li>The managing director, above a certain sum</li>")]
#[case::their_words("b-persona-it-lead", "“Our data must not leave the house.”")]
#[case::made_for_them("b-persona-it-lead", "<td>Security and data protection on two pages</td><td>Fact sheet</td>")]
#[case::whose_way("b-journey-from-problem-to-recommendation", "The way of: Head of department, Head of IT")]
#[case::kinds("b-objections", "<h2>Competitor</h2>")]
#[case::answers("b-objections", "<em>Proof: What the problem costs, what the change brings.</em>")]
#[case::who_raises_it("b-objections", "Raised by: Head of department, Head of finance.")]
#[case::where_to_expect_it("b-objections", "Be ready for it in: Prospecting, Connecting and qualifying, Nurturing.")]
#[case::library(
    "b-content",
    "<td>Handling objections, Presenting</td><td>Head of IT</td><td>sales engineer<br>31 Mar 2027</td>"
)]
#[case::a_kind("b-content", "<td>E-mail template</td><td>First e-mail</td>")]
#[case::one_language("b-content", "All of it is in English.")]
#[case::threshold("b-schemes", "A deal counts as qualified from 5 of 8 points.")]
#[case::points("b-schemes", "yes\u{a0}2 · partly\u{a0}1 · no\u{a0}0")]
#[case::commitment("p-stage-presenting", "They write down by what they will judge us <small>within 10 days</small>")]
#[case::what_shows_it("p-stage-presenting", "Shown by: ")]
#[case::to_hear("p-stage-presenting", "“Our data must not leave the house.”")]
#[case::buyer_step("p-stage-presenting", "<li>Compares (during the purchase): “Does it work with our data")]
fn found_by_a_reader(#[case] page: &str, #[case] text: &str) {
    let manual = of(process::template());
    let shown = html(&manual, page);
    assert!(shown.contains(text), "{text}: {shown}");
}

#[test]
fn a_journey_is_told_to_those_who_do_not_see_it() {
    let shown = html(&of(process::template()), "b-journey-from-problem-to-recommendation");
    for part in [
        "role=\"img\" aria-label=\"From the problem to the recommendation, step by step. 1. Notices the problem (before \
         the purchase); does: Puts up with delays",
        "asks: Is it only us?; feels: Annoyed, but used to it; needs: A word for the problem, and a figure for its cost; \
         meets us: Our first e-mail or call; served by Prospecting, Nurturing.",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

#[test]
fn a_step_that_no_stage_serves_is_a_visible_hole() {
    let mut process = process::template();
    process.journeys[0].steps[2].stages = vec!["no-such-stage".into()];
    let shown = html(&of(process), "b-journey-from-problem-to-recommendation");
    assert!(shown.contains(">No stage of ours</text>") && shown.contains("stroke-dasharray"), "{shown}");
    assert!(shown.contains("Dashed: no stage of ours serves 1 step.") && shown.contains("served by no stage of ours"));
}

/// A step whose texts are `times` as long as the longest ones of the templates.
fn step(number: usize, times: usize) -> JourneyStep {
    let text = |what: &str, letters: usize| {
        let filled = format!("{what}{number} {}", "several good words ".repeat(letters * times));
        filled.chars().take(letters * times).collect()
    };
    JourneyStep {
        id: format!("step-{number}"),
        name: text("Name", 34),
        phase: [Phase::Before, Phase::During, Phase::After][number / 4 % 3],
        does: text("does", 78),
        asks: text("asks", 54),
        feels: text("feels", 37),
        needs: text("needs", 60),
        touchpoint: text("meets", 58),
        stages: vec!["connecting-and-qualifying".into(), "handling-objections".into()],
    }
}

#[rstest]
#[case::three(3, 1, false, 1)]
#[case::twelve(12, 1, false, 1)]
#[case::three_with_long_texts(3, 3, false, 1)]
#[case::twelve_with_long_texts(12, 4, true, 8)]
#[case::too_many_to_draw(60, 1, true, 12)]
fn long_journeys(#[case] steps: usize, #[case] times: usize, #[case] in_full: bool, #[case] most: u32) {
    let mut process = process::template();
    process.journeys[0].steps = (0..steps).map(|number| step(number, times)).collect();
    let manual = of(process);
    let page = "b-journey-from-problem-to-recommendation";
    let shown = html(&manual, page);
    assert_eq!(shown.contains("Step by step, in full"), in_full);
    assert_eq!(shown.contains("<svg"), steps < 60);
    assert!((0..steps).all(|number| shown.contains(&format!("meets{number} several"))));
    let counts = sheets(buyers(&manual).expect("a section"), &print(&manual).expect("a PDF").numbers);
    let count = counts.iter().find(|(id, _)| id == page).map(|(_, count)| *count);
    assert!(count.is_some_and(|count| (1..=most).contains(&count)), "{count:?}");
}

/// A process with one of each thing, all of whose texts are `text`.
fn all_of(text: &str) -> Process {
    let words = || vec![text.to_owned()];
    let said = || text.to_owned();
    Process {
        name: said(),
        stages: process::template().stages,
        personas: vec![Persona {
            id: said(),
            name: said(),
            role: said(),
            goals: words(),
            pains: words(),
            reasons: words(),
            objections: words(),
            channels: words(),
            trusts: words(),
            decides_with: words(),
        }],
        journeys: vec![Journey {
            id: said(),
            name: said(),
            personas: words(),
            steps: vec![JourneyStep {
                id: said(),
                name: said(),
                phase: Phase::During,
                does: said(),
                asks: said(),
                feels: said(),
                needs: said(),
                touchpoint: said(),
                stages: words(),
            }],
        }],
        library: vec![Content {
            id: said(),
            name: said(),
            kind: said(),
            link: said(),
            file: said(),
            text: said(),
            owner: said(),
            review_by: said(),
            stages: words(),
            personas: words(),
            language: said(),
        }],
        objections: vec![process::Objection {
            id: said(),
            kind: said(),
            says: said(),
            answers: vec![Reply { id: said(), says: said(), proof: said() }],
        }],
        schemes: vec![Scheme {
            id: said(),
            name: said(),
            threshold: f64::NAN,
            questions: vec![SchemeQuestion {
                id: said(),
                asks: said(),
                points: Some(f64::INFINITY),
                scores: BTreeMap::from([(said(), -1.0)]),
            }],
        }],
        ..process::template()
    }
}

#[rstest]
#[case("<script>alert(1)</script>")]
#[case("#panic() $x^2$ *bold* _emph_ `raw` <label> @ref \\")]
#[case("]]></svg><script>alert(1)</script>")]
#[case("javascript:alert(1)")]
#[case("🎉 Größe 注文 שלום עולם مرحبا")]
#[case("null\u{0}bell\u{7}\nline")]
#[case("")]
#[case("  ")]
#[case(&"W".repeat(300))]
#[case(&"課題".repeat(150))]
fn strange_texts_are_only_text(#[case] text: &str) {
    let manual = of(all_of(text));
    let section = buyers(&manual).expect("a section");
    assert_eq!(section.pages.len(), 5);
    let printed = print(&manual).expect("a PDF");
    for page in &section.pages {
        assert!(printed.numbers.contains_key(&page.id), "{} has no number", page.id);
        let html = html(&manual, &page.id);
        assert!(!html.contains("<script") && !html.contains("<label") && !html.contains("href"), "{html}");
        assert!(!html.contains('\u{0}') && !html.contains('\u{7}') && !html.contains("inf"), "{html}");
    }
}

#[rstest]
#[case("https://example.org/a?b=\"c\"", Some("<a href=\"https://example.org/a?b=&quot;c&quot;\""))]
#[case("HTTP://example.org", Some("<a href=\"HTTP://example.org\""))]
#[case("mailto:a@example.org", None)]
#[case("javascript:alert(1)", None)]
#[case("//example.org", None)]
#[case("é", None)]
fn only_web_links_are_links(#[case] link: &str, #[case] shown: Option<&str>) {
    let mut process = process::template();
    process.library.truncate(1);
    process.library[0].link = link.into();
    let html = html(&of(process), "b-content");
    assert_eq!(html.contains("href"), shown.is_some(), "{html}");
    assert!(shown.is_none_or(|shown| html.contains(shown)), "{html}");
}

/// The manual of the material is as of 31 December 2017.
#[rstest]
#[case::before("2017-12-30", "<td>marketing<br>30 Dec 2017<br><strong>past review</strong></td>", true)]
#[case::on_the_day("2017-12-31", "<td>marketing<br>31 Dec 2017</td>", false)]
#[case::no_day("next spring", "<td>marketing<br>next spring</td>", false)]
#[case::none("", "<td>marketing</td>", false)]
fn content_past_its_review_is_marked(#[case] review_by: &str, #[case] cell: &str, #[case] told: bool) {
    let mut process = process::template();
    process.library[0].review_by = review_by.into();
    let html = html(&of(process), "b-content");
    assert!(html.contains(cell), "{html}");
    assert_eq!(html.contains("1 piece is past review"), told);
}

#[test]
fn languages_get_a_column_where_there_are_several() {
    let mut process = process::template();
    process.library[0].language = "de-AT".into();
    process.library[1].language = "fr".into();
    let html = html(&of(process), "b-content");
    for part in [">Language</th>", "<td>German</td>", "<td>fr</td>", "<td>English</td>"] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("All of it"));
}

#[test]
fn people_may_write_pages_on_buyers() {
    let mut material = empty();
    material.written = vec![written("Buyers", "Whom we do not sell to", "Text.", 1.0)];
    let manual = material.manual();
    let page = &buyers(&manual).expect("a section").pages[0];
    assert_eq!(manual.page(&page.id).map(|p| (p.kind, p.section)), Some((PageKind::Written, "B".to_owned())));
}
