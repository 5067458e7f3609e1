//! Which objects of a log are the deals, and what its attributes mean.

use rustc_hash::FxHashSet;

use super::{ACTIVITY, ID, Item, OBJECT, Objects, TIME, Want, walk};
use crate::{
    error::ImportError,
    names,
    plan::{ColumnPlan, DateOrder, FilePlan, Format, Meaning, Question},
    source::Source,
    words,
};

/// Events looked at.
const LOOKED_AT: u64 = 20_000;
/// Rows shown to people.
const SHOWN: usize = 8;
/// Types of objects that are deals by their name, the likeliest first.
const DEALS: [&str; 13] = [
    "deal",
    "opportunity",
    "sales opportunity",
    "opp",
    "sales case",
    "case",
    "vorgang",
    "lead",
    "quote",
    "offer",
    "order",
    "sales order",
    "contract",
];

/// The types of objects with how many of the first events concern each, the best candidate for the deals first.
fn rank(objects: &Objects, concerned: &[u64]) -> Vec<String> {
    let by_name = |name: &str| {
        let plain = words::plain(name);
        let plain = plain.strip_suffix('s').filter(|one| DEALS.contains(one)).unwrap_or(&plain);
        DEALS.iter().position(|deal| *deal == plain).unwrap_or(DEALS.len())
    };
    let mut order: Vec<usize> = (0..objects.types.len()).collect();
    order.sort_by_key(|at| (by_name(&objects.types[*at]), std::cmp::Reverse(concerned[*at]), *at));
    order.into_iter().map(|at| objects.types[at].clone()).collect()
}

/// A log's format, its columns, its first rows.
type Looked = (Format, Vec<ColumnPlan>, Vec<Vec<String>>);

/// Looks at a log: its format with the type of the deals, its columns, its first rows. `wanted` is the type that a person
/// chose, or empty.
///
/// # Errors
/// If the log is broken, has no event or no object, or none of the type wanted.
pub fn look(source: &Source, wanted: &str) -> Result<Looked, ImportError> {
    let objects = Objects::read(source)?;
    let mut concerned = vec![0_u64; objects.types.len()];
    let mut names: Vec<String> = Vec::new();
    let mut known: FxHashSet<String> = FxHashSet::default();
    let mut first = Vec::new();
    let mut seen = 0;
    walk::<ImportError>(source, Want::Events, &mut |item, _, _| {
        let Item::Event(event) = item else { return Ok(true) };
        seen += 1;
        let of: FxHashSet<u16> =
            event.relationships.iter().filter_map(|r| objects.at(&r.object.0)).map(|at| objects.get(at).of).collect();
        of.into_iter().for_each(|of| concerned[usize::from(of)] += 1);
        for value in &event.attributes {
            if names.len() < 1_000 && !value.name.0.is_empty() && known.insert(value.name.0.clone()) {
                names.push(value.name.0.clone());
            }
        }
        if first.len() < 500 {
            first.push(event);
        }
        Ok(seen < LOOKED_AT)
    })?;
    if seen == 0 || objects.all.is_empty() {
        return Err(ImportError::HeaderOnly { file: source.name.clone() });
    }
    let object_types = rank(&objects, &concerned);
    let object_type = if wanted.is_empty() { object_types[0].clone() } else { wanted.to_owned() };
    let Some(of) = objects.types.iter().position(|t| *t == object_type) else {
        let reason =
            format!("there are no objects of the type {object_type:?}; choose one of {}.", object_types.join(", "));
        return Err(ImportError::Plan { file: source.name.clone(), column: None, reason });
    };
    let columns = columns(&objects, of as u16, &names);
    let mut sample = Vec::new();
    for event in &first {
        let deal = event
            .relationships
            .iter()
            .filter_map(|r| objects.at(&r.object.0))
            .find(|at| objects.get(*at).of == of as u16);
        let Some(deal) = deal.filter(|_| sample.len() < SHOWN) else { continue };
        let deal = objects.get(deal);
        let cell = |column: &ColumnPlan| match column.name.as_str() {
            ACTIVITY => event.activity.0.clone(),
            TIME => event.time.0.clone(),
            ID => event.id.0.clone(),
            _ if column.meaning == Meaning::DealId => deal.id.clone(),
            name => match name.strip_prefix(OBJECT) {
                Some(name) => deal.values.iter().find(|v| objects.names[usize::from(v.0)] == name).map(|v| v.2.clone()),
                None => event.attributes.iter().find(|v| v.name.0 == *name).map(|v| v.value.0.clone()),
            }
            .unwrap_or_default(),
        };
        sample.push(columns.iter().map(cell).collect());
    }
    Ok((Format::Ocel { object_type, object_types }, columns, sample))
}

fn columns(objects: &Objects, of: u16, events: &[String]) -> Vec<ColumnPlan> {
    let standard = "by the OCEL standard";
    let mut columns = vec![
        column(&format!("{OBJECT}{ID}"), Meaning::DealId, "objects of the chosen type are the deals"),
        column(ACTIVITY, Meaning::Activity, standard),
        column(TIME, Meaning::Timestamp, standard),
        column(ID, Meaning::EventId, standard),
    ];
    let mut actor = false;
    for name in events.iter().filter(|n| !matches!(n.as_str(), ACTIVITY | TIME | ID)) {
        let is_actor =
            matches!(words::plain(name).as_str(), "resource" | "actor" | "user" | "org resource" | "agent" | "rep");
        let meaning = if is_actor && !std::mem::replace(&mut actor, true) {
            Meaning::Actor
        } else {
            Meaning::Attribute { name: name.clone() }
        };
        columns.push(column(name, meaning, "an attribute of events"));
    }
    let used: FxHashSet<u16> =
        objects.all.iter().filter(|o| o.of == of).flat_map(|o| o.values.iter().map(|v| v.0)).collect();
    let mut taken = vec![Meaning::DealId];
    for (at, name) in objects.names.iter().enumerate().filter(|(at, name)| used.contains(&(*at as u16)) && *name != ID)
    {
        let _ = at;
        let plain = words::plain(name);
        let found = names::DEALS.iter().find(|(m, known)| !taken.contains(m) && known.contains(&plain.as_str()));
        let meaning = found.map_or_else(|| Meaning::Attribute { name: name.clone() }, |(meaning, _)| meaning.clone());
        taken.push(meaning.clone());
        columns.push(column(&format!("{OBJECT}{name}"), meaning, "an attribute of the deal"));
    }
    columns
}

fn column(name: &str, meaning: Meaning, why: &str) -> ColumnPlan {
    let dated = crate::guess::is_date(&meaning) || meaning == Meaning::Timestamp;
    ColumnPlan {
        name: name.to_owned(),
        meaning,
        why: why.to_owned(),
        confidence: 1.0,
        dates: dated.then_some(DateOrder::YearFirst),
        mixed_dates: false,
        decimal: None,
        enters: None,
        of_deal: false,
    }
}

/// Asks which objects are the deals, where the names do not tell.
pub fn question(at: usize, file: &FilePlan) -> Option<Question> {
    let Format::Ocel { object_type, object_types } = &file.format else { return None };
    let sure = DEALS[..4].contains(&words::plain(object_type).trim_end_matches('s'));
    if sure || object_types.len() < 2 {
        return None;
    }
    let others: Vec<&str> = object_types.iter().filter(|t| *t != object_type).take(10).map(String::as_str).collect();
    let text = format!(
        "The deals are taken to be the objects of the type {object_type:?}. Others: {}. Is that right?",
        others.join(", ")
    );
    Some(Question { file: at, column: None, text })
}
