//! Fields of deals as criteria ask for them: as they are now, since a log keeps no earlier values.

use model::{
    deal::field,
    money::{decimal, parse_minor},
    process::{deal_field, same_value, same_word},
};
use rayon::prelude::*;

use crate::log::{EventLog, FIELDS, Field, NONE};

/// Whether a field or attribute of a deal has one of the wanted values; any will do where none is named.
pub(super) enum FieldIs<'a> {
    Name(Vec<String>),
    Value(Vec<String>, Vec<i64>),
    Currency(Column<'a>),
    /// The first of these that the deal has counts.
    Columns(Vec<Column<'a>>),
}

/// A column, and which of its values will do.
pub(super) struct Column<'a> {
    field: &'a Field,
    will_do: Vec<bool>,
}

impl<'a> FieldIs<'a> {
    pub(super) fn of(log: &'a EventLog, name: &str, is: &[String]) -> Self {
        let column = |field| Column::of(field, is);
        let fixed = |name: &str| FIELDS.iter().position(|f| *f == name).and_then(|place| log.deals.fields.get(place));
        match deal_field(name) {
            Some(field::NAME) => Self::Name(is.to_vec()),
            Some(field::VALUE) => Self::Value(is.to_vec(), is.iter().filter_map(|is| parse_minor(is.trim())).collect()),
            Some(known @ field::CURRENCY) => match fixed(known) {
                Some(field) => Self::Currency(column(field)),
                None => Self::Columns(Vec::new()),
            },
            Some(known) => Self::Columns(fixed(known).map(column).into_iter().collect()),
            None => {
                let attributes = log.deals.fields.iter().skip(FIELDS.len());
                let mut named: Vec<&Field> = attributes.filter(|f| same_word(&f.name, name)).collect();
                named.sort_by(|a, b| a.name.cmp(&b.name));
                Self::Columns(named.into_iter().map(column).collect())
            }
        }
    }

    pub(super) fn holds(&self, log: &EventLog, deal: u32) -> bool {
        match self {
            Self::Name(is) => will_do(log.name(deal), is),
            Self::Value(is, minor) => log.value_minor(deal).is_some_and(|value| {
                let all_are_numbers = minor.len() == is.len();
                match all_are_numbers && !is.is_empty() {
                    true => minor.contains(&value),
                    false => will_do(&decimal(value), is),
                }
            }),
            Self::Currency(column) => log.value_minor(deal).is_some() && column.holds(deal).unwrap_or(false),
            Self::Columns(columns) => columns.iter().find_map(|column| column.holds(deal)).unwrap_or(false),
        }
    }

    /// True if any deal of the log could have it.
    pub(super) fn is_known(&self) -> bool {
        !matches!(self, Self::Columns(columns) if columns.iter().all(|c| c.field.values.len() == 0))
    }
}

impl<'a> Column<'a> {
    fn of(field: &'a Field, is: &[String]) -> Self {
        let codes = 0..field.values.len() as u32;
        let will_do = codes.into_par_iter().with_min_len(256).map(|code| will_do(field.values.get(code), is));
        Self { field, will_do: will_do.collect() }
    }

    /// None where the deal has no value.
    fn holds(&self, deal: u32) -> Option<bool> {
        let code = self.field.code(deal);
        (code != NONE).then(|| self.will_do.get(code as usize).copied().unwrap_or(false))
    }
}

fn will_do(value: &str, is: &[String]) -> bool {
    !value.trim().is_empty() && (is.is_empty() || is.iter().any(|is| same_value(is, value)))
}
