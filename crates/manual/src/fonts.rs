//! Fonts of the machine, for scripts that those in the binary have no letters of.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use typst::{
    foundations::Bytes,
    text::{FontBook, FontInfo},
};
use typst_kit::fonts::FontPath;

/// Where systems keep fonts.
const FOLDERS: [&str; 5] =
    ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts", "C:\\Windows\\Fonts"];
/// Folders in folders looked into.
const DEEP: usize = 6;
/// Larger files are passed over, and so are further fonts once so many are known.
const LARGEST: u64 = 64 << 20;
const MOST: usize = 2_000;

/// True if a text has a letter that none of these fonts has. Signs do not count.
pub(super) fn lacks(book: &FontBook, text: &str) -> bool {
    let letters: BTreeSet<char> = text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).collect();
    let has = |c: &char| (0..).map_while(|i| book.info(i)).any(|info| info.coverage.contains(*c as u32));
    !letters.iter().all(has)
}

/// The fonts of the machine, by path so that they come in the same order.
pub(super) fn of_the_machine() -> Vec<(FontPath, FontInfo)> {
    let mut files = Vec::new();
    FOLDERS.iter().for_each(|folder| gather(Path::new(folder), DEEP, &mut files));
    files.sort();
    let of_file = |path: &PathBuf| {
        let data = fs::read(path).map(Bytes::new).ok();
        let infos: Vec<FontInfo> = data.iter().flat_map(|data| FontInfo::iter(data)).collect();
        let path = path.clone();
        (0..).zip(infos).map(move |(index, info)| (FontPath { path: path.clone(), index }, info)).collect::<Vec<_>>()
    };
    files.iter().flat_map(of_file).take(MOST).collect()
}

fn gather(folder: &Path, deep: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
        let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        if kind.is_dir() && deep > 0 {
            gather(&path, deep - 1, found);
        } else if ["ttf", "otf", "ttc", "otc"].contains(&ending.as_str())
            && entry.metadata().is_ok_and(|m| m.len() <= LARGEST)
        {
            found.push(path);
        }
    }
}
