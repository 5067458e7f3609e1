//! The content of the manual, the same for web and print.

use model::Timestamp;
use serde::Serialize;

use crate::chart::Picture;

/// The manual: sections in order, ready to be shown or printed. Made by [`crate::assemble`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Manual {
    /// Title on the cover.
    pub title: String,
    /// Whose manual it is.
    pub company: String,
    /// The one person responsible.
    pub editor: Option<String>,
    /// As of.
    pub date: Timestamp,
    /// Version of the process printed in it.
    pub process_version: Option<i64>,
    /// Said on the cover where the data is not the reader's own.
    pub note: Option<String>,
    /// The sections that have pages.
    pub sections: Vec<Section>,
}

/// A section with a colour, a letter and page numbers of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// `P`.
    pub letter: String,
    /// Its title.
    pub title: String,
    /// What is found in it, in a sentence.
    pub intro: String,
    /// Colour of the tab, `#rrggbb`.
    pub colour: String,
    /// Colour of text on [`Section::colour`].
    pub ink: String,
    /// The colour, dark enough for text on white.
    pub tone: String,
    /// Its pages in order.
    pub pages: Vec<Page>,
}

/// A page of the manual. It may run over several sheets in print.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// Unique in the manual: the id of a written page, or a speaking one such as `g-map`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Where its content comes from, in words.
    pub source: String,
    /// True: in print it may stand below the page before it where there is room.
    pub flows: bool,
    /// None for a generated page.
    #[serde(skip)]
    pub written: Option<Written>,
    /// What is on it.
    pub blocks: Vec<Block>,
}

/// What is known of a page that somebody wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The section its author named.
    pub section: String,
    /// Its Markdown.
    pub markdown: String,
    /// Counts its changes.
    pub version: i64,
    /// Who wrote this version.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// The sentence to take away.
    Lead {
        /// Its text.
        text: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Vec<Inline>,
    },
    /// A heading below the page's title.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// First number; none for bullets.
        start: Option<usize>,
        /// Its items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Text to be shown as it is.
    Code {
        /// The text.
        text: String,
    },
    /// A thin line.
    Rule,
    /// A table.
    Table(Table),
    /// A picture with a caption.
    Figure {
        /// The picture.
        picture: Picture,
        /// What it shows; empty for none.
        caption: String,
    },
    /// A picture that has a sheet to itself in print but for the page's title and some lines.
    Poster {
        /// The picture.
        picture: Picture,
        /// What it shows; empty for none.
        caption: String,
    },
    /// Short lists side by side, each with a title.
    Lists {
        /// The lists.
        lists: Vec<ShortList>,
    },
    /// Figures side by side.
    Facts {
        /// The figures.
        facts: Vec<Fact>,
    },
    /// Key activities to tick.
    Tasks {
        /// The activities.
        tasks: Vec<TaskLine>,
    },
    /// Exit criteria.
    Criteria {
        /// The criteria.
        criteria: Vec<CriterionLine>,
    },
    /// An aside in small letters.
    Note {
        /// Its text.
        text: Vec<Inline>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Whether it is ticked; none where it is no task.
    pub done: Option<bool>,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "inline", rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
    /// Strong.
    Strong {
        /// What is strong.
        body: Vec<Inline>,
    },
    /// Emphasised.
    Emph {
        /// What is emphasised.
        body: Vec<Inline>,
    },
    /// Struck out.
    Strike {
        /// What is struck out.
        body: Vec<Inline>,
    },
    /// Code.
    Code {
        /// The text.
        text: String,
    },
    /// A link that is safe to follow.
    Link {
        /// `http`, `https` or `mailto`.
        url: String,
        /// What is linked.
        body: Vec<Inline>,
    },
    /// A new line.
    Break,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, one cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// What it shows; empty for none.
    pub caption: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// True: figures, right aligned.
    pub number: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Text.
    Text {
        /// The text.
        text: Vec<Inline>,
    },
    /// A little picture.
    Picture {
        /// The picture.
        picture: Picture,
    },
}

/// A short list with a title.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShortList {
    /// Its title.
    pub title: String,
    /// Its items.
    pub items: Vec<String>,
}

/// A figure with its name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    /// `63 %`.
    pub value: String,
    /// `win rate`.
    pub label: String,
    /// `62 to 64 % at 95 %`; empty for none.
    pub note: String,
}

/// A key activity.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskLine {
    /// What to do.
    pub name: String,
    /// Who and by when: `rep · within 3 days`.
    pub who: String,
    /// Evidence; empty for none.
    pub evidence: String,
}

/// An exit criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CriterionLine {
    /// The sentence a rep reads.
    pub says: String,
    /// What is looked for in the facts, as a sentence.
    pub test: String,
    /// `prospect`, `rep` or `opinion`.
    pub ground: String,
    /// False: wished for, not needed.
    pub required: bool,
    /// Evidence; empty for none.
    pub evidence: String,
}

/// Plain text as inlines.
pub fn plain(text: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text { text: text.into() }]
}

impl Block {
    /// A paragraph of plain text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::Paragraph { text: plain(text) }
    }

    /// A lead of plain text.
    pub fn lead(text: impl Into<String>) -> Self {
        Self::Lead { text: plain(text) }
    }

    /// A note of plain text.
    pub fn note(text: impl Into<String>) -> Self {
        Self::Note { text: plain(text) }
    }

    /// A heading of the first level below the page's title.
    pub fn heading(text: impl Into<String>) -> Self {
        Self::Heading { level: 1, text: plain(text) }
    }
}

impl Column {
    /// A column of text.
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), number: false }
    }

    /// A column of figures.
    pub fn number(title: impl Into<String>) -> Self {
        Self { title: title.into(), number: true }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text { text: plain(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Picture> for Cell {
    fn from(picture: Picture) -> Self {
        Self::Picture { picture }
    }
}

impl Fact {
    /// A figure with its name and a note, which may be empty.
    pub fn new(value: impl Into<String>, label: impl Into<String>, note: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), note: note.into() }
    }
}
