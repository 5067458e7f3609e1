//! Event tables that repeat on every row what is true of the deal: its owner, its value, how it ended.

use std::num::NonZeroU64;

use rustc_hash::FxHashMap;

use crate::{
    guess,
    plan::{ColumnPlan, FilePlan, FileRole, Meaning},
    profile::{Column, Profile},
    recognise::{called, delimiter},
};

/// Deals with several rows from which on a column of no known meaning is taken to be of the deal.
const ENOUGH: usize = 5;

/// Where nothing but events tells of the deals, a table whose ids are theirs describes them.
pub fn promote(files: &mut [FilePlan], profiles: &[Option<Profile>]) {
    if files.iter().any(|file| file.role == FileRole::Deals) {
        return;
    }
    let ids = |columns: &[ColumnPlan], profile: &'_ Profile| -> Option<usize> {
        columns.iter().position(|c| c.meaning == Meaning::DealId).filter(|at| *at < profile.columns.len())
    };
    let of_events = files.iter().zip(profiles).filter(|(file, _)| file.role == FileRole::Events);
    let told: Vec<&Column> = of_events
        .filter_map(|(file, profile)| {
            let profile = profile.as_ref()?;
            Some(&profile.columns[ids(&file.columns, profile)?])
        })
        .collect();
    for (file, profile) in files.iter_mut().zip(profiles).filter(|(file, _)| file.role == FileRole::Lookup) {
        let Some(profile) = profile else { continue };
        let columns = as_deals(file, profile);
        let key = ids(&columns, profile).map(|at| &profile.columns[at]).filter(|key| key.is_unique(profile.rows));
        let found = |key: &Column, told: &Column| {
            told.distinct.intersection(&key.distinct).count() * 2 >= told.distinct.len().min(key.distinct.len()).max(1)
        };
        if key.is_some_and(|key| told.iter().any(|told| found(key, told))) {
            (file.role, file.columns) = (FileRole::Deals, columns);
        }
    }
}

/// The columns of a file as those of a table of deals.
fn as_deals(file: &FilePlan, profile: &Profile) -> Vec<ColumnPlan> {
    guess::columns(profile, delimiter(&file.format), FileRole::Deals, called(file)).columns
}

/// Where nothing but events tells of the deals, finds the columns of events that speak of the deal.
pub fn settle(files: &mut [FilePlan], profiles: &[Option<Profile>]) {
    if files.iter().any(|file| file.role == FileRole::Deals) {
        return;
    }
    for (file, profile) in files.iter_mut().zip(profiles) {
        if let Some(profile) = profile.as_ref().filter(|_| file.role == FileRole::Events) {
            settle_file(file, profile);
        }
    }
}

fn settle_file(file: &mut FilePlan, profile: &Profile) {
    let at = |columns: &[ColumnPlan], meaning: &Meaning| columns.iter().position(|c| c.meaning == *meaning);
    let (Some(deal), Some(_)) = (at(&file.columns, &Meaning::DealId), at(&file.columns, &Meaning::Activity)) else {
        return;
    };
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
