//! Everything the manual is made of, put in order.

use std::collections::{BTreeMap, HashSet};

use insight::{
    discover::{Discovery, MapView},
    measure::{TimeInStage, WinRateOverTime},
};
use model::{Timestamp, ids::PageId, process::Process};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    block::{Block, Manual, Page, Section, Written},
    looks::{BUYERS, Look, PRICING, PROCESS, PRODUCTS, RESULTS, WORK},
    markdown,
    metric::missing,
    sections::{playbook, pricing, process, products, results},
    words,
};

/// A page that somebody wrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WrittenPage {
    /// Its id.
    pub id: PageId,
    /// Letter or title of the section it belongs to; any other text puts it under “How we work”.
    pub section: String,
    /// Title.
    pub title: String,
    /// Its text.
    pub markdown: String,
    /// Place in the section: generated pages stand at 1, 2, 3, …; at the same place they come first.
    pub position: f64,
    /// Who wrote this version.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// Counts its changes.
    pub version: i64,
}

/// A row of the products file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PriceRow {
    /// The product's name.
    pub key: String,
    /// The other columns in order: `series`, `sales_price`, …
    pub fields: Vec<(String, String)>,
}

/// What the manual is made of.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Title on the cover.
    pub title: &'a str,
    /// Whose manual it is.
    pub company: &'a str,
    /// The one person responsible.
    pub editor: Option<&'a str>,
    /// As of; also the creation date of the PDF.
    pub date: Timestamp,
    /// The process in force.
    pub process: Option<&'a Process>,
    /// Its version.
    pub process_version: Option<i64>,
    /// What was found in the data.
    pub discovery: &'a Discovery,
    /// The process map, laid out to fit [`crate::chart::ROOM`].
    pub map: &'a MapView,
    /// Time in stage, not grouped.
    pub time_in_stage: &'a TimeInStage,
    /// Win rate over time, not grouped.
    pub win_rate: &'a WinRateOverTime,
    /// The products file.
    pub prices: &'a [PriceRow],
    /// ISO 4217; empty where unknown.
    pub currency: &'a str,
    /// Pages that people wrote.
    pub written: &'a [WrittenPage],
    /// What stands in the place of the metrics that those pages name, by what they write.
    pub metrics: &'a BTreeMap<String, Vec<Block>>,
    /// Said on the cover and beside the figures where the data is made up or not the reader's own.
    pub generated_data_note: Option<&'a str>,
}

impl Sources<'_> {
    /// `From the data up to 31 December 2017`.
    pub(crate) fn source(&self) -> String {
        format!("From the data up to {}", words::date(self.discovery.as_of.unwrap_or(self.date)))
    }
}

impl WrittenPage {
    /// The metrics that it names, as it writes them.
    pub fn metrics(&self) -> Vec<String> {
        markdown::metrics(&self.markdown)
    }
}

/// The manual from its sources. The same sources make the same manual.
pub fn assemble(sources: &Sources<'_>) -> Manual {
    let mut sections = vec![
        section(PROCESS, process::pages(sources)),
        section(BUYERS, playbook::pages(sources)),
        section(PRODUCTS, products::pages(sources)),
        section(PRICING, pricing::pages(sources)),
        section(RESULTS, results::pages(sources)),
        section(WORK, Vec::new()),
    ];
    number_twins(&mut sections);
    for (i, section) in sections.iter_mut().enumerate() {
        let theirs = sources.written.iter().filter(|w| place(&w.section) == i);
        add_written(section, theirs, sources.metrics);
    }
    sections.retain(|s| !s.pages.is_empty());
    let named = |text: &&str| !text.trim().is_empty();
    Manual {
        title: Some(sources.title).filter(named).unwrap_or("Sales manual").to_owned(),
        company: sources.company.trim().to_owned(),
        editor: sources.editor.filter(named).map(str::to_owned),
        date: sources.date,
        process_version: sources.process.and(sources.process_version),
        note: sources.generated_data_note.filter(named).map(str::to_owned),
        sections,
    }
}

fn section(look: Look, pages: Vec<Page>) -> Section {
    let [letter, title, colour, ink, tone, intro] = look.map(str::to_owned);
    Section { letter, title, intro, colour, ink, tone, pages }
}

/// Which section a written page names; the last where it names none of them.
fn place(named: &str) -> usize {
    let wanted = named.trim().to_lowercase();
    let names = [PROCESS, BUYERS, PRODUCTS, PRICING, RESULTS, WORK];
    let found =
        names.iter().position(|[letter, title, ..]| wanted == letter.to_lowercase() || wanted == title.to_lowercase());
    found.unwrap_or(names.len() - 1)
}

/// Generated pages keep their order at 1, 2, 3, …; written ones come in between.
fn add_written<'a>(
    section: &mut Section,
    written: impl Iterator<Item = &'a WrittenPage>,
    metrics: &BTreeMap<String, Vec<Block>>,
) {
    let generated = std::mem::take(&mut section.pages);
    let mut placed: Vec<(f64, Page)> =
        generated.into_iter().zip(1u32..).map(|(page, i)| (f64::from(i), page)).collect();
    placed.extend(written.map(|w| (w.position, written_page(w, metrics))));
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    section.pages = placed.into_iter().map(|(_, page)| page).collect();
}

fn written_page(page: &WrittenPage, metrics: &BTreeMap<String, Vec<Block>>) -> Page {
    let live = |text: &str| metrics.get(text).cloned().unwrap_or_else(|| vec![missing(text, "")]);
    let title = if page.title.trim().is_empty() { "Untitled" } else { page.title.trim() };
    let by = page.by.as_ref().map_or_else(String::new, |by| format!(" by {by}"));
    Page {
        id: page.id.to_string(),
        title: title.to_owned(),
        source: format!("Written{by}, version {} of {}", page.version, words::date(page.at)),
        flows: false,
        written: Some(Written {
            section: page.section.clone(),
            markdown: page.markdown.clone(),
            version: page.version,
            by: page.by.clone(),
            at: page.at,
        }),
        blocks: markdown::blocks(&page.markdown, &live),
    }
}

/// Two pages never share an id: the second `r-gtx` becomes `r-gtx-2`.
fn number_twins(sections: &mut [Section]) {
    let mut taken = HashSet::new();
    for page in sections.iter_mut().flat_map(|s| &mut s.pages) {
        let first = page.id.clone();
        let mut count = 1;
        while !taken.insert(page.id.clone()) {
            count += 1;
            page.id = format!("{first}-{count}");
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("P", 0)]
    #[case(" process ", 0)]
    #[case("buyers", 1)]
    #[case("r", 2)]
    #[case("Pricing", 3)]
    #[case("Results", 4)]
    #[case("W", 5)]
    #[case("Onboarding", 5)]
    #[case("", 5)]
    fn sections_named(#[case] named: &str, #[case] index: usize) {
        assert_eq!(place(named), index);
    }
}
