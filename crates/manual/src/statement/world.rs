//! What Typst sees of statements: their own template beside the fonts and the library of the manual's.

use typst::{
    Library, World,
    diag::FileResult,
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::world::ManualWorld;

const TEMPLATE: &str = include_str!("../../template/statement.typ");

/// The world of some statements.
pub(super) struct StatementWorld {
    template: Source,
    rest: ManualWorld,
}

impl StatementWorld {
    /// The world in which the template reads `json`.
    pub(super) fn new(json: String) -> Option<Self> {
        let main = RootedPath::new(VirtualRoot::Project, VirtualPath::new("statement.typ").ok()?).intern();
        Some(Self { template: Source::new(main, TEMPLATE.into()), rest: ManualWorld::new(json)? })
    }
}

impl World for StatementWorld {
    fn library(&self) -> &LazyHash<Library> {
        self.rest.library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.rest.book()
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { self.rest.source(id) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.rest.file(id)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.rest.font(index)
    }

    fn today(&self, offset: Option<Duration>) -> Option<Datetime> {
        self.rest.today(offset)
    }
}
