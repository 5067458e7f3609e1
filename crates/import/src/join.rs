//! Which column of one file names rows of another.

use rustc_hash::FxHashMap;

use crate::{
    guess::is_date,
    plan::{FilePlan, FileRole, Join, Meaning, NearMatch, Plan},
    profile::{Column, Profile},
    words,
};

/// Near matches listed at most, the most frequent first.
const NEAR: usize = 200;

/// Finds for every lookup file the column of every file of deals that names its rows.
pub fn find(files: &[FilePlan], profiles: &[Option<Profile>]) -> Vec<Join> {
    let mut joins = Vec::new();
    for (to, lookup) in files.iter().enumerate() {
        if lookup.role != FileRole::Lookup {
            continue;
        }
        for (from, deals) in files.iter().enumerate().filter(|(_, f)| f.role == FileRole::Deals) {
            if let (Some(a), Some(b)) = (&profiles[from], &profiles[to]) {
                joins.extend(best(deals, a, b).map(|(column, key)| measure((from, a, column), (to, b, key))));
            }
        }
    }
    joins
}

/// The pair of columns of which the most values are found.
fn best(deals: &FilePlan, from: &Profile, to: &Profile) -> Option<(usize, usize)> {
    let mut best = (0.0, None);
    for (i, a) in from.columns.iter().enumerate() {
        let meaning = deals.columns.get(i).map(|c| &c.meaning);
        let unfit =
            meaning.is_none_or(|m| is_date(m) || matches!(m, Meaning::DealId | Meaning::Value | Meaning::Currency));
        if unfit || a.filled == 0 || a.distinct.len() < 2 {
            continue;
        }
        for (k, b) in to.columns.iter().enumerate().filter(|(_, b)| b.is_unique(to.rows)) {
            let score = likeness(a, b);
            if score > best.0 {
                best = (score, Some((i, k)));
            }
        }
    }
    best.1
}

fn likeness(a: &Column, b: &Column) -> f64 {
    let named_alike = words::plain(&a.name) == words::plain(&b.name);
    let found = a.distinct.intersection(&b.distinct).count();
    let share = found as f64 / a.distinct.len() as f64;
    let numbers = a.number_share() > 0.9 && !named_alike && !words::plain(&a.name).ends_with(" id");
    if found == 0 || numbers || (share < 0.5 && !named_alike) {
        return 0.0;
    }
    share + if named_alike { 0.5 } else { 0.0 }
}

/// A join with what it finds.
pub fn measure((from, a, column): (usize, &Profile, usize), (to, b, key): (usize, &Profile, usize)) -> Join {
    let (names, keys) = (&a.columns[column], &b.columns[key]);
    let near = Nearness::new(keys.values.keys().map(String::as_str));
    let missing = names.values.iter().filter(|(value, _)| !keys.distinct.contains(&crate::profile::hash(value)));
    let mut near: Vec<NearMatch> = missing
        .map(|(value, rows)| {
            let found = near.of(value);
            NearMatch {
                value: value.clone(),
                rows: *rows,
                key: found.map(|(key, _)| key.to_owned()),
                accepted: found.is_some_and(|(_, sure)| sure),
            }
        })
        .collect();
    near.sort_by(|x, y| y.rows.cmp(&x.rows).then_with(|| x.value.cmp(&y.value)));
    near.truncate(NEAR);
    Join {
        from,
        column: names.name.clone(),
        to,
        key: keys.name.clone(),
        matched: names.distinct.intersection(&keys.distinct).count() as u64,
        near,
    }
}

/// Keys by what they nearly are.
pub struct Nearness<'k> {
    by_letters: FxHashMap<String, Option<&'k str>>,
}

impl<'k> Nearness<'k> {
    /// Over these keys.
    pub fn new(keys: impl Iterator<Item = &'k str>) -> Self {
        let mut by_letters = FxHashMap::default();
        for key in keys {
            by_letters.entry(words::letters(key)).and_modify(|k| *k = None).or_insert(Some(key));
        }
        Self { by_letters }
    }

    /// The key that `value` probably means, and whether they differ in nothing but spaces, signs and case.
    pub fn of(&self, value: &str) -> Option<(&'k str, bool)> {
        let wanted = words::letters(value);
        if wanted.is_empty() {
            return None;
        }
        if let Some(key) = self.by_letters.get(&wanted) {
            return key.map(|key| (key, true));
        }
        if self.by_letters.len() > 5_000 || wanted.len() < 4 {
            return None;
        }
        let allowed = (wanted.len() / 6).clamp(1, 3);
        let close = |key: &String| key.len().abs_diff(wanted.len()) <= allowed && distance(key, &wanted) <= allowed;
        let mut found = self.by_letters.iter().filter(|(key, _)| close(key));
        match (found.next(), found.next()) {
            (Some((_, Some(key))), None) => Some((key, false)),
            _ => None,
        }
    }
}

/// Edit distance with transpositions of neighbours (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut next = vec![i];
        for j in 1..=b.len() {
            let change = row[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = change.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[b.len()]
}

/// Gives the columns of lookup files their meanings: the key, the owner's team, and names that clash with none.
pub fn name_lookups(plan: &mut Plan, stems: &[String]) {
    let mut taken: Vec<String> = vec![];
    for file in plan.files.iter().filter(|f| f.role == FileRole::Deals) {
        taken.extend(file.columns.iter().filter_map(|c| attribute(&c.meaning)));
    }
    let team_known = plan.files.iter().flat_map(|f| &f.columns).any(|c| c.meaning == Meaning::Team);
    for join in plan.joins.clone() {
        let of_owner =
            plan.files[join.from].columns.iter().any(|c| c.name == join.column && c.meaning == Meaning::Owner);
        let lookup = &mut plan.files[join.to];
        let keyed = lookup.columns.iter().position(|c| c.meaning == Meaning::Key);
        if let Some(at) = keyed {
            if lookup.columns[at].name == join.key {
                continue;
            }
            lookup.columns[at].meaning = Meaning::Ignored;
        }
        let team = (of_owner && !team_known).then(|| team_column(lookup, &join.key)).flatten();
        let team = team.filter(|at| !taken.contains(&lookup.columns[*at].name));
        for (at, column) in lookup.columns.iter_mut().enumerate() {
            if column.name == join.key {
                column.meaning = Meaning::Key;
                column.why = format!("{} of its values are named by {}", join.matched, join.column);
                column.confidence = 0.9;
            } else if Some(at) == team {
                column.meaning = Meaning::Team;
                column.why = "of the people who own deals, the one they belong to".to_owned();
                column.confidence = 0.7;
                taken.push(column.name.clone());
            } else {
                let clash = taken.contains(&column.name) || is_field(&column.name);
                let name = if clash { format!("{}_{}", stems[join.to], column.name) } else { column.name.clone() };
                taken.push(name.clone());
                column.meaning = Meaning::Attribute { name };
                column.why = "told of the deal that names the row".to_owned();
            }
        }
    }
}

fn team_column(lookup: &FilePlan, key: &str) -> Option<usize> {
    let called = |name: &&str| lookup.columns.iter().position(|c| c.name != key && words::plain(&c.name) == **name);
    crate::names::TEAM_OF_OWNER.iter().find_map(called)
}

fn attribute(meaning: &Meaning) -> Option<String> {
    match meaning {
        Meaning::Attribute { name } => Some(name.clone()),
        _ => None,
    }
}

/// True for the names of a deal's own fields.
pub fn is_field(name: &str) -> bool {
    use model::deal::field;
    [field::NAME, field::ACCOUNT, field::OWNER, field::TEAM, field::PRODUCT, field::VALUE, field::CURRENCY]
        .contains(&name)
}
