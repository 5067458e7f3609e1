//! Win rates by owner, team, product and the like: which of them get a page, and what is on it.

use std::collections::BTreeMap;

use insight::discover::{Difference, Discovery, Group};

use super::{bars, groups_table, left_out, page, products};
use crate::{
    assemble::Sources,
    block::{Block, Column, Item, Page, Table},
    words,
};

/// Rows of a breakdown that are printed.
const MOST_ROWS: usize = 40;
/// Breakdowns that get a page.
const MOST_FIELDS: usize = 6;
/// A field of which one value holds more of the closed deals than this tells little about the others.
const MOST_SHARE: f64 = 0.8;

/// What a manager asks for first, as [`words::bare`] has it.
const FIRST: [&str; 12] = [
    "owner",
    "team",
    "product",
    "source",
    "leadsource",
    "sector",
    "industry",
    "region",
    "regionaloffice",
    "country",
    "segment",
    "persona",
];

/// One page for each field that is worth one; product lines have theirs elsewhere.
pub fn pages(sources: &Sources<'_>) -> Vec<Page> {
    let made = |(field, groups): (&String, &Vec<Group>)| {
        let title = format!("Win rate by {}", spoken(field));
        let blocks = breakdown(field, groups, sources);
        Page { flows: true, ..page(format!("g-by-{}", words::slug(field)), title, sources.source(), blocks) }
    };
    let fields = fields(&sources.discovery.breakdowns, &sources.discovery.differences).into_iter();
    fields.filter(|(field, _)| sources.prices.is_empty() || !products::is_line_field(field)).map(made).collect()
}

/// A field in the middle of a sentence.
fn spoken(field: &str) -> String {
    let label = words::label(field);
    let mut letters = label.chars();
    match letters.next() {
        Some(first) if !letters.as_str().starts_with(char::is_uppercase) => {
            format!("{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => label,
    }
}

/// The fields that get a page, the ones a manager asks for first. Those with a supported difference always do; figures
/// such as prices, fields that one value holds, and a second name for the same groups do not.
fn fields<'a>(
    breakdowns: &'a BTreeMap<String, Vec<Group>>,
    differences: &[Difference],
) -> Vec<(&'a String, &'a Vec<Group>)> {
    let supported = |field: &str| differences.iter().any(|d| d.field == field && d.supported);
    let rank = |field: &str| FIRST.iter().position(|f| *f == words::bare(field)).unwrap_or(FIRST.len());
    let mut fields: Vec<_> =
        breakdowns.iter().filter(|(field, groups)| groups.len() > 1 && (supported(field) || tells(groups))).collect();
    fields.sort_by_key(|(field, _)| (!supported(field), rank(field)));
    let mut kept: Vec<(&String, &Vec<Group>)> = Vec::new();
    for it in fields {
        if kept.len() < MOST_FIELDS && !kept.iter().any(|k| same_groups(k.1, it.1)) {
            kept.push(it);
        }
    }
    kept.sort_by_key(|(field, _)| rank(field));
    kept
}

fn tells(groups: &[Group]) -> bool {
    let closed: u64 = groups.iter().map(|g| g.closed).sum();
    let largest = groups.iter().map(|g| g.closed).max().unwrap_or_default();
    let figures = groups.iter().filter(|g| !g.value.is_empty()).all(|g| g.value.parse::<f64>().is_ok());
    closed > 0 && !figures && largest as f64 <= closed as f64 * MOST_SHARE
}

/// True where two fields part the deals alike, as teams and their managers do.
fn same_groups(a: &[Group], b: &[Group]) -> bool {
    let counts = |groups: &[Group]| {
        let mut counts: Vec<(u64, u64, u64)> = groups.iter().map(|g| (g.closed, g.won, g.open)).collect();
        counts.sort_unstable();
        counts
    };
    counts(a) == counts(b)
}

fn breakdown(field: &str, groups: &[Group], sources: &Sources<'_>) -> Vec<Block> {
    let found = sources.discovery;
    let mut blocks = vec![Block::lead(lead(field, found))];
    let shown: Vec<&Group> = groups.iter().take(MOST_ROWS).collect();
    blocks.push(Block::Table(groups_table(&shown, &words::label(field), found, bars(found))));
    let mut notes = vec![left_out(&shown)];
    if groups.len() > shown.len() {
        let more = words::count((groups.len() - shown.len()) as u64);
        notes.push(format!("{more} more with fewer closed deals are not printed."));
    }
    if field == "owner" {
        notes.push("Rates differ with the deals one is given. A lower one is a reason to help, not to blame.".into());
    }
    notes.retain(|note| !note.is_empty());
    if !notes.is_empty() {
        blocks.push(Block::note(notes.join(" ")));
    }
    blocks
}

fn lead(field: &str, found: &Discovery) -> String {
    match found.differences.iter().find(|d| d.field == field) {
        Some(d) if !d.sentence.trim().is_empty() => said(d),
        _ => "Won of closed deals, with the interval at 95 %.".into(),
    }
}

/// The sentence of a difference with its field in words, and nothing of `p = 0.91` on a line of its own.
fn said(difference: &Difference) -> String {
    let (field, shown) = (format!("by {} ", difference.field), format!("by {} ", spoken(&difference.field)));
    let kept = difference.sentence.trim().replace(&field, &shown);
    ["=", "<"].iter().fold(kept, |text, sign| text.replace(&format!("p {sign} "), &format!("p\u{a0}{sign}\u{a0}")))
}

/// What differs and how sure that is: a sentence, the supported differences, and all that was compared as a table.
pub fn differences(found: &Discovery) -> Vec<Block> {
    let compared = &found.differences;
    if compared.is_empty() {
        return Vec::new();
    }
    let supported: Vec<&Difference> = compared.iter().filter(|d| d.supported).collect();
    let mut blocks = vec![Block::heading("What differs, and how sure that is"), Block::paragraph(sum(compared))];
    if !supported.is_empty() {
        let item = |d: &&Difference| Item { done: None, blocks: vec![Block::paragraph(said(d))] };
        blocks.push(Block::List { start: None, items: supported.iter().map(item).collect() });
    }
    blocks.push(Block::Table(compared_table(compared, &found.breakdowns)));
    blocks.push(Block::note("A difference is not a cause: only an experiment can show what makes one."));
    blocks
}

fn sum(compared: &[Difference]) -> String {
    let supported = compared.iter().filter(|d| d.supported).count() as u64;
    let all = words::counted(compared.len() as u64, "comparison", "comparisons");
    match supported {
        0 if compared.len() == 1 => {
            "We compared the win rate in one way; it does not differ more than chance would make it.".into()
        }
        0 => format!(
            "We compared the win rate in {} ways; in none does it differ more than chance would make it.",
            compared.len()
        ),
        n => format!(
            "{} of {all} {} a difference larger than chance would make it.",
            words::count(n),
            if n == 1 { "shows" } else { "show" }
        ),
    }
}

fn compared_table(compared: &[Difference], breakdowns: &BTreeMap<String, Vec<Group>>) -> Table {
    let extreme = |field: &str, most: bool| {
        let rates = breakdowns.get(field).into_iter().flatten().filter_map(|g| g.rate);
        words::percent(if most { rates.reduce(f64::max) } else { rates.reduce(f64::min) })
    };
    let p = |d: &Difference| match d.p_adjusted {
        Some(p) if p < 0.001 => "<0.001".to_owned(),
        Some(p) => format!("{p:.2}"),
        None => "–".to_owned(),
    };
    let row = |d: &Difference| {
        vec![
            words::label(&d.field).into(),
            words::count(d.values).into(),
            extreme(&d.field, false).into(),
            extreme(&d.field, true).into(),
            p(d).into(),
            if d.supported { "supported" } else { "not supported" }.into(),
        ]
    };
    Table {
        columns: vec![
            Column::text("Compared by"),
            Column::number("Values"),
            Column::number("Lowest rate"),
            Column::number("Highest rate"),
            Column::number("p"),
            Column::text("Difference"),
        ],
        rows: compared.iter().take(14).map(row).collect(),
        caption:
            "p is the chance of such a difference if there were none, after allowing for how many were looked at; \
                  supported below 0.05."
                .into(),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn groups(values: &[(&str, u64)]) -> Vec<Group> {
        let group =
            |(value, closed): &(&str, u64)| Group { value: (*value).into(), closed: *closed, ..Group::default() };
        values.iter().map(group).collect()
    }

    #[rstest]
    #[case::even(&[("North", 10), ("South", 12)], true)]
    #[case::figures(&[("550", 10), ("55", 12)], false)]
    #[case::one_holds_nearly_all(&[("US", 90), ("Italy", 10)], false)]
    #[case::nothing_closed(&[("North", 0), ("South", 0)], false)]
    fn worth_a_page(#[case] values: &[(&str, u64)], #[case] worth: bool) {
        assert_eq!(tells(&groups(values)), worth);
    }

    #[test]
    fn owner_comes_first_and_no_groups_come_twice() {
        let team = groups(&[("A", 5), ("B", 6)]);
        let breakdowns = BTreeMap::from([
            ("a_zone".to_owned(), groups(&[("x", 3), ("y", 8)])),
            ("manager".to_owned(), team.clone()),
            ("team".to_owned(), team),
            ("owner".to_owned(), groups(&[("Ann", 4), ("Bob", 7)])),
            ("price".to_owned(), groups(&[("1", 1), ("2", 10)])),
        ]);
        let names = |differences: &[Difference]| {
            fields(&breakdowns, differences).into_iter().map(|(field, _)| field.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(&[]), ["owner", "team", "a_zone"]);
        let price = Difference {
            field: "price".into(),
            values: 2,
            p_adjusted: Some(0.01),
            supported: true,
            sentence: String::new(),
        };
        assert_eq!(names(&[price]), ["owner", "team", "price", "a_zone"]);
    }

    #[rstest]
    #[case("LeadSource", "lead source")]
    #[case("owner", "owner")]
    #[case("CRM", "CRM")]
    fn fields_in_a_sentence(#[case] field: &str, #[case] shown: &str) {
        assert_eq!(spoken(field), shown);
    }
}
