//! The manual as a whole: thin data, strange text, page numbers, and the same bytes twice.

use manual::{Manual, PageKind, print};
use rstest::rstest;

use crate::material::{empty, small, written};

/// Letter and numbers of each section, in the order of its pages.
fn numbered(manual: &Manual) -> Vec<(String, Vec<String>)> {
    let printed = print(manual).expect("a PDF");
    assert!(printed.pdf.starts_with(b"%PDF-"));
    let contents = manual.contents(&printed.numbers);
    contents.sections.into_iter().map(|s| (s.letter, s.pages.into_iter().map(|p| p.number).collect())).collect()
}

#[test]
fn a_fresh_workspace_has_a_complete_manual() {
    let found = numbered(&empty().manual());
    let letters: Vec<&str> = found.iter().map(|(letter, _)| letter.as_str()).collect();
    assert_eq!(letters, ["P", "Y", "G"]);
    assert_eq!(found[2].1, ["1G"; 6], "what is waiting for data shares a sheet");
}

#[test]
fn each_section_counts_its_own_pages_from_one() {
    for (letter, numbers) in numbered(&small("Ann's deals").manual()) {
        let counts: Vec<u32> = numbers.iter().map(|n| n.trim_end_matches(&letter).parse().expect("a number")).collect();
        assert_eq!(counts.first(), Some(&1), "{letter}");
        assert!(counts.is_sorted(), "{letter}: {counts:?}");
    }
}

#[test]
fn a_long_page_moves_the_numbers_after_it() {
    let mut material = small("Ann");
    material.written =
        vec![written("W", "Long", &"A sentence of some words.\n\n".repeat(120), 1.0), written("W", "Next", "x", 2.0)];
    let found = numbered(&material.manual());
    let work = found.last().expect("a section");
    assert_eq!((work.0.as_str(), work.1[0].as_str()), ("W", "1W"));
    assert!(["4W", "5W", "6W"].contains(&work.1[1].as_str()), "{:?}", work.1);
}

#[test]
fn the_same_manual_makes_the_same_bytes() {
    let first = print(&small("Ann").manual()).expect("a PDF");
    let second = print(&small("Ann").manual()).expect("a PDF");
    assert!(first == second);
    let other = print(&small("Bob").manual()).expect("a PDF");
    assert!(first.pdf != other.pdf);
}

#[rstest]
#[case("#let x = 1; #panic()")]
#[case("$ x^2 $ \\ \\u{0} `raw` *bold* _emph_ <label> @ref")]
#[case("<script>alert('x')</script>")]
#[case("]]></svg><script>alert(1)</script>")]
#[case("🎉 Größe 注文 שלום עולם مرحبا")]
#[case("tab\tline\nnull\u{0}bell\u{7}")]
#[case("")]
#[case("  ")]
#[case(&"W".repeat(200))]
#[case(&"long name with words ".repeat(10))]
fn strange_names_are_only_text(#[case] name: &str) {
    let manual = small(name).manual();
    let printed = print(&manual).expect("a PDF");
    for page in manual.sections.iter().flat_map(|s| &s.pages) {
        assert!(printed.numbers.contains_key(&page.id), "{} has no number", page.id);
        let html = manual.page(&page.id).expect("a page").html;
        assert!(!html.contains("<script") && !html.contains("<label"), "{html}");
        assert!(!html.contains('\u{0}') && !html.contains('\u{7}'));
    }
}

#[test]
fn pages_tell_who_wrote_them() {
    let manual = small("Ann").manual();
    let ids: Vec<&str> = manual.sections[0].pages.iter().take(2).map(|p| p.id.as_str()).collect();
    assert_eq!(ids[1], "p-overview", "a written page at 0 stands before the generated ones");
    let page = manual.page(ids[0]).expect("a page");
    assert_eq!((page.kind, page.version, page.markdown.as_deref()), (PageKind::Written, Some(3), Some("Text.")));
    assert_eq!(page.source, "Written by Ann, version 3 of 1 December 2017");
    let generated = manual.page("p-overview").expect("a page");
    assert_eq!((generated.kind, generated.markdown), (PageKind::Generated, None));
    assert_eq!(manual.page("no-such-page"), None);
}

#[test]
fn products_are_found_under_near_names() {
    let manual = small("Other").manual();
    let html = manual.page("r-gtx").expect("a page").html;
    assert!(html.contains("GTX Pro") && html.contains("GTXPro") && html.contains("4,821"), "{html}");
    assert_eq!(manual.page("r-other-products"), None);
}

#[test]
fn the_map_is_the_one_of_the_page() {
    let html = small("Connecting & Qualifying the whole buying committee").manual().page("g-map").expect("a page").html;
    for part in
        ["<title>Process map</title>", "1 of 3 stages and closings, 80 % of moves shown", "The main way: ", ">10 days<"]
    {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(empty().manual().page("g-map").expect("a page").html.contains("no moves between stages yet"));
}

#[test]
fn no_editor_is_said() {
    let mut material = empty();
    assert_eq!(material.manual().editor, None);
    material.editor = Some("  ".into());
    assert_eq!(material.manual().editor, None);
    material.editor = Some("Cara".into());
    assert_eq!(material.manual().editor.as_deref(), Some("Cara"));
}
