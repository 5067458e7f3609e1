//! The content library.

use jiff::{civil::Date, tz::TimeZone};
use model::{
    Timestamp,
    language::Language,
    process::{Content, Process},
};

use super::{called, grouped, kind_name, persona_names, stage_names};
use crate::{
    block::{Block, Cell, Column, Inline, Page, Table, plain},
    markdown::is_web,
    sections, words,
};

/// What we have to show and to work with, by kind; none without content.
pub fn page(process: &Process, source: &str, date: Timestamp) -> Option<Page> {
    let by_kind = grouped(&process.library, |c| kind_name(&c.kind));
    let today = date.to_zoned_datetime(TimeZone::UTC).date();
    let past = process.library.iter().filter(|c| is_past(c, today)).count() as u64;
    let mut languages: Vec<String> = process.library.iter().map(|c| language(&c.language)).collect();
    languages.sort();
    languages.dedup();
    let several = languages.len() > 1;
    let rows = by_kind.iter().flat_map(|(kind, content)| content.iter().map(move |c| (kind, c)));
    let rows: Vec<_> = rows.map(|(kind, content)| row(kind, content, process, today, several)).collect();
    if rows.is_empty() {
        return None;
    }
    let mut blocks: Vec<Block> = lead(past).into_iter().collect();
    blocks.push(Block::Table(Table { columns: columns(several), rows, caption: caption(&languages) }));
    Some(sections::page("b-content", "Content library", source, blocks))
}

fn lead(past: u64) -> Option<Block> {
    let are = if past == 1 { "is" } else { "are" };
    let told =
        format!("{} {are} past review: look them over before you send them.", words::counted(past, "piece", "pieces"));
    (past > 0).then(|| Block::lead(told))
}

fn caption(languages: &[String]) -> String {
    match languages {
        [only] if !only.is_empty() => format!("All of it is in {only}."),
        _ => String::new(),
    }
}

fn columns(several: bool) -> Vec<Column> {
    let mut titles = vec!["Kind", "Title", "Stages", "Personas", "Owner, review by"];
    if several {
        titles.insert(2, "Language");
    }
    titles.into_iter().map(Column::text).collect()
}

fn row(kind: &str, of: &Content, process: &Process, today: Date, several: bool) -> Vec<Cell> {
    let mut cells = vec![
        kind.into(),
        title(of),
        stage_names(&of.stages, process).join(", ").into(),
        persona_names(&of.personas, process).into(),
        care(of, today),
    ];
    if several {
        cells.insert(2, language(&of.language).into());
    }
    cells
}

/// The title, as a link where it is on the web; the file below it where it is one.
fn title(of: &Content) -> Cell {
    let name = plain(called(&of.name, &of.id));
    let link = of.link.trim();
    let mut text = match is_web(link) {
        true => vec![Inline::Link { url: link.to_owned(), body: name }],
        false => name,
    };
    if !of.file.trim().is_empty() {
        text.push(Inline::Break);
        text.push(Inline::Code { text: of.file.trim().to_owned() });
    }
    Cell::Text { text }
}

fn due(of: &Content) -> Option<Date> {
    of.review_by.trim().parse().ok()
}

fn is_past(of: &Content, today: Date) -> bool {
    due(of).is_some_and(|due| due < today)
}

/// Who keeps it true, and the day of the next review; what was written where it is no day.
fn care(of: &Content, today: Date) -> Cell {
    let day = due(of).map_or_else(|| of.review_by.trim().to_owned(), |due| due.strftime("%-d %b %Y").to_string());
    let lines = [of.owner.trim().to_owned(), day].into_iter().filter(|line| !line.is_empty()).map(plain);
    let marked = is_past(of, today).then(|| vec![Inline::Strong { body: plain("past review") }]);
    let lines: Vec<Vec<Inline>> = lines.chain(marked).collect();
    Cell::Text { text: lines.join(&Inline::Break) }
}

/// A language for people; the tag where it has no name here.
fn language(tag: &str) -> String {
    let name = Language::of_tag(tag).map(|language| match language {
        Language::En => "English",
        Language::De => "German",
        Language::Es => "Spanish",
        Language::Ja => "Japanese",
    });
    name.map_or_else(|| tag.trim().to_owned(), str::to_owned)
}
