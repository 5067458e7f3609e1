//! The manual for the web: table of contents and single pages.

use std::collections::BTreeMap;

use model::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    block::{Manual, Page, Section},
    html,
};

/// The table of contents.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Contents {
    /// Title.
    pub title: String,
    /// Whose manual it is.
    pub company: String,
    /// The one person responsible.
    pub editor: Option<String>,
    /// As of.
    #[schema(value_type = String, format = "date-time")]
    pub date: Timestamp,
    /// Said where the data is not the reader's own.
    pub note: Option<String>,
    /// The sections in order.
    pub sections: Vec<ContentsSection>,
}

/// A section in the table of contents.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ContentsSection {
    /// `P`.
    pub letter: String,
    /// Its title.
    pub title: String,
    /// What is found in it.
    pub intro: String,
    /// `#rrggbb`.
    pub colour: String,
    /// Colour of text on `colour`.
    pub ink: String,
    /// Its pages in order.
    pub pages: Vec<ContentsPage>,
}

/// A page in the table of contents.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ContentsPage {
    /// Its id.
    pub id: String,
    /// Title.
    pub title: String,
    /// `3P`; empty where it has not been printed yet.
    pub number: String,
    /// Whether a person wrote it.
    pub kind: PageKind,
    /// What is known of a written page.
    pub written: Option<WrittenBy>,
}

/// Where a page comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// A person wrote it.
    Written,
    /// Made from process and data.
    Generated,
}

/// What is known of a written page.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct WrittenBy {
    /// Counts its changes.
    pub version: i64,
    /// The section its author named.
    pub section: String,
    /// Who wrote this version.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// A page to show.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PageView {
    /// Its id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Letter of its section.
    pub section: String,
    /// Whether a person wrote it.
    pub kind: PageKind,
    /// Its content as safe HTML, without the title.
    pub html: String,
    /// The text of a written page.
    pub markdown: Option<String>,
    /// Version of a written page.
    pub version: Option<i64>,
    /// Where the content comes from, in words.
    pub source: String,
}

impl Manual {
    /// The table of contents with the page numbers of [`crate::Printed`].
    pub fn contents(&self, numbers: &BTreeMap<String, String>) -> Contents {
        Contents {
            title: self.title.clone(),
            company: self.company.clone(),
            editor: self.editor.clone(),
            date: self.date,
            note: self.note.clone(),
            sections: self.sections.iter().map(|s| section(s, numbers)).collect(),
        }
    }

    /// A page to show; none where no page has this id.
    pub fn page(&self, id: &str) -> Option<PageView> {
        let find = |s: &'_ Section| s.pages.iter().position(|p| p.id == id);
        let (section, at) = self.sections.iter().find_map(|s| Some((s, find(s)?)))?;
        let page = &section.pages[at];
        Some(PageView {
            id: page.id.clone(),
            title: page.title.clone(),
            section: section.letter.clone(),
            kind: kind(page),
            html: html::page(&page.blocks),
            markdown: page.written.as_ref().map(|w| w.markdown.clone()),
            version: page.written.as_ref().map(|w| w.version),
            source: page.source.clone(),
        })
    }
}

fn kind(page: &Page) -> PageKind {
    if page.written.is_some() { PageKind::Written } else { PageKind::Generated }
}

fn section(section: &Section, numbers: &BTreeMap<String, String>) -> ContentsSection {
    ContentsSection {
        letter: section.letter.clone(),
        title: section.title.clone(),
        intro: section.intro.clone(),
        colour: section.colour.clone(),
        ink: section.ink.clone(),
        pages: section.pages.iter().map(|p| entry(p, numbers)).collect(),
    }
}

fn entry(page: &Page, numbers: &BTreeMap<String, String>) -> ContentsPage {
    ContentsPage {
        id: page.id.clone(),
        title: page.title.clone(),
        number: numbers.get(&page.id).cloned().unwrap_or_default(),
        kind: kind(page),
        written: page.written.as_ref().map(|w| WrittenBy {
            version: w.version,
            section: w.section.clone(),
            by: w.by.clone(),
            at: w.at,
        }),
    }
}
