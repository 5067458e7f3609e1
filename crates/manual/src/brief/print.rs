//! A brief on one page.

use model::Timestamp;
use serde_json::{Value as Json, json};

use super::{
    Brief,
    fit::{ROOMS, Room, cut},
};
use crate::{print::ManualError, sheet::lay_out, words, world::BRIEF};

/// A printed brief.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF, of one page; the same brief makes the same bytes.
    pub pdf: Vec<u8>,
    /// What had no room, in words; it is told on the page too.
    pub left_out: Vec<String>,
}

/// Sets a brief on one page: in smaller letters where it has to be, then without what comes last.
///
/// # Errors
/// [`ManualError`] where Typst refuses template or data, or where not even the least of it fits; no brief should make it
/// so.
pub fn print(brief: &Brief, at: Timestamp) -> Result<Printed, ManualError> {
    for room in ROOMS {
        let (shown, left_out) = cut(brief, room);
        let ident = format!("{} · {}", brief.company, brief.deal);
        let laid = lay_out(BRIEF, data(&shown, &left_out, room, at), &ident, at)?;
        if laid.pages == 1 {
            return Ok(Printed { pdf: laid.pdf, left_out });
        }
    }
    Err(ManualError::Layout("the brief does not fit on one page".into()))
}

fn data(brief: &Brief, left_out: &[String], room: Room, at: Timestamp) -> Json {
    let mut data = serde_json::to_value(brief).unwrap_or_default();
    let who = if brief.prospect.is_empty() { &brief.deal } else { &brief.prospect };
    data["title"] = json!(format!("Brief: {who}"));
    data["who"] = json!(who);
    data["size"] = json!(room.size);
    data["minutes"] = json!(brief.minutes());
    data["as_of"] = json!(words::date(at));
    data["left_out"] = json!(if left_out.is_empty() {
        String::new()
    } else {
        format!("Left out for want of room: {}. The page in Stagecraft has all of it.", left_out.join(", "))
    });
    data
}
