//! Words that the program itself gives to fields, roles and states, in German, Spanish and Japanese. A team's own names
//! stand in quotation marks instead.

use crate::{deal::field, process::same_word};

/// A name in the program's files, and what German, Spanish and Japanese call it.
type Named = (&'static str, [&'static str; 3]);

/// The place of a language in a row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Column {
    German,
    Spanish,
    Japanese,
}

const FIELDS: &[Named] = &[
    (field::NAME, ["der Name", "el nombre", "名称"]),
    (field::ACCOUNT, ["das Unternehmen", "la empresa", "取引先"]),
    (field::OWNER, ["die zuständige Person", "la persona responsable", "担当者"]),
    (field::TEAM, ["das Team", "el equipo", "担当チーム"]),
    (field::PRODUCT, ["das Produkt", "el producto", "商材"]),
    (field::VALUE, ["der Wert", "el importe", "金額"]),
    (field::CURRENCY, ["die Währung", "la moneda", "通貨"]),
];

const ROLES: &[Named] = &[
    ("decision-maker", ["ein Entscheider", "una persona con poder de decisión", "意思決定者"]),
    ("champion", ["ein Fürsprecher", "un promotor interno", "社内推進者"]),
    ("economic-buyer", ["ein Budgetverantwortlicher", "un responsable del presupuesto", "予算決裁者"]),
    ("influencer", ["ein Meinungsführer", "una persona influyente", "影響力のある関係者"]),
    ("user", ["ein Anwender", "un usuario", "利用者"]),
];

/// `wurde … erteilt`, `se ha concedido …`, `承認が得られた`.
const STATES: &[Named] = &[
    ("approval.requested", ["beantragt", "solicitado", "申請された"]),
    ("approval.granted", ["erteilt", "concedido", "得られた"]),
    ("approval.denied", ["verweigert", "denegado", "却下された"]),
    ("approval.rejected", ["abgelehnt", "rechazado", "却下された"]),
    ("quote.requested", ["angefordert", "solicitado", "依頼された"]),
    ("quote.rejected", ["abgelehnt", "rechazado", "断られた"]),
];

/// A field of every deal, with its article.
pub(super) fn field(name: &str, column: Column) -> Option<&'static str> {
    find(FIELDS, name, column)
}

/// A common role on the prospect's side, with its article.
pub(super) fn role(name: &str, column: Column) -> Option<&'static str> {
    find(ROLES, name, column)
}

/// The participle, in Japanese the verb, of a state such as `approval.granted`.
pub(super) fn state(name: &str, column: Column) -> Option<&'static str> {
    find(STATES, name, column)
}

fn find(rows: &[Named], name: &str, column: Column) -> Option<&'static str> {
    rows.iter().find(|(known, _)| same_word(known, name)).map(|(_, words)| words[column as usize])
}
