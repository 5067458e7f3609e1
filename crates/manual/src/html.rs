//! Blocks as HTML. Every text is escaped; there is no way in for markup from outside.
//!
//! Classes begin with `m-`, so that the web application can style them: `m-lead`, `m-facts`, `m-lists`, `m-figure`,
//! `m-poster`, `m-table`, `m-number`, `m-tasks`, `m-criteria`, `m-note`, `m-evidence`.

use crate::{
    block::{Block, Cell, CriterionLine, Fact, Inline, Item, ShortList, Table, TaskLine},
    chart::{Picture, escape},
};

/// The content of a page.
pub fn page(blocks: &[Block]) -> String {
    blocks.iter().map(block).collect()
}

fn block(it: &Block) -> String {
    match it {
        Block::Lead { text } => format!("<p class=\"m-lead\">{}</p>", inlines(text)),
        Block::Paragraph { text } => format!("<p>{}</p>", inlines(text)),
        Block::Heading { level, text } => {
            let level = level + 1;
            format!("<h{level}>{}</h{level}>", inlines(text))
        }
        Block::List { start: None, items } => format!("<ul>{}</ul>", list_items(items)),
        Block::List { start: Some(start), items } => format!("<ol start=\"{start}\">{}</ol>", list_items(items)),
        Block::Quote { blocks } => format!("<blockquote>{}</blockquote>", page(blocks)),
        Block::Code { text } => format!("<pre><code>{}</code></pre>", lines(text)),
        Block::Rule => "<hr>".into(),
        Block::Table(it) => table(it),
        Block::Figure { picture, caption } => figure("class=\"m-figure\"", picture, caption),
        Block::Poster { picture, caption } => figure("class=\"m-figure m-poster\" tabindex=\"0\"", picture, caption),
        Block::Lists { lists } => {
            format!("<div class=\"m-lists\">{}</div>", lists.iter().map(short_list).collect::<String>())
        }
        Block::Facts { facts } => format!("<dl class=\"m-facts\">{}</dl>", facts.iter().map(fact).collect::<String>()),
        Block::Tasks { tasks } => format!("<ul class=\"m-tasks\">{}</ul>", tasks.iter().map(task).collect::<String>()),
        Block::Criteria { criteria } => {
            format!("<ul class=\"m-criteria\">{}</ul>", criteria.iter().map(criterion).collect::<String>())
        }
        Block::Note { text } => format!("<p class=\"m-note\">{}</p>", inlines(text)),
    }
}

/// Escaped text with its lines kept.
fn lines(text: &str) -> String {
    text.lines().map(escape).collect::<Vec<_>>().join("\n")
}

fn inlines(items: &[Inline]) -> String {
    items.iter().map(inline).collect()
}

fn inline(it: &Inline) -> String {
    match it {
        Inline::Text { text } => escape(text),
        Inline::Strong { body } => format!("<strong>{}</strong>", inlines(body)),
        Inline::Emph { body } => format!("<em>{}</em>", inlines(body)),
        Inline::Strike { body } => format!("<del>{}</del>", inlines(body)),
        Inline::Code { text } => format!("<code>{}</code>", escape(text)),
        Inline::Link { url, body } => {
            format!("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escape(url), inlines(body))
        }
        Inline::Break => "<br>".into(),
    }
}

fn list_items(items: &[Item]) -> String {
    let mark = |done: Option<bool>| match done {
        None => "",
        Some(true) => "<input type=\"checkbox\" disabled checked> ",
        Some(false) => "<input type=\"checkbox\" disabled> ",
    };
    items.iter().map(|item| format!("<li>{}{}</li>", mark(item.done), item_content(&item.blocks))).collect()
}

/// A single paragraph in an item stands without its own element.
fn item_content(blocks: &[Block]) -> String {
    match blocks {
        [Block::Paragraph { text }, rest @ ..] => format!("{}{}", inlines(text), page(rest)),
        _ => page(blocks),
    }
}

fn table(it: &Table) -> String {
    let class = |i: usize| if it.columns.get(i).is_some_and(|c| c.number) { " class=\"m-number\"" } else { "" };
    let head: String = it
        .columns
        .iter()
        .enumerate()
        .map(|(i, c)| format!("<th scope=\"col\"{}>{}</th>", class(i), escape(&c.title)))
        .collect();
    let row = |cells: &Vec<Cell>| -> String {
        let cells: String =
            cells.iter().enumerate().map(|(i, c)| format!("<td{}>{}</td>", class(i), cell(c))).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: String = it.rows.iter().map(row).collect();
    let caption =
        if it.caption.is_empty() { String::new() } else { format!("<caption>{}</caption>", escape(&it.caption)) };
    format!("<div class=\"m-table\"><table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>")
}

fn cell(it: &Cell) -> String {
    match it {
        Cell::Text { text } => inlines(text),
        Cell::Picture { picture } => picture.svg.clone(),
    }
}

/// A picture; `look` are the attributes of its element.
fn figure(look: &str, picture: &Picture, caption: &str) -> String {
    let caption =
        if caption.is_empty() { String::new() } else { format!("<figcaption>{}</figcaption>", escape(caption)) };
    format!("<figure {look}>{}{caption}</figure>", picture.svg)
}

fn short_list(it: &ShortList) -> String {
    let items: String = it.items.iter().map(|item| format!("<li>{}</li>", escape(item))).collect();
    format!("<div><h2>{}</h2><ul>{items}</ul></div>", escape(&it.title))
}

fn fact(it: &Fact) -> String {
    let note = if it.note.is_empty() { String::new() } else { format!("<small>{}</small>", escape(&it.note)) };
    format!("<div><dt>{}</dt><dd>{}{note}</dd></div>", escape(&it.label), escape(&it.value))
}

fn task(it: &TaskLine) -> String {
    let who = if it.who.is_empty() { String::new() } else { format!(" <small>{}</small>", escape(&it.who)) };
    format!("<li>{}{who}{}</li>", escape(&it.name), evidence(&it.evidence))
}

fn criterion(it: &CriterionLine) -> String {
    let wish = if it.required { "" } else { " <small>wished for</small>" };
    format!(
        "<li data-ground=\"{}\">{}{wish} <small>{}</small>{}</li>",
        escape(&it.ground),
        escape(&it.says),
        escape(&it.test),
        evidence(&it.evidence)
    )
}

fn evidence(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<p class=\"m-evidence\">{}</p>", escape(text)) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::markdown;

    #[rstest]
    #[case("**a** <script>x</script>", "<p><strong>a</strong> &lt;script&gt;x&lt;/script&gt;</p>")]
    #[case(
        "[a](https://b.org/?q=\"1\"&c)",
        "<p><a href=\"https://b.org/?q=&quot;1&quot;&amp;c\" rel=\"noopener noreferrer\">a</a></p>"
    )]
    #[case("[a](javascript:alert(1))", "<p>a</p>")]
    #[case("![a](https://b.org/x.png)", "<p>a</p>")]
    #[case("1. a\n2. b", "<ol start=\"1\"><li>a</li><li>b</li></ol>")]
    #[case("```\n<b>\n# c\n```", "<pre><code>&lt;b&gt;\n# c</code></pre>")]
    #[case("- [x] a", "<ul><li><input type=\"checkbox\" disabled checked> a</li></ul>")]
    #[case("## a", "<h3>a</h3>")]
    fn markdown_as_html(#[case] text: &str, #[case] html: &str) {
        assert_eq!(page(&markdown::blocks(text, &|_| Vec::new())), html);
    }
}
