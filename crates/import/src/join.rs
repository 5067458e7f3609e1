//! Which column of one file names rows of another.

use rustc_hash::FxHashMap;

use crate::{
    guess::is_date,
    ids,
    plan::{ColumnPlan, FilePlan, FileRole, Join, Meaning, NearMatch, Plan},
    profile::{Column, Profile},
    words,
};

/// Near matches listed at most, the most frequent first.
const NEAR: usize = 200;

/// Finds for every lookup file the column of every file of deals that names its rows, and the column of activities that
/// names who did them; and for activities that name deals by their names, these names.
pub fn find(files: &[FilePlan], profiles: &[Option<Profile>]) -> Vec<Join> {
    let mut joins = Vec::new();
    let of = |role| files.iter().enumerate().filter(move |(_, f)| f.role == role);
    for (to, _) in of(FileRole::Lookup) {
        let Some(b) = &profiles[to] else { continue };
        for (from, deals) in of(FileRole::Deals) {
            let Some(a) = &profiles[from] else { continue };
            joins.extend(best(deals, a, b).map(|(column, key)| measure((from, a, column), (to, b, key))));
        }
        for (from, events) in of(FileRole::Events) {
            let (Some(a), Some(column)) = (&profiles[from], column_of(&events.columns, &Meaning::Actor)) else {
                continue;
            };
            joins.extend(names_staff(&a.columns[column], b).map(|key| measure((from, a, column), (to, b, key))));
        }
    }
    for (from, events) in of(FileRole::Events) {
        let (Some(a), Some(column)) = (&profiles[from], column_of(&events.columns, &Meaning::DealId)) else { continue };
        for (to, deals) in of(FileRole::Deals) {
            let Some(b) = &profiles[to] else { continue };
            let key = column_of(&deals.columns, &Meaning::Name).filter(|key| {
                let names = |at: usize| a.columns[column].distinct.intersection(&b.columns[at].distinct).count();
                let ids = column_of(&deals.columns, &Meaning::DealId).map_or(0, names);
                names(*key) > ids * 2
            });
            joins.extend(key.map(|key| Join { near: Vec::new(), ..measure((from, a, column), (to, b, key)) }));
        }
    }
    joins
}

/// The place of the column with a meaning.
pub fn column_of(columns: &[ColumnPlan], meaning: &Meaning) -> Option<usize> {
    columns.iter().position(|c| c.meaning == *meaning)
}

/// The key of a file of people by which these who did something are named; only ids need one.
fn names_staff(actors: &Column, people: &Profile) -> Option<usize> {
    let bare = actors.share_of(ids::is_bare) > 0.5;
    let found = |c: &Column| actors.distinct.intersection(&c.distinct).count() * 2 >= actors.distinct.len().max(1);
    people.columns.iter().position(|c| bare && !names_owner(&c.name) && c.is_unique(people.rows) && found(c))
}

/// True for a column that names the rep to whom a row belongs.
fn names_owner(header: &str) -> bool {
    ["owner", "besitzer", "inhaber", "owner id"].iter().any(|o| words::plain(header).ends_with(o))
}

/// True if the people of this file are the sales team: owners of deals, or those who did what happened, are among them.
pub fn is_staff(at: usize, files: &[FilePlan], profiles: &[Option<Profile>]) -> bool {
    let Some(people) = &profiles[at] else { return false };
    let owners = files.iter().zip(profiles).filter_map(|(file, profile)| {
        let wanted = if file.role == FileRole::Deals { Meaning::Owner } else { Meaning::Actor };
        let at = column_of(&file.columns, &wanted)?;
        profile.as_ref().map(|p| &p.columns[at])
    });
    let among = |c: &Column, owners: &Column| {
        !names_owner(&c.name)
            && c.is_unique(people.rows)
            && c.distinct.intersection(&owners.distinct).count() * 2 >= owners.distinct.len().max(1)
    };
    owners.filter(|o| o.filled > 0).any(|owners| people.columns.iter().any(|c| among(c, owners)))
}

/// True for the column by which a lead says which deal it became: most leads became none.
pub fn is_partial_key(name: &str) -> bool {
    matches!(
        words::plain(name).as_str(),
        "converted opportunity id" | "converted deal id" | "converted opportunity" | "converted deal"
    )
}

/// The pair of columns of which the most values are found.
fn best(deals: &FilePlan, from: &Profile, to: &Profile) -> Option<(usize, usize)> {
    let mut best = (0.0, None);
    let partial = to.columns.iter().position(|c| is_partial_key(&c.name));
    if let (Some(key), Some(id)) = (partial, column_of(&deals.columns, &Meaning::DealId)) {
        let found = from.columns[id].distinct.intersection(&to.columns[key].distinct).count();
        return (found > 0).then_some((id, key));
    }
    for (i, a) in from.columns.iter().enumerate() {
        let meaning = deals.columns.get(i).map(|c| &c.meaning);
        let unfit =
            meaning.is_none_or(|m| is_date(m) || matches!(m, Meaning::DealId | Meaning::Value | Meaning::Currency));
        if unfit || a.filled == 0 || a.distinct.len() < 2 {
            continue;
        }
        for (k, b) in to.columns.iter().enumerate().filter(|(_, b)| may_be_key(b, to)) {
            let score = likeness(a, b);
            if score > best.0 {
                best = (score, Some((i, k)));
            }
        }
    }
    best.1
}

/// True if every row has another value, and it is not the rep whom rows with an id of their own name.
fn may_be_key(column: &Column, of: &Profile) -> bool {
    let is_id = |c: &Column| matches!(words::plain(&c.name).as_str(), "id" | "record id" | "hs object id");
    let own = || of.columns.iter().any(|c| is_id(c) && c.is_unique(of.rows));
    column.is_unique(of.rows) && !(names_owner(&column.name) && own())
}

fn likeness(a: &Column, b: &Column) -> f64 {
    let named_alike = words::plain(&a.name) == words::plain(&b.name);
    let found = a.distinct.intersection(&b.distinct).count();
    let share = found as f64 / a.distinct.len() as f64;
    let name = words::plain(&a.name);
    let numbers = a.number_share() > 0.9 && !named_alike && !name.ends_with(" id") && !name.ends_with(" ids");
    if found == 0 || numbers || (share < 0.5 && !named_alike) {
        return 0.0;
    }
    share + if named_alike { 0.5 } else { 0.0 }
}

/// A join with what it finds.
pub fn measure((from, a, column): (usize, &Profile, usize), (to, b, key): (usize, &Profile, usize)) -> Join {
    let (names, keys) = (&a.columns[column], &b.columns[key]);
    let near = Nearness::new(keys.values.keys().map(String::as_str));
    let missing =
        names.values.iter().filter(|(value, _)| !keys.distinct.contains(&crate::profile::hash(ids::record(value))));
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
        if plan.files[join.to].role != FileRole::Lookup {
            continue;
        }
        let named =
            |m: &Meaning| plan.files[join.from].columns.iter().any(|c| c.name == join.column && c.meaning == *m);
        let of_people = named(&Meaning::Owner) || named(&Meaning::Actor);
        let may_have_name = of_people || named(&Meaning::Account) || named(&Meaning::Product);
        let lookup = &mut plan.files[join.to];
        let keyed = lookup.columns.iter().position(|c| c.meaning == Meaning::Key);
        if let Some(at) = keyed {
            if lookup.columns[at].name == join.key {
                continue;
            }
            lookup.columns[at].meaning = Meaning::Ignored;
        }
        let names = if may_have_name { names_of(lookup, &join.key) } else { Vec::new() };
        let team = (of_people && !team_known).then(|| team_column(lookup, &join.key)).flatten();
        let team = team.filter(|at| !taken.contains(&lookup.columns[*at].name));
        for (at, column) in lookup.columns.iter_mut().enumerate() {
            let name = names.iter().find(|(place, _)| *place == at).map(|(_, meaning)| meaning.clone());
            if column.name == join.key {
                column.meaning = Meaning::Key;
                column.why = format!("{} of its values are named by {}", join.matched, join.column);
                column.confidence = 0.9;
            } else if let Some(meaning) = name {
                column.meaning = meaning;
                column.why = "the name that takes the place of the id".to_owned();
                column.confidence = 0.9;
            } else if Some(at) == team {
                column.meaning = Meaning::Team;
                column.why = "of the people who own deals, the one they belong to".to_owned();
                column.confidence = 0.7;
                taken.push(column.name.clone());
            } else if of_people && is_private(&words::plain(&column.name)) {
                column.meaning = Meaning::Ignored;
                column.why = "tells of the rep and not of the deal".to_owned();
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

/// The columns with the name of what a row is, where its key is an id: first and last name, or one.
fn names_of(lookup: &FilePlan, key: &str) -> Vec<(usize, Meaning)> {
    const WHOLE: [&str; 12] = [
        "name",
        "full name",
        "display name",
        "owner name",
        "account name",
        "company name",
        "product name",
        "organization name",
        "user name",
        "vollständiger name",
        "firmenname",
        "agent name",
    ];
    let key_words = words::plain(key);
    let is_id = key_words.ends_with("id") || key_words.ends_with("email") || key_words == "key";
    if !is_id {
        return Vec::new();
    }
    let find = |name: &str| lookup.columns.iter().position(|c| c.name != key && words::plain(&c.name) == name);
    let first = ["first name", "firstname", "vorname"].into_iter().find_map(find);
    let last = ["last name", "lastname", "nachname"].into_iter().find_map(find);
    if let (None, Some(at)) | (Some(_), Some(at)) = (first.and(last), WHOLE.into_iter().find_map(find)) {
        return vec![(at, Meaning::Name)];
    }
    let named = |at: Option<usize>, meaning| at.map(|at| (at, meaning));
    named(first, Meaning::FirstName).into_iter().chain(named(last, Meaning::LastName)).collect()
}

/// True for what a file of users says about a user and not about a sale.
fn is_private(name: &str) -> bool {
    matches!(
        name,
        "email"
            | "e mail"
            | "username"
            | "user name"
            | "alias"
            | "phone"
            | "mobile"
            | "mobile phone"
            | "is active"
            | "active"
            | "profile id"
            | "user role id"
            | "first name"
            | "last name"
            | "firstname"
            | "lastname"
            | "title"
            | "created date"
            | "last login date"
            | "time zone sid key"
            | "community nickname"
            | "employee number"
            | "archived"
            | "user id"
            | "created at"
            | "updated at"
            | "street"
            | "city"
            | "country"
            | "postal code"
    )
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
