//! How high a page will be in print, roughly: enough to tell whether two may share a sheet.

use crate::block::{Block, Cell, Inline, Page, ShortList, Table};

/// Room for text on a sheet, in pt.
const SHEET: f64 = 690.0;
/// Letters on a line of the column.
const LINE: usize = 72;

/// True where a page takes at most two thirds of a sheet, so that it is kept together and may share one.
pub fn is_short(page: &Page) -> bool {
    60.0 + page.blocks.iter().map(height).sum::<f64>() <= SHEET * 0.68
}

/// Height of a block in pt.
fn height(block: &Block) -> f64 {
    match block {
        Block::Lead { text } => 20.0 + lines(text, LINE - 12) * 21.0,
        Block::Paragraph { text } => 12.0 + lines(text, LINE) * 18.0,
        Block::Note { text } => 10.0 + lines(text, LINE + 20) * 14.0,
        Block::Heading { .. } => 50.0,
        Block::Rule => 12.0,
        Block::Figure { picture, caption } => {
            30.0 + picture.height * 0.79 + (letters(caption) as f64 / 90.0).ceil() * 14.0
        }
        Block::Poster { .. } => SHEET,
        Block::Lists { lists } => lists.chunks(2).map(|pair| pair.iter().map(short_list).fold(0.0, f64::max)).sum(),
        Block::Facts { facts } => facts.len().div_ceil(3) as f64 * 76.0 + 30.0,
        Block::Table(it) => table(it),
        Block::List { items, .. } => items.iter().flat_map(|i| &i.blocks).map(height).sum(),
        Block::Quote { blocks } => blocks.iter().map(height).sum::<f64>(),
        Block::Code { text } => 30.0 + text.lines().count() as f64 * 14.0,
        Block::Tasks { tasks } => tasks.len() as f64 * 46.0,
        Block::Criteria { criteria } => criteria.len() as f64 * 62.0,
    }
}

/// A list on half of the column.
fn short_list(it: &ShortList) -> f64 {
    40.0 + it.items.iter().map(|item| 5.0 + (letters(item) as f64 / 38.0).ceil() * 16.0).sum::<f64>()
}

/// Each row is as high as its longest cell, on an equal share of the column.
fn table(it: &Table) -> f64 {
    let share = (LINE + 12) / it.columns.len().max(1);
    let cell = |c: &Cell| match c {
        Cell::Text { text } => (inlines(text) as f64 / (share as f64 * 1.6).max(4.0)).ceil().max(1.0),
        Cell::Picture { .. } => 1.0,
    };
    let row = |cells: &Vec<Cell>| 11.0 + cells.iter().map(cell).fold(1.0, f64::max) * 12.0;
    60.0 + it.rows.iter().map(row).sum::<f64>() + (letters(&it.caption) as f64 / 90.0).ceil() * 14.0
}

fn lines(text: &[Inline], on_a_line: usize) -> f64 {
    inlines(text).div_ceil(on_a_line).max(1) as f64
}

fn inlines(items: &[Inline]) -> usize {
    let of = |it: &Inline| match it {
        Inline::Text { text } | Inline::Code { text } => letters(text),
        Inline::Strong { body } | Inline::Emph { body } | Inline::Strike { body } | Inline::Link { body, .. } => {
            inlines(body)
        }
        Inline::Break => LINE,
    };
    items.iter().map(of).sum()
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::block::Column;

    fn rows(count: usize, text: &str) -> Block {
        Block::Table(Table {
            columns: vec![Column::text("A"), Column::text("B")],
            rows: vec![vec![text.into(), "b".into()]; count],
            caption: String::new(),
        })
    }

    #[rstest]
    #[case::nothing(vec![], true)]
    #[case::few_rows(vec![Block::lead("x"), rows(6, "a")], true)]
    #[case::many_rows(vec![Block::lead("x"), rows(30, "a")], false)]
    #[case::high_rows(vec![rows(6, &"long ".repeat(100))], false)]
    #[case::much_text(vec![Block::paragraph("word ".repeat(500))], false)]
    fn short_pages(#[case] blocks: Vec<Block>, #[case] short: bool) {
        let page =
            Page { id: "g-x".into(), title: "X".into(), source: String::new(), flows: true, written: None, blocks };
        assert_eq!(is_short(&page), short);
    }
}
