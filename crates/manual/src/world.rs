//! What Typst sees: the templates, one file of data, the fonts in the binary. No network, no clock; the disk for fonts
//! alone, where the data has letters that those in the binary lack.

use std::sync::OnceLock;

use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_kit::fonts::FontStore;

use crate::fonts;

/// Templates by name; the first of them prints the manual.
const TEMPLATES: [(&str, &str); 5] = [
    (MANUAL, include_str!("../template/manual.typ")),
    ("house.typ", include_str!("../template/house.typ")),
    (BRIEF, include_str!("../template/brief.typ")),
    (QUOTE, include_str!("../template/quote.typ")),
    (DASHBOARD, include_str!("../template/dashboard.typ")),
];
/// Prints the manual.
const MANUAL: &str = "manual.typ";
/// Prints the brief of a meeting.
pub const BRIEF: &str = "brief.typ";
/// Prints a quote.
pub const QUOTE: &str = "quote.typ";

/// Prints a dashboard.
pub const DASHBOARD: &str = "dashboard.typ";

const FONTS: [&[u8]; 5] = [
    include_bytes!("../fonts/SourceSerif4-Regular.otf"),
    include_bytes!("../fonts/SourceSerif4-It.otf"),
    include_bytes!("../fonts/SourceSerif4-Semibold.otf"),
    include_bytes!("../fonts/SourceSans3-Regular.otf"),
    include_bytes!("../fonts/SourceSans3-Semibold.otf"),
];

/// The parts that are the same for everything printed.
struct Shared {
    library: LazyHash<Library>,
    fonts: FontStore,
    data: FileId,
    templates: Vec<Source>,
}

impl Shared {
    /// What this data needs. None where a name of the files is no path, which it is.
    fn get(json: &str) -> Option<&'static Self> {
        static SHARED: OnceLock<Option<Shared>> = OnceLock::new();
        static WITH_MORE: OnceLock<Option<Shared>> = OnceLock::new();
        let shared = SHARED.get_or_init(|| Self::load(false)).as_ref()?;
        if fonts::lacks(shared.fonts.book(), json) {
            return WITH_MORE.get_or_init(|| Self::load(true)).as_ref();
        }
        Some(shared)
    }

    fn load(more: bool) -> Option<Self> {
        let file = |name: &str| Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?).intern());
        let data = file("data.json")?;
        let mut store = FontStore::new();
        for bytes in FONTS {
            store.extend(Font::iter(Bytes::new(bytes)).map(|font| (font.clone(), font.info().clone())));
        }
        if more {
            store.extend(fonts::of_the_machine());
        }
        let template = |(name, text): (&str, &str)| Some(Source::new(file(name)?, text.into()));
        let templates = TEMPLATES.into_iter().map(template).collect::<Option<_>>()?;
        Some(Self { library: LazyHash::new(Library::default()), fonts: store, data, templates })
    }
}

/// The world of one document.
pub struct ManualWorld {
    shared: &'static Shared,
    main: FileId,
    data: Bytes,
}

impl ManualWorld {
    /// The world in which the template of the manual reads `json`.
    pub fn new(json: String) -> Option<Self> {
        Self::of(MANUAL, json)
    }

    /// The world in which the template of this name reads `json`.
    pub fn of(template: &str, json: String) -> Option<Self> {
        let shared = Shared::get(&json)?;
        let place = TEMPLATES.iter().position(|(name, _)| *name == template)?;
        let main = shared.templates.get(place)?.id();
        Some(Self { shared, main, data: Bytes::from_string(json) })
    }
}

impl World for ManualWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.shared.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = self.shared.templates.iter().find(|source| source.id() == id);
        known.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Größe, naïve Łódź → ✓ × −", false)]
    #[case("Ελλάδα и Россия", false)]
    #[case("🎉", false)]
    #[case("שלום", true)]
    #[case("مرحبا", true)]
    #[case("契約書", true)]
    fn fonts_of_the_machine_are_read_where_letters_are_lacking(#[case] text: &str, #[case] lacking: bool) {
        let shared = Shared::load(false);
        assert_eq!(shared.map(|s| fonts::lacks(s.fonts.book(), text)), Some(lacking));
    }
}
