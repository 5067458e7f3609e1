use model::{Deal, Outcome, ids::DealId, people::DealPerson};
use rstest::rstest;

use super::{Query, SearchIndex};

fn deal(key: &str, name: &str, account: &str) -> Deal {
    let mut deal = Deal::new(DealId::of_key(key), key);
    deal.name = name.to_owned();
    deal.account = (!account.is_empty()).then(|| account.to_owned());
    deal
}

fn person(name: &str, email: &str) -> DealPerson {
    let email = (!email.is_empty()).then(|| email.to_owned());
    DealPerson { name: name.to_owned(), email, ..DealPerson::default() }
}

fn index() -> SearchIndex {
    let mut index = SearchIndex::default();
    let deals = [
        ("1", "Acme Corp, 40 seats", "Acme Corp"),
        ("2", "Acorn renewal", "Acorn Ltd"),
        ("3", "Müller & Söhne", "Müller GmbH"),
        ("4", "東京電力 導入", "東京電力株式会社"),
        ("5", "Launch 🚀", ""),
        ("6", "Zürich Straßenbau", "Straßenbau AG"),
        ("K-1007", "Robotics pilot", "Acme Corp"),
        ("8", "=HYPERLINK(\"http://x\")<script>", ""),
    ];
    for (key, name, account) in deals {
        index.put(&deal(key, name, account), &[]);
    }
    index.put(
        &deal("9", "Warehouse", "Nordwind"),
        &[person("Anaïs Østergård", "anais@nordwind.example"), person("", "")],
    );
    index
}

fn names(index: &SearchIndex, query: &str) -> Vec<String> {
    index.find(&Query::read(query), 5).into_iter().map(|f| format!("{:?} {}", f.kind, f.name)).collect()
}

#[rstest]
#[case("Acme Corp", "Deal Acme Corp, 40 seats")]
#[case("Acme Crop", "Deal Acme Corp, 40 seats")]
#[case("Acme Crop", "Account Acme Corp")]
#[case("acme crop seats", "Deal Acme Corp, 40 seats")]
#[case("robotcs", "Deal Robotics pilot")]
#[case("acme robot", "Deal Robotics pilot")]
#[case("1007", "Deal Robotics pilot")]
#[case("muller sohne", "Deal Müller & Söhne")]
#[case("MÜLLER", "Account Müller GmbH")]
#[case("zurich strassenbau", "Deal Zürich Straßenbau")]
#[case("東京電力", "Account 東京電力株式会社")]
#[case("株式", "Account 東京電力株式会社")]
#[case("🚀", "Deal Launch 🚀")]
#[case("anais ostergard", "Person Anaïs Østergård")]
#[case("nordwind.example", "Person Anaïs Østergård")]
#[case("hyperlink", "Deal =HYPERLINK(\"http://x\")<script>")]
#[case("a", "Deal Acorn renewal")]
fn found(#[case] query: &str, #[case] expected: &str) {
    let found = names(&index(), query);
    assert!(found.iter().any(|name| name == expected), "{query}: {found:?}");
}

#[rstest]
#[case("")]
#[case("   ")]
#[case("%_' ;--")]
#[case("\u{0}\u{202e}\u{200b}")]
#[case("qqqqqqqq")]
#[case("(((((((((")]
fn nothing_found(#[case] query: &str) {
    assert_eq!(names(&index(), query), Vec::<String>::new());
}

#[test]
fn long_and_many_words_are_no_trouble() {
    let index = index();
    for query in ["x".repeat(100_000), "acme ".repeat(50_000), "é\u{301}".repeat(10_000), "🚀".repeat(5_000)] {
        index.find(&Query::read(&query), 5);
    }
    let mut index = index;
    index.put(&deal("long", &"ab ".repeat(100_000), ""), &[]);
    assert!(!names(&index, "ab").is_empty());
}

#[test]
fn the_better_first() {
    let mut index = SearchIndex::default();
    for (key, name) in [("1", "Corporate Acme partners"), ("2", "Acne Corp"), ("3", "Acme Corp"), ("4", "Acme Corp II")]
    {
        index.put(&deal(key, name, ""), &[]);
    }
    assert_eq!(names(&index, "acme corp")[..2], ["Deal Acme Corp", "Deal Acme Corp II"]);
    let mut closed = deal("3", "Acme Corp", "");
    closed.outcome = Outcome::Lost;
    index.put(&closed, &[]);
    index.put(&deal("5", "Acme Corp", ""), &[]);
    let first = index.find(&Query::read("acme corp"), 5)[0].deal;
    assert_eq!(first, DealId::of_key("5"), "an open deal comes before a closed one of the same name");
}

#[test]
fn it_follows_what_happens() {
    let mut index = index();
    index.put(&deal("1", "Globex, 40 seats", "Globex"), &[]);
    assert_eq!(names(&index, "acme corp"), ["Deal Robotics pilot", "Account Acme Corp"]);
    index.remove(DealId::of_key("K-1007"));
    assert_eq!(names(&index, "acme corp"), Vec::<String>::new());
    assert_eq!(names(&index, "globex"), ["Deal Globex, 40 seats", "Account Globex"]);
    // so much comes and goes that the index is made anew
    for round in 0..3 {
        for n in 0..8_000 {
            index.put(
                &deal(&format!("n{n}"), &format!("Round{round} number{n}"), "Shared account"),
                &[person("Cy", "")],
            );
        }
    }
    assert_eq!(names(&index, "round2 number777")[0], "Deal Round2 number777");
    assert_eq!(names(&index, "shared account")[5..], ["Account Shared account"]);
    assert_eq!(names(&index, "cy"), ["Person Cy"], "the same person on many deals is one");
    assert_eq!(names(&index, "muller gmbh").len(), 2);
    let stale = index.find(&Query::read("round1"), 5).into_iter().filter(|f| f.name.starts_with("Round1")).count();
    assert_eq!(stale, 0);
}
