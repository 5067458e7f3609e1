//! Documents beside the manual, laid out by a template of their own.

use serde_json::Value as Json;
use typst::foundations::Smart;
use typst_pdf::{PdfOptions, Timestamp as PdfTime};

use crate::{
    print::{ManualError, created, soften, told},
    world::ManualWorld,
};

/// A document as PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheets {
    /// The PDF; the same data makes the same bytes.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Lays data out by a template. `ident` tells the document from others, `at` is when it was made.
pub(crate) fn lay_out(
    template: &str,
    mut data: Json,
    ident: &str,
    at: model::Timestamp,
) -> Result<Sheets, ManualError> {
    soften(&mut data, "");
    let world = ManualWorld::of(template, data.to_string());
    let world = world.ok_or_else(|| ManualError::Layout(format!("no template {template}")))?;
    let document = typst::compile(&world).output.map_err(|errors| ManualError::Layout(told(&errors)))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("Stagecraft".into())),
        timestamp: created(at).map(PdfTime::new_utc),
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| ManualError::Pdf(told(&errors)))?;
    let pages = document.pages().len();
    typst::comemo::evict(4);
    Ok(Sheets { pdf, pages })
}
