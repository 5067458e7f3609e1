//! All deals in an order, made when first asked for.

use std::collections::{BTreeSet, HashMap};

use insight::log::EventLog;
use model::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::{
    auth::hex,
    problem::{Answer, Problem},
};

/// By what a list is in order; the last first, deals without it at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// When it was closed, or else created.
    #[default]
    Latest,
    /// When it was created.
    Created,
    /// When it was closed.
    Closed,
    /// Its value.
    Value,
    /// How long it is in its stage: the longest first.
    Age,
}

impl Sort {
    /// The place of a deal in the order.
    pub fn key(self, log: &EventLog, deal: u32) -> i64 {
        let micros = |at: Option<Timestamp>| at.map_or(i64::MIN, Timestamp::as_microsecond);
        match self {
            Self::Latest => micros(log.closed(deal).or(log.created(deal))),
            Self::Created => micros(log.created(deal)),
            Self::Closed => micros(log.closed(deal)),
            Self::Value => log.value_minor(deal).unwrap_or(i64::MIN),
            Self::Age => log.stage_since(deal).map_or(i64::MIN, |at| -at.as_microsecond()),
        }
    }
}

/// The orders asked for so far: place and number of every deal.
#[derive(Debug, Default)]
pub struct Orders(HashMap<Sort, BTreeSet<(i64, u32)>>);

impl Orders {
    /// Takes a deal out, as the log still has it.
    pub fn take(&mut self, log: &EventLog, deal: u32) {
        for (sort, order) in &mut self.0 {
            order.remove(&(sort.key(log, deal), deal));
        }
    }

    /// Adds a deal, as the log has it now.
    pub fn add(&mut self, log: &EventLog, deal: u32) {
        for (sort, order) in &mut self.0 {
            order.insert((sort.key(log, deal), deal));
        }
    }

    /// The deals that come after a place, the last first.
    pub fn after(&mut self, log: &EventLog, sort: Sort, after: Option<(i64, u32)>, limit: usize) -> Vec<(i64, u32)> {
        let order = self.0.entry(sort).or_insert_with(|| log.all().map(|d| (sort.key(log, d), d)).collect());
        match after {
            Some(after) => order.range(..after).rev().take(limit).copied().collect(),
            None => order.iter().rev().take(limit).copied().collect(),
        }
    }
}

/// Where a part of a list ended: the last deal's place in the order, and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// Its place, where that is a number.
    pub number: i64,
    /// Its place, where that is a text.
    pub text: String,
    /// Its key.
    pub deal: String,
}

impl Cursor {
    /// The cursor at a deal.
    pub fn of(number: i64, text: String, deal: &str) -> Self {
        Self { number, text, deal: deal.to_owned() }
    }

    /// Reads what [`Cursor::written`] wrote.
    ///
    /// # Errors
    /// 422 naming `cursor`.
    pub fn read(text: &str) -> Answer<Self> {
        let bytes = text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
        let parts = bytes.collect::<Option<Vec<u8>>>().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let (number, text, deal) =
            parts.ok_or_else(|| Problem::field("cursor", "This is no cursor; use `next` of the page before."))?;
        Ok(Self { number, text, deal })
    }

    /// As a text that can stand in an address as it is.
    pub fn written(&self) -> String {
        hex(serde_json::json!([self.number, self.text, self.deal]).to_string().as_bytes())
    }
}
