//! Statements as a table and as sheets to print.

use insight::table::Table;
use manual::statement::{Sheet, SheetLine};
use model::{
    commission::{Line, Plan, Statement},
    money::{decimal, shown},
};

use super::{Ledger, StatementView};

/// Every amount of the statements in a row; the column `amount` of a statement sums to what is paid.
pub fn table(ledger: &Ledger, statements: &[&Statement]) -> Table {
    let header = [
        "person",
        "plan",
        "period",
        "from",
        "until",
        "currency",
        "what",
        "deal",
        "day",
        "negotiated",
        "negotiated_currency",
        "exchange_rate",
        "price",
        "commission",
        "share",
        "cut",
        "amount",
        "words",
    ];
    Table::of_texts(&header, statements.iter().flat_map(|statement| rows(ledger, statement)).collect())
}

fn rows(ledger: &Ledger, statement: &Statement) -> Vec<Vec<String>> {
    let plan = ledger.book.version(&statement.plan, statement.plan_from).map_or(&statement.plan, |plan| &plan.name);
    let head = [
        statement.person.clone(),
        plan.clone(),
        statement.period.name(),
        statement.period.from.to_string(),
        statement.period.until.to_string(),
        statement.currency.clone(),
    ];
    let row = |what: &str, rest: [String; 11]| {
        head.iter().cloned().chain([what.to_owned()]).chain(rest).collect::<Vec<String>>()
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in &statement.lines {
        rows.push(row(
            "deal",
            [
                ledger.name(&line.deal),
                line.closed.to_string(),
                decimal(line.negotiated_minor),
                line.negotiated_currency.clone(),
                line.exchange_rate.map(|rate| rate.to_string()).unwrap_or_default(),
                decimal(line.price_minor),
                decimal(line.commission_minor),
                line.share.to_string(),
                decimal(-line.cut_minor),
                decimal(line.paid_minor()),
                ledger.line_says(line, &statement.currency),
            ],
        ));
    }
    let short = |what: &str, deal: String, day: String, minor: i64, words: String| {
        let none = String::new;
        let rest = [deal, day, none(), none(), none(), none(), none(), none(), none(), decimal(minor), words];
        row(what, rest)
    };
    for line in &statement.clawbacks {
        let words = line.says(&statement.currency);
        rows.push(short("taken back", ledger.name(&line.deal), line.day.to_string(), line.amount_minor, words));
    }
    for line in &statement.corrections {
        let deal = line.deal.as_ref().map(|deal| ledger.name(deal)).unwrap_or_default();
        rows.push(short("correction", deal, line.day.to_string(), line.amount_minor, line.reason.clone()));
    }
    let carried = [
        ("carried in", -statement.carried_in_minor, "recovered from earlier periods"),
        ("carried out", statement.carried_out_minor, "paid in advance, to be recovered later"),
    ];
    for (what, minor, words) in carried.into_iter().filter(|(_, minor, _)| *minor != 0) {
        rows.push(short(what, String::new(), String::new(), minor, words.to_owned()));
    }
    if rows.is_empty() {
        rows.push(short("nothing", String::new(), String::new(), 0, String::new()));
    }
    rows
}

/// The statements as sheets.
pub fn sheets(ledger: &Ledger, views: &[StatementView], company: &str) -> Vec<Sheet> {
    views.iter().map(|view| sheet(ledger, view, company)).collect()
}

fn sheet(ledger: &Ledger, view: &StatementView, company: &str) -> Sheet {
    let StatementView { statement, plan, plan_says, lines_say, then_says, .. } = view;
    let line = |(line, says): (&Line, &String)| SheetLine {
        deal: ledger.name(&line.deal),
        day: line.closed.to_string(),
        price: format!("{} {}", shown(line.negotiated_minor), line.negotiated_currency),
        share: line.share.as_percent(),
        amount: shown(line.paid_minor()),
        says: counted(says, &ledger.name(&line.deal), line),
    };
    let waits: Vec<&str> = view.waits.iter().map(|deal| deal.name.as_str()).collect();
    let waits = (!waits.is_empty())
        .then(|| format!("Not counted, because something is missing; the amounts will change: {}.", waits.join(", ")));
    let runs = (!statement.complete)
        .then(|| format!("As of {}; the period runs until {}.", ledger.through, statement.period.until));
    Sheet {
        company: company.to_owned(),
        person: statement.person.clone(),
        plan: plan.name.clone(),
        period: view.name.clone(),
        days: format!("{} to {}", statement.period.from, statement.period.until),
        total: shown(statement.total_minor),
        currency: statement.currency.clone(),
        figures: figures(statement, plan),
        lines: statement.lines.iter().zip(lines_say).map(line).collect(),
        then: then_says.clone(),
        terms: plan_says.clone(),
        notes: runs.into_iter().chain(waits).collect(),
        date: ledger.through.to_string(),
    }
}

/// The sentence of a line without what has columns of its own: name, day, and price.
fn counted(says: &str, name: &str, line: &Line) -> String {
    let price = format!("{} {}", shown(line.negotiated_minor), line.negotiated_currency);
    let rest = says.strip_prefix(&format!("{name}, won on {} for ", line.closed)).unwrap_or(says);
    rest.strip_prefix(&format!("{price}: ")).unwrap_or(rest).to_owned()
}

/// What stands large on a sheet.
fn figures(statement: &Statement, plan: &Plan) -> Vec<(String, String)> {
    let deals = statement.lines.len();
    let mut figures = vec![
        (format!("{deals} {}", if deals == 1 { "deal" } else { "deals" }), shown(statement.subtotal_minor)),
        (format!("won this {}", plan.period.word()), shown(statement.attained_minor)),
    ];
    match statement.carried_out_minor {
        0 => figures.push(("earned".to_owned(), shown(statement.earned_minor))),
        carried => figures.push(("carried to later periods".to_owned(), shown(carried))),
    }
    figures
}
