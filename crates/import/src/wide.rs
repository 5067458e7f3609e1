//! Event tables that repeat on every row what is true of the deal: its owner, its value, how it ended.

use std::num::NonZeroU64;

use rustc_hash::FxHashMap;

use crate::{
    guess,
    join::column_of,
    plan::{ColumnPlan, FilePlan, FileRole, Meaning},
    profile::{Column, Profile},
};

/// Deals with several rows from which on a column of no known meaning is taken to be of the deal.
const ENOUGH: usize = 5;

/// Where nothing but events tells of the deals: a table whose ids are theirs describes them; without one, finds the columns
/// of events that speak of the deal.
pub fn settle(files: &mut [FilePlan], profiles: &[Option<Profile>]) {
    let has_deals = |files: &[FilePlan]| files.iter().any(|file| file.role == FileRole::Deals);
    if !has_deals(files) {
        promote(files, profiles);
    }
    if !has_deals(files) {
        let of_events = files.iter_mut().zip(profiles).filter(|(file, _)| file.role == FileRole::Events);
        of_events.for_each(|(file, profile)| profile.iter().for_each(|profile| settle_file(file, profile)));
    }
}

/// Makes tables whose ids are those of events tables of deals.
fn promote(files: &mut [FilePlan], profiles: &[Option<Profile>]) {
    let of_events = files.iter().zip(profiles).filter(|(file, _)| file.role == FileRole::Events);
    let told: Vec<&Column> = of_events.filter_map(|(file, profile)| ids(&file.columns, profile.as_ref()?)).collect();
    for (file, profile) in files.iter_mut().zip(profiles).filter(|(file, _)| file.role == FileRole::Lookup) {
        let Some(profile) = profile else { continue };
        let columns = as_deals(file, profile);
        let key = ids(&columns, profile).filter(|key| key.is_unique(profile.rows));
        let found = |key: &Column, told: &Column| {
            told.distinct.intersection(&key.distinct).count() * 2 >= told.distinct.len().min(key.distinct.len()).max(1)
        };
        if key.is_some_and(|key| told.iter().any(|told| found(key, told))) {
            (file.role, file.columns) = (FileRole::Deals, columns);
        }
    }
}

/// The ids of deals in a file with these columns.
fn ids<'p>(columns: &[ColumnPlan], profile: &'p Profile) -> Option<&'p Column> {
    profile.columns.get(column_of(columns, &Meaning::DealId)?)
}

/// The columns of a file as those of a table of deals.
fn as_deals(file: &FilePlan, profile: &Profile) -> Vec<ColumnPlan> {
    guess::columns(profile, file.format.delimiter(), FileRole::Deals, file.called()).columns
}

fn settle_file(file: &mut FilePlan, profile: &Profile) {
    let at = |meaning| column_of(&file.columns, &meaning);
    let (Some(deal), Some(_)) = (at(Meaning::DealId), at(Meaning::Activity)) else { return };
    let of_deals = as_deals(file, profile);
    let kept = kept(profile, deal);
    for (at, of_deal) in of_deals.into_iter().enumerate() {
        let column = &mut file.columns[at];
        let free = matches!(column.meaning, Meaning::Attribute { .. });
        let same = kept[at].deals > 0 && kept[at].changes * 100 <= kept[at].deals;
        let is_field = match of_deal.meaning {
            Meaning::Outcome => free && profile.columns[at].names_outcomes(),
            Meaning::Owner => same && (free || column.meaning == Meaning::Actor),
            Meaning::Name
            | Meaning::Account
            | Meaning::Team
            | Meaning::Product
            | Meaning::Value
            | Meaning::Currency => same && free,
            _ => false,
        };
        if is_field {
            *column = ColumnPlan { why: format!("{}, of the deal", of_deal.why), ..of_deal };
        } else if free && same && kept[at].deals >= ENOUGH && profile.columns[at].distinct.len() > 1 {
            column.of_deal = true;
            column.why = "the same on all rows of a deal".to_owned();
        }
    }
}

/// How a column's cells go along with the deals.
#[derive(Debug, Clone, Copy, Default)]
struct Kept {
    /// Deals with several cells that are not empty.
    deals: usize,
    /// Those of them whose cells are not all the same.
    changes: usize,
}

/// For every column, among the first rows, how its cells go along with those of the column `deal`.
fn kept(profile: &Profile, deal: usize) -> Vec<Kept> {
    let width = profile.columns.len();
    let of_column = |at: usize| {
        // of every deal: its first cell, whether there are more, and whether one differs
        let mut seen: FxHashMap<NonZeroU64, (NonZeroU64, bool, bool)> = FxHashMap::default();
        for row in profile.head.chunks_exact(width) {
            let Some(cell) = row[at] else { continue };
            let Some(deal) = row[deal] else { continue };
            let told = seen.entry(deal).and_modify(|told| told.1 = true).or_insert((cell, false, false));
            told.2 |= told.0 != cell;
        }
        let several = seen.values().filter(|(_, several, _)| *several);
        Kept { deals: several.clone().count(), changes: several.filter(|(.., differs)| *differs).count() }
    };
    (0..width).map(of_column).collect()
}
