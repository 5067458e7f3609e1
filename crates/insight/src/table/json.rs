//! Tables as JSON: a list of objects, one a row and line.

use serde_json::Value;

use super::{Cell, Column};

/// Adds rows after `written` others.
pub(super) fn rows(text: &mut String, columns: &[Column], rows: &[Vec<Cell>], written: usize) {
    let names: Vec<String> = columns.iter().map(|column| quoted(&column.name)).collect();
    for (place, row) in rows.iter().enumerate() {
        text.push_str(if written + place == 0 { "\n{" } else { ",\n{" });
        for (i, (name, cell)) in names.iter().zip(row).enumerate() {
            text.push_str(if i > 0 { "," } else { "" });
            text.push_str(name);
            text.push(':');
            text.push_str(&value(cell));
        }
        text.push('}');
    }
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::None => "null".to_owned(),
        Cell::Text(text) => quoted(text),
        Cell::Time(_) | Cell::Day(_) => quoted(&cell.text()),
        Cell::Number(_) | Cell::Integer(_) | Cell::Money(_) | Cell::Boolean(_) => cell.text(),
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
