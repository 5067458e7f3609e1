//! A dashboard as PDF: what it shows, side by side on sheets.

use insight::measure::{Step, metric::Figures};
use model::Timestamp;
use serde_json::{Value as Json, json};

use crate::{
    chart::{Mark, Picture, groups, series},
    metric::or_nothing,
    print::ManualError,
    sheet::lay_out,
    words,
    world::DASHBOARD,
};

/// Width of a sheet's column in px; 0.75 pt each in print.
const COLUMN: f64 = 656.0;
/// Gap between two tiles in px.
const GAP: f64 = 20.0;
/// Height of a chart in px.
const HEIGHT: f64 = 190.0;
/// Room inside a tile at each side in px.
const INSET: f64 = 12.0;

/// What is printed.
#[derive(Debug, Clone)]
pub struct Paper<'a> {
    /// Whose it is; empty where nobody has named the company.
    pub company: &'a str,
    /// The dashboard's name.
    pub name: &'a str,
    /// What it is for; may be empty.
    pub says: &'a str,
    /// The time it shows, in words.
    pub span: &'a str,
    /// The last moment of the data, or now where there is none.
    pub date: Timestamp,
    /// Its tiles, in reading order.
    pub tiles: Vec<PaperTile<'a>>,
}

/// A piece of it.
#[derive(Debug, Clone)]
pub struct PaperTile<'a> {
    /// What stands above it; may be empty.
    pub title: &'a str,
    /// Sixths of a row: 2, 3 or 6.
    pub width: u8,
    /// What it shows.
    pub of: PaperOf<'a>,
}

/// What a tile shows.
#[derive(Debug, Clone)]
pub enum PaperOf<'a> {
    /// Words, in lines; also why there is no figure.
    Text(&'a str),
    /// A figure.
    Figure(&'a Figures),
    /// A figure over time, with what happened meanwhile.
    Series(&'a Figures, Step, Vec<Mark>),
    /// Groups.
    Groups(&'a Figures),
}

/// Makes the PDF. The same figures make the same bytes.
///
/// # Errors
/// [`ManualError`] where Typst refuses template or data; no name or text of a dashboard should make it so.
pub fn print(paper: &Paper<'_>) -> Result<Vec<u8>, ManualError> {
    let ident = format!("{} · {} · {}", paper.company, paper.name, paper.date);
    Ok(lay_out(DASHBOARD, data(paper), &ident, paper.date)?.pdf)
}

fn data(paper: &Paper<'_>) -> Json {
    let foot = [paper.company, paper.name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    json!({
        "title": paper.name,
        "says": paper.says,
        "span": paper.span,
        "date": words::date(paper.date),
        "foot": foot.join(" · "),
        "rows": rows(&paper.tiles).iter().map(|row| row.iter().map(|t| tile(t)).collect::<Vec<_>>()).collect::<Vec<_>>(),
    })
}

/// Tiles that stand side by side: as many as a row has room for.
fn rows<'a, 'b>(tiles: &'b [PaperTile<'a>]) -> Vec<Vec<&'b PaperTile<'a>>> {
    let mut rows: Vec<Vec<&PaperTile<'_>>> = Vec::new();
    let mut room = 0;
    for tile in tiles {
        match rows.last_mut().filter(|_| tile.width <= room) {
            Some(row) => row.push(tile),
            None => {
                room = 6;
                rows.push(vec![tile]);
            }
        }
        room = room.saturating_sub(tile.width);
    }
    rows
}

fn tile(tile: &PaperTile<'_>) -> Json {
    let width = (COLUMN + GAP) * f64::from(tile.width) / 6.0 - GAP - 2.0 * INSET;
    let picture = |picture: Option<Picture>, figures: &Figures| match picture {
        Some(Picture { svg, width, alt, .. }) => json!({"svg": svg, "width": width * 0.75, "alt": alt}),
        None => json!({"text": or_nothing(&figures.total.says)}),
    };
    let of = match &tile.of {
        PaperOf::Text(text) => json!({"text": text}),
        PaperOf::Figure(figures) => figure(figures),
        PaperOf::Series(figures, step, marks) => picture(series(figures, *step, marks, (width, HEIGHT)), figures),
        PaperOf::Groups(figures) => picture(groups(figures, width), figures),
    };
    let by = match &tile.of {
        PaperOf::Groups(figures) => words::by(&figures.by),
        _ => String::new(),
    };
    json!({"title": tile.title, "by": by, "width": tile.width, "of": of, "notes": notes(&tile.of)})
}

fn figure(figures: &Figures) -> Json {
    let Some(_) = figures.total.value else { return json!({"text": or_nothing(&figures.total.says)}) };
    let before = figures
        .against
        .as_ref()
        .map(|against| format!("{} before. {}", figures.said(&against.figure), against.change.says));
    json!({
        "value": figures.said(&figures.total),
        "basis": figures.basis(&figures.total),
        "before": before.unwrap_or_default(),
    })
}

/// What to know beside a chart.
fn notes(of: &PaperOf<'_>) -> Vec<String> {
    match of {
        PaperOf::Text(_) => Vec::new(),
        PaperOf::Figure(figures) | PaperOf::Groups(figures) => figures.notes.clone(),
        PaperOf::Series(figures, ..) => {
            let control = figures.control.as_ref().map(|control| control.says.clone());
            control.into_iter().chain(figures.notes.iter().cloned()).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile_of(width: u8, text: &str) -> PaperTile<'_> {
        PaperTile { title: text, width, of: PaperOf::Text(text) }
    }

    #[test]
    fn tiles_stand_side_by_side_while_there_is_room() {
        let tiles = [tile_of(2, "a"), tile_of(2, "b"), tile_of(3, "c"), tile_of(3, "d"), tile_of(6, "e")];
        let found: Vec<String> = rows(&tiles).iter().map(|row| row.iter().map(|t| t.title).collect()).collect();
        assert_eq!(found, ["ab", "cd", "e"]);
    }

    #[test]
    fn hostile_words_are_printed_as_words() {
        let hostile = "#panic(\"x\") $x$ <script> \u{0} `code` @ref // */ \\ \u{202e}".repeat(40);
        let tiles = vec![tile_of(3, &hostile), tile_of(6, "")];
        let paper =
            Paper { company: &hostile, name: &hostile, says: &hostile, span: "", date: Timestamp::UNIX_EPOCH, tiles };
        let pdf = print(&paper).map(|pdf| pdf.starts_with(b"%PDF"));
        assert_eq!(pdf.ok(), Some(true));
    }

    #[test]
    fn the_same_dashboard_makes_the_same_bytes() {
        let paper = || Paper {
            company: "",
            name: "Week",
            says: "",
            span: "The last week",
            date: Timestamp::UNIX_EPOCH,
            tiles: Vec::new(),
        };
        assert_eq!(print(&paper()).ok(), print(&paper()).ok());
    }
}
