//! The manual as a PDF, made by Typst inside this program.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde_json::{Value as Json, json};
use typst::{
    diag::SourceDiagnostic,
    foundations::{Datetime, Label, Selector, Smart, Value},
    introspection::{Introspector, MetadataElem},
    utils::PicoStr,
};
use typst_pdf::{PdfOptions, Timestamp as PdfTime};
use unicode_width::UnicodeWidthChar;

use crate::{block::Manual, height, words, world::ManualWorld};

/// The printed manual.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The PDF; the same manual makes the same bytes.
    pub pdf: Vec<u8>,
    /// Page number by page id: `g-map` → `2G`.
    pub numbers: BTreeMap<String, String>,
}

/// Why a manual could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum ManualError {
    /// The layout failed; a fault of ours, not of the manual's authors.
    #[error("the manual could not be laid out: {0}; nothing was written, please report this sentence")]
    Layout(String),
    /// The PDF could not be written.
    #[error(
        "the manual was laid out but no PDF could be made of it: {0}; nothing was written, please report this sentence"
    )]
    Pdf(String),
}

/// Lays the manual out and makes the PDF.
///
/// # Errors
/// [`ManualError`] where Typst refuses template or data; no content of a manual should make it so.
pub fn print(manual: &Manual) -> Result<Printed, ManualError> {
    let world = ManualWorld::new(data(manual).to_string()).ok_or_else(|| ManualError::Layout("no template".into()))?;
    let document = typst::compile(&world).output.map_err(|errors| ManualError::Layout(told(&errors)))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} · {}", manual.company, manual.title)),
        creator: Smart::Custom(Some("Stagecraft".into())),
        timestamp: created(manual.date).map(PdfTime::new_utc),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| ManualError::Pdf(told(&errors)))?;
    let numbers = numbers(manual, document.introspector().as_ref());
    typst::comemo::evict(4);
    Ok(Printed { pdf, numbers })
}

pub(crate) fn told(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|e| e.message.to_string()).collect::<Vec<_>>().join("; ")
}

pub(crate) fn created(date: model::Timestamp) -> Option<Datetime> {
    let at = date.to_zoned_datetime(TimeZone::UTC);
    let small = |n: i8| u8::try_from(n).ok();
    Datetime::from_ymd_hms(
        at.year().into(),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )
}

/// The numbers as laid out: sheets since the section's opener, then its letter.
fn numbers(manual: &Manual, document: &impl Introspector) -> BTreeMap<String, String> {
    let sheets = sheets(document);
    let mut numbers = BTreeMap::new();
    for section in &manual.sections {
        let Some(opener) = sheets.get(&format!("section {}", section.letter)) else { continue };
        for page in &section.pages {
            if let Some(sheet) = sheets.get(&format!("page {}", page.id)) {
                numbers.insert(page.id.clone(), format!("{}{}", sheet.saturating_sub(*opener), section.letter));
            }
        }
    }
    numbers
}

/// The sheet on which each labelled beginning stands, from 1.
fn sheets(document: &impl Introspector) -> BTreeMap<String, usize> {
    let Some(label) = Label::new(PicoStr::intern("begins")) else { return BTreeMap::new() };
    let place = |content: &typst::foundations::Content| {
        let name = match &content.to_packed::<MetadataElem>()?.value {
            Value::Str(name) => name.to_string(),
            _ => return None,
        };
        Some((name, document.page(content.location()?)?.get()))
    };
    document.query(&Selector::Label(label)).iter().filter_map(place).collect()
}

/// What the template reads.
fn data(manual: &Manual) -> Json {
    let mut data = serde_json::to_value(manual).unwrap_or_default();
    let version = manual.process_version.map(|v| format!("Process version {v}"));
    data["date"] = json!(words::date(manual.date));
    data["process_version"] = json!(version);
    mark_joins(manual, &mut data);
    soften(&mut data, "");
    data
}

/// Marks the pages that stand below the page before them where there is room: short ones that may flow.
fn mark_joins(manual: &Manual, data: &mut Json) {
    for (i, section) in manual.sections.iter().enumerate() {
        for (k, page) in section.pages.iter().enumerate() {
            let joins = k > 0 && page.flows && section.pages[k - 1].flows && height::is_short(page);
            data["sections"][i]["pages"][k]["joins"] = json!(joins);
        }
    }
}

/// Longest run of letters that is left without a place to break.
const LONGEST: usize = 26;

/// Makes all text printable: long runs of letters may break (wide ones break by themselves), control characters go. Pictures, ids and addresses stay.
pub(crate) fn soften(value: &mut Json, key: &str) {
    match value {
        Json::String(text) if !matches!(key, "svg" | "id" | "url" | "letter") => *text = soft(text),
        Json::Array(items) => items.iter_mut().for_each(|item| soften(item, key)),
        Json::Object(map) => map.iter_mut().for_each(|(key, item)| soften(item, key)),
        _ => {}
    }
}

fn soft(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars() {
        if c.is_control() && c != '\n' {
            out.push(' ');
            continue;
        }
        run = if c.is_whitespace() || c == '-' || c.width() == Some(2) { 0 } else { run + 1 };
        if run > LONGEST {
            out.push('\u{200b}');
            run = 1;
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn the_template_is_laid_out_without_warnings() {
        let manual = Manual {
            title: "Manual".into(),
            company: String::new(),
            editor: None,
            date: model::Timestamp::default(),
            process_version: None,
            note: None,
            sections: Vec::new(),
        };
        let compiled = ManualWorld::new(data(&manual).to_string()).map(|world| typst::compile(&world));
        let warnings =
            compiled.map(|c| (c.warnings, c.output.map(|d| typst_pdf::pdf(&d, &PdfOptions::default()).is_ok())));
        assert_eq!(warnings, Some((typst::ecow::EcoVec::new(), Ok(true))));
    }

    #[rstest]
    #[case("plain words", "plain words")]
    #[case("a\u{0}b\tc", "a b c")]
    fn softened(#[case] text: &str, #[case] shown: &str) {
        assert_eq!(soft(text), shown);
    }

    #[test]
    fn wide_letters_break_by_the_rules_of_their_script() {
        let text = "突然のご連絡失礼いたします。同じような状況の企業様から、よく伺います。".repeat(3);
        assert_eq!(soft(&text), text);
    }

    #[test]
    fn long_runs_may_break() {
        let pieces: Vec<usize> = soft(&"x".repeat(60)).split('\u{200b}').map(str::len).collect();
        assert_eq!(pieces, vec![26, 26, 8]);
    }
}
