//! Markdown to blocks. Raw HTML becomes plain text; only links that are safe to follow stay links.

use comrak::{
    Arena, Node, Options,
    nodes::{ListType, NodeValue, TableAlignment},
    parse_document,
};

use crate::{
    block::{Block, Cell, Column, Inline, Item, Table},
    metric::FENCE,
};

/// Lists, quotes and emphasis nested deeper than this are shown as plain text.
const DEEPEST: usize = 24;

/// The blocks of a Markdown text. `live` gives what stands in the place of a fenced block that names a metric.
pub fn blocks(markdown: &str, live: &dyn Fn(&str) -> Vec<Block>) -> Vec<Block> {
    let arena = Arena::new();
    let of_page = parse_document(&arena, markdown, &options());
    let whole = |node: Node<'_>| match metric(node) {
        Some(text) => live(&text),
        None => block(node, 1).into_iter().collect(),
    };
    of_page.children().flat_map(whole).collect()
}

/// The metrics that a Markdown text names, as it writes them.
pub fn metrics(markdown: &str) -> Vec<String> {
    let arena = Arena::new();
    parse_document(&arena, markdown, &options()).children().filter_map(metric).collect()
}

fn metric(node: Node<'_>) -> Option<String> {
    match &node.data().value {
        NodeValue::CodeBlock(code) if code.fenced && code.info.trim() == FENCE => Some(code.literal.trim().to_owned()),
        _ => None,
    }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.autolink = true;
    options
}

fn children(node: Node<'_>, depth: usize) -> Vec<Block> {
    if depth > DEEPEST {
        return vec![Block::paragraph(text_of(node))];
    }
    node.children().filter_map(|child| block(child, depth + 1)).collect()
}

fn block(node: Node<'_>, depth: usize) -> Option<Block> {
    let value = node.data().value.clone();
    match value {
        NodeValue::Paragraph => Some(Block::Paragraph { text: inlines(node, depth) }),
        NodeValue::Heading(heading) => {
            Some(Block::Heading { level: heading.level.clamp(1, 3), text: inlines(node, depth) })
        }
        NodeValue::List(list) => {
            let start = (list.list_type == ListType::Ordered).then_some(list.start);
            Some(Block::List { start, items: node.children().map(|item| list_item(item, depth)).collect() })
        }
        NodeValue::BlockQuote => Some(Block::Quote { blocks: children(node, depth) }),
        NodeValue::CodeBlock(code) => Some(Block::Code { text: code.literal.trim_end().to_owned() }),
        NodeValue::HtmlBlock(html) => Some(Block::paragraph(html.literal.trim())),
        NodeValue::ThematicBreak => Some(Block::Rule),
        NodeValue::Table(table) => Some(Block::Table(grid(node, &table.alignments, depth))),
        _ => {
            let text = text_of(node);
            (!text.trim().is_empty()).then(|| Block::paragraph(text))
        }
    }
}

fn list_item(node: Node<'_>, depth: usize) -> Item {
    let done = match &node.data().value {
        NodeValue::TaskItem(task) => Some(task.symbol.is_some()),
        _ => None,
    };
    Item { done, blocks: children(node, depth) }
}

fn grid(node: Node<'_>, alignments: &[TableAlignment], depth: usize) -> Table {
    let mut rows = node.children().map(|row| row.children().map(|cell| inlines(cell, depth)).collect::<Vec<_>>());
    let head = rows.next().unwrap_or_default();
    let columns: Vec<Column> = head
        .iter()
        .zip(alignments)
        .map(|(title, align)| Column { title: words_of(title), number: *align == TableAlignment::Right })
        .collect();
    let rows = rows
        .map(|row| {
            let mut cells: Vec<Cell> = row.into_iter().map(|text| Cell::Text { text }).collect();
            cells.resize(columns.len(), "".into());
            cells
        })
        .collect();
    Table { columns, rows, caption: String::new() }
}

fn inlines(node: Node<'_>, depth: usize) -> Vec<Inline> {
    if depth > DEEPEST {
        return crate::block::plain(text_of(node));
    }
    node.children().flat_map(|child| inline(child, depth + 1)).collect()
}

fn inline(node: Node<'_>, depth: usize) -> Vec<Inline> {
    let value = node.data().value.clone();
    let body = || inlines(node, depth);
    match value {
        NodeValue::Text(text) => crate::block::plain(text),
        NodeValue::SoftBreak => crate::block::plain(" "),
        NodeValue::LineBreak => vec![Inline::Break],
        NodeValue::Code(code) => vec![Inline::Code { text: code.literal }],
        NodeValue::HtmlInline(html) => crate::block::plain(html),
        NodeValue::Strong => vec![Inline::Strong { body: body() }],
        NodeValue::Emph => vec![Inline::Emph { body: body() }],
        NodeValue::Strikethrough => vec![Inline::Strike { body: body() }],
        NodeValue::Link(link) if is_safe(&link.url) => vec![Inline::Link { url: link.url, body: body() }],
        NodeValue::Link(_) | NodeValue::Image(_) => body(),
        _ => body(),
    }
}

/// True for addresses that lead to a page or a mailbox and run nothing.
fn is_safe(url: &str) -> bool {
    is_web(url) || leads_by(url, "mailto:")
}

/// True for addresses that lead to a page on the web.
pub fn is_web(url: &str) -> bool {
    leads_by(url, "https://") || leads_by(url, "http://")
}

fn leads_by(url: &str, scheme: &str) -> bool {
    let rest = url.get(..scheme.len()).filter(|s| s.eq_ignore_ascii_case(scheme)).map(|s| &url[s.len()..]);
    rest.is_some_and(|rest| !rest.is_empty()) && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}

fn text_of(node: Node<'_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::HtmlInline(html) => out.push_str(html),
            NodeValue::CodeBlock(code) => out.push_str(&code.literal),
            NodeValue::HtmlBlock(html) => out.push_str(&html.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => out.push(' '),
            _ => {}
        }
    }
    out
}

/// The words of inlines without their looks.
fn words_of(inlines: &[Inline]) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Code { text } => text.clone(),
        Inline::Strong { body } | Inline::Emph { body } | Inline::Strike { body } | Inline::Link { body, .. } => {
            words_of(body)
        }
        Inline::Break => " ".into(),
    };
    inlines.iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::panic)]

    use rstest::rstest;

    use super::*;
    use crate::block::plain;

    #[rstest]
    #[case("https://example.org/a?b=c", true)]
    #[case("mailto:sales@example.org", true)]
    #[case("HTTP://example.org", true)]
    #[case("javascript:alert(1)", false)]
    #[case("JaVaScRiPt:alert(1)", false)]
    #[case("data:text/html,x", false)]
    #[case("https://", false)]
    #[case("https://exa\nmple.org", false)]
    #[case("", false)]
    fn links(#[case] url: &str, #[case] safe: bool) {
        assert_eq!(is_safe(url), safe);
    }

    #[rstest]
    #[case("# A *b*", vec![Block::Heading { level: 1, text: vec![Inline::Text { text: "A ".into() }, Inline::Emph { body: plain("b") }] }])]
    #[case("<script>alert(1)</script>", vec![Block::paragraph("<script>alert(1)</script>")])]
    #[case("[x](javascript:alert(1))", vec![Block::paragraph("x")])]
    #[case("#let x = 1", vec![Block::paragraph("#let x = 1")])]
    #[case("", vec![])]
    fn read(#[case] markdown: &str, #[case] expected: Vec<Block>) {
        assert_eq!(blocks(markdown, &|_| Vec::new()), expected);
    }

    #[test]
    fn tasks_and_tables_are_kept() {
        let read = blocks("- [x] done\n- [ ] open\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n", &|_| Vec::new());
        let [Block::List { start: None, items }, Block::Table(table)] = read.as_slice() else {
            panic!("{read:?}");
        };
        assert_eq!(items.iter().map(|i| i.done).collect::<Vec<_>>(), vec![Some(true), Some(false)]);
        assert_eq!(table.columns.iter().map(|c| c.number).collect::<Vec<_>>(), vec![false, true]);
        assert_eq!(table.rows, vec![vec![Cell::from("1"), Cell::from("2")]]);
    }

    #[test]
    fn deep_nesting_ends_as_text() {
        let deep = format!("{} x", "> ".repeat(5000));
        assert!(format!("{:?}", blocks(&deep, &|_| Vec::new())).len() < 20_000);
    }

    #[test]
    fn fenced_metrics_stand_for_what_they_name() {
        let text = "Before\n\n```metric\nwin-rate?by=team\n```\n\n```rust\nmetric\n```\n\n    metric\n";
        assert_eq!(metrics(text), ["win-rate?by=team"]);
        let read = blocks(text, &|name| vec![Block::note(name), Block::Rule]);
        assert_eq!(read[1..3], [Block::note("win-rate?by=team"), Block::Rule]);
        assert!(matches!(&read[3], Block::Code { text } if text == "metric"));
    }
}
