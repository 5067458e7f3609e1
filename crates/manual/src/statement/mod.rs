//! Statements of commission in print: one a sheet, or a few sheets where there is much to say.

mod world;

use serde::Serialize;
use serde_json::{Value as Json, json};
use typst::foundations::Smart;
use typst_pdf::PdfOptions;

use self::world::StatementWorld;
use crate::print::{ManualError, soften, told};

/// A statement, as it is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Sheet {
    /// Whose statement it is: the company.
    pub company: String,
    /// Who is paid.
    pub person: String,
    /// The plan's name.
    pub plan: String,
    /// The period's name.
    pub period: String,
    /// Its days in words.
    pub days: String,
    /// What is paid.
    pub total: String,
    /// Currency of the amounts.
    pub currency: String,
    /// Three figures, each with its name before it.
    pub figures: Vec<(String, String)>,
    /// The deals.
    pub lines: Vec<SheetLine>,
    /// What follows from them, in sentences, down to what is paid.
    pub then: Vec<String>,
    /// What the plan pays, in sentences.
    pub terms: Vec<String>,
    /// What has to be known beside the figures.
    pub notes: Vec<String>,
    /// As of when.
    pub date: String,
}

/// A deal of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SheetLine {
    /// The deal's name.
    pub deal: String,
    /// The day on which it was won.
    pub day: String,
    /// The negotiated price with its currency.
    pub price: String,
    /// The person's share.
    pub share: String,
    /// What it pays.
    pub amount: String,
    /// How that was counted, in a sentence.
    pub says: String,
}

/// Lays statements out as a PDF. The same statements make the same bytes.
///
/// # Errors
/// [`ManualError`] where Typst refuses template or data; no name or reason that people write should make it so.
pub fn print(sheets: &[Sheet]) -> Result<Vec<u8>, ManualError> {
    let mut data = json!({ "sheets": sheets });
    soften(&mut data, "");
    let title = sheets.first().map(|sheet| format!("Commission · {} · {}", sheet.person, sheet.period));
    data["title"] = Json::String(title.clone().unwrap_or_default());
    let world = StatementWorld::new(data.to_string()).ok_or_else(|| ManualError::Layout("no template".into()))?;
    let document = typst::compile(&world).output.map_err(|errors| ManualError::Layout(told(&errors)))?;
    let options = PdfOptions {
        ident: title.map_or(Smart::Auto, Smart::Custom),
        creator: Smart::Custom(Some("Stagecraft".into())),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| ManualError::Pdf(told(&errors)))?;
    typst::comemo::evict(4);
    Ok(pdf)
}
