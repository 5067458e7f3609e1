//! What is found when a process is read or looked over, and where.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use toml_edit::{Document, Item, TableLike, Value};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Good to know.
    Info,
    /// The process works, but not as well as it could.
    Warning,
    /// The process cannot be used like this.
    Error,
}

impl Level {
    /// The word shown: `info`, `warning`, `error`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Finding {
    /// How much it matters.
    pub level: Level,
    /// Stable code: `P0..` the file cannot be read as a process, `P1..` the process has a flaw.
    pub code: String,
    /// What is wrong and what to do.
    pub message: String,
    /// Where in the process: `stages[2].exit[0]`; empty for the whole.
    pub path: String,
    /// The same by ids, which stay when things move: `presenting.exit.demo-attended`; empty for the whole.
    pub at: String,
    /// Line in the text, from 1; `None` where there is no text.
    pub line: Option<usize>,
    /// Column in characters, from 1.
    pub column: Option<usize>,
}

impl Finding {
    /// A finding at a path, without a place in a text.
    pub fn new(level: Level, code: &str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            level,
            code: code.into(),
            message: message.into(),
            path: path.into(),
            at: String::new(),
            line: None,
            column: None,
        }
    }

    /// The finding with line and column of the byte `offset` in `text`.
    pub(super) fn placed(mut self, text: &str, offset: usize) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        self.line = Some(before.matches('\n').count() + 1);
        self.column = Some(before[line_start..].chars().count() + 1);
        self
    }
}

impl std::fmt::Display for Finding {
    /// `12:3: error P104: …`, or with the path where there is no text.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "{line}:{column}: ")?,
            _ if !self.path.is_empty() => write!(f, "{}: ", self.path)?,
            _ => {}
        }
        write!(f, "{} {}: {}", self.level.word(), self.code, self.message)
    }
}

/// True if one of them is an error.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|f| f.level == Level::Error)
}

/// Where in a TOML text each path begins.
pub(super) struct Places<'t> {
    text: &'t str,
    offsets: HashMap<String, usize>,
}

impl<'t> Places<'t> {
    /// The places of a document that was parsed from `text`.
    pub(super) fn of(text: &'t str, document: &Document<&str>) -> Self {
        let mut places = Self { text, offsets: HashMap::new() };
        places.table(document.as_table(), "");
        places
    }

    /// The findings with lines and columns, in the order of the text. A path that is not in the text (a missing field)
    /// takes the place of what should hold it.
    pub(super) fn locate(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut placed: Vec<(usize, Finding)> = findings
            .into_iter()
            .map(|f| {
                let offset = self.offset(&f.path);
                (offset, f.placed(self.text, offset))
            })
            .collect();
        placed.sort_by_key(|(offset, _)| *offset);
        placed.into_iter().map(|(_, f)| f).collect()
    }

    fn offset(&self, path: &str) -> usize {
        let mut path = path;
        loop {
            if let Some(offset) = self.offsets.get(path) {
                return *offset;
            }
            match path.rfind(['.', '[']) {
                Some(cut) => path = &path[..cut],
                None => return 0,
            }
        }
    }

    fn put(&mut self, path: &str, span: Option<std::ops::Range<usize>>) {
        if let Some(span) = span {
            self.offsets.entry(path.to_owned()).or_insert(span.start);
        }
    }

    fn table(&mut self, table: &dyn TableLike, path: &str) {
        for (name, _) in table.iter() {
            let Some((key, item)) = table.get_key_value(name) else { continue };
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            self.put(&path, key.span());
            self.item(item, &path);
        }
    }

    fn item(&mut self, item: &Item, path: &str) {
        match item {
            Item::ArrayOfTables(tables) => {
                for (i, table) in tables.iter().enumerate() {
                    let path = format!("{path}[{i}]");
                    self.put(&path, table.span());
                    self.table(table, &path);
                }
            }
            Item::Table(table) => {
                self.put(path, table.span());
                self.table(table, path);
            }
            Item::Value(value) => self.value(value, path),
            Item::None => {}
        }
    }

    fn value(&mut self, value: &Value, path: &str) {
        self.put(path, value.span());
        match value {
            Value::InlineTable(table) => self.table(table, path),
            Value::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.value(item, &format!("{path}[{i}]"));
                }
            }
            _ => {}
        }
    }
}
