//! Object-centric event logs: the objects of one type are the deals.

use jiff::Timestamp;
use model::{
    Outcome as Stand,
    deal::field,
    event::{Side, kind},
    fact::{DealFact, EventFact, FactSink},
};
use rustc_hash::FxHashMap;

use super::{
    Fault, Outcome, Run,
    activity::{Senses, closing_kind},
    lookups::field_of,
};
use crate::{
    error::ReadError,
    guess::without_pipeline,
    ocel::{self, Event, Item, OBJECT, Objects, Want},
    plan::{DateOrder, FilePlan, Meaning},
    profile::hash,
    words,
};

/// Objects that are remembered with a deal at most.
const RELATED: usize = 50;
/// Objects of one type that a deal names at most.
const NAMED: usize = 5;

/// What the events told of a deal: related objects and the first moment.
#[derive(Debug, Default)]
struct Told {
    related: Vec<u32>,
    first: Option<Timestamp>,
}

/// What a type of related object is to a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Field(&'static str),
    Person,
    Other,
}

fn role(object_type: &str) -> Role {
    let plain = words::plain(object_type);
    match plain.trim_end_matches('s') {
        "account" | "company" | "customer" | "client" | "organization" | "organisation" | "kunde" | "firma" => {
            Role::Field(field::ACCOUNT)
        }
        "product" | "item" | "article" | "produkt" | "artikel" => Role::Field(field::PRODUCT),
        "rep" | "sales rep" | "employee" | "user" | "owner" | "seller" | "salesperson" | "agent" | "resource"
        | "verkäufer" | "mitarbeiter" => Role::Field(field::OWNER),
        "person" | "people" | "contact" | "contact person" | "stakeholder" | "buyer" | "kontakt"
        | "ansprechpartner" => Role::Person,
        _ => Role::Other,
    }
}

/// A log being read.
struct Log<'l> {
    at: usize,
    file: &'l FilePlan,
    objects: Objects,
    meanings: FxHashMap<&'l str, &'l Meaning>,
    of: u16,
    told: FxHashMap<u32, Told>,
}

impl<S: FactSink> Run<'_, S> {
    /// Reads an object-centric event log.
    pub fn object_log(&mut self, at: usize, file: &FilePlan, object_type: &str) -> Result<(), ReadError<S::Error>> {
        let source = &self.sources[at];
        let objects = Objects::read(source)?;
        self.foreign += objects.foreign;
        if objects.faulty > 0 {
            self.notes.push(format!(
                "{}: {} objects have no id, no type, or an id that was there already; they are left out.",
                file.name, objects.faulty
            ));
        }
        let of = objects.types.iter().position(|t| t == object_type).unwrap_or(usize::from(u16::MAX)) as u16;
        let meanings = file.columns.iter().map(|c| (c.name.as_str(), &c.meaning)).collect();
        let mut log = Log { at, file, objects, meanings, of, told: FxHashMap::default() };
        log.relate();
        let mut senses = Senses::new(&self.plan.closings, self.has_stages());
        let (mut nth, mut apart) = (0_u64, 0_u64);
        ocel::walk::<ReadError<S::Error>>(source, Want::Events, &mut |item, line, done| {
            let Item::Event(event) = item else { return Ok(true) };
            nth += 1;
            match self.object_event(&mut log, &event, &mut senses)? {
                Some(outcome) => self.count(log.at, log.file, line, outcome),
                None => apart += 1,
            }
            if nth % 4096 == 0 {
                self.progress(done)?;
            }
            Ok(true)
        })?;
        if apart > 0 {
            let text = format!(
                "{}: {apart} events concern no object of the type {object_type:?}; they are left out.",
                file.name
            );
            self.reasons.push(text.clone());
            self.notes.push(text);
        }
        let deals: Vec<u32> = (0..log.objects.all.len() as u32).filter(|at| log.objects.get(*at).of == of).collect();
        for deal in deals {
            self.object_deal(&log, deal)?;
        }
        Ok(())
    }

    /// Tells of an event, once for each deal that it concerns; `None` if it concerns none.
    fn object_event(
        &mut self,
        log: &mut Log<'_>,
        event: &Event,
        senses: &mut Senses<'_>,
    ) -> Result<Option<Outcome>, ReadError<S::Error>> {
        let mut related: Vec<u32> = event.relationships.iter().filter_map(|r| log.objects.at(&r.object.0)).collect();
        related.sort_unstable();
        related.dedup();
        let (deals, others): (Vec<u32>, Vec<u32>) =
            related.into_iter().partition(|at| log.objects.get(*at).of == log.of);
        if deals.is_empty() {
            return Ok(None);
        }
        let faulty =
            |column: &str, value: &str, reason: &str| Ok(Some(Outcome::Rejected(Fault::new(column, value, reason))));
        let activity = event.activity.0.as_str();
        if activity.is_empty() {
            return faulty(ocel::ACTIVITY, "", "the event has no type; give it one");
        }
        let Some(at) = crate::time::moment(&event.time.0, DateOrder::YearFirst, &self.zone) else {
            let reason = if event.time.0.is_empty() {
                "the event has no time"
            } else {
                "it is no time of the form 2026-03-31T12:00:00Z"
            };
            return faulty(ocel::TIME, &event.time.0, reason);
        };
        let activity = &*crate::groups::called(activity, log.file);
        let sense = senses.of(activity);
        let (mut actor, mut side, mut stage) = (None, None, None);
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        for value in event.attributes.iter().filter(|v| !v.value.0.is_empty()) {
            let (name, value) = (value.name.0.as_str(), value.value.0.as_str());
            match log.meanings.get(name) {
                Some(Meaning::Ignored) => {}
                Some(Meaning::Actor) => actor = Some(value),
                Some(Meaning::Side) => side = words::side(value),
                Some(Meaning::Stage) => stage = Some(value),
                Some(Meaning::Attribute { name }) => attributes.push((name, value)),
                _ if name.is_empty() => {}
                _ => attributes.push((name, value)),
            }
        }
        attributes.extend(sense.about.filter(|(name, _)| attributes.iter().all(|(known, _)| known != name)));
        super::log::once(&mut attributes);
        let reps = || others.iter().filter(|at| role(log.objects.type_of(**at)) == Role::Field(field::OWNER));
        let actor = actor.map(str::to_owned).or_else(|| reps().next().map(|at| log.name_of(*at).to_owned()));
        for deal in &deals {
            let id = log.objects.get(*deal).id.as_str();
            let key = format!("{}@{id}", event.id.0);
            let fact = EventFact {
                deal: id,
                at: Some(at.at),
                kind: sense.closing.map_or(sense.kind, closing_kind),
                activity,
                stage,
                side: side.unwrap_or(sense.side),
                actor: actor.as_deref(),
                attributes: &attributes,
                key: (!event.id.0.is_empty()).then_some(key.as_str()),
            };
            if let Some(outcome) = sense.closing.filter(|_| self.has_deals()) {
                self.memory.closes(hash(id), outcome, at.at);
            }
            self.sink.event(fact).map_err(ReadError::Sink)?;
        }
        for deal in deals {
            let told = log.told.entry(deal).or_default();
            told.first = Some(told.first.map_or(at.at, |first| first.min(at.at)));
            log_related(told, &others);
        }
        Ok(Some(Outcome::Taken))
    }

    /// Tells of a deal: its fields, what happened to its attributes, the people on it.
    fn object_deal(&mut self, log: &Log<'_>, at: u32) -> Result<(), ReadError<S::Error>> {
        let deal = log.objects.get(at);
        let none = Told::default();
        let told = log.told.get(&at).unwrap_or(&none);
        let mut history: Vec<(Option<Timestamp>, &str, &str)> = deal
            .values
            .iter()
            .map(|(name, time, value)| {
                (self.since(time), log.objects.names[usize::from(*name)].as_str(), value.as_str())
            })
            .collect();
        history.sort_by_key(|(time, ..)| *time);
        let mut fields: Vec<(&str, &str)> = Vec::new();
        let (mut created, mut closed, mut stand, mut stage) = (None, None, None, None);
        for (time, name, value) in &history {
            let moment = || crate::time::moment(value, DateOrder::YearFirst, &self.zone).map(|m| m.at);
            let meaning = log.meanings.get(format!("{OBJECT}{name}").as_str()).copied();
            match meaning {
                Some(Meaning::Ignored) => {}
                Some(Meaning::Created) => created = moment().or(created),
                Some(Meaning::Closed | Meaning::WonAt | Meaning::LostAt) => closed = moment().or(closed),
                Some(Meaning::Stage) => {
                    let value = without_pipeline(value);
                    let closing = self.plan.closings.closing(value);
                    stand = Some((closing.unwrap_or(Stand::Open), *time, value));
                    stage = if closing.is_none() { Some(value) } else { stage };
                }
                Some(Meaning::Outcome) => {
                    let told = self.plan.closings.outcome(value).map(|outcome| (outcome, *time, *value));
                    stand = told.or(stand);
                }
                Some(Meaning::Value) if crate::number::decimal(value, '.').is_none() => {}
                Some(meaning) => fields.extend(field_of(meaning).map(|name| (name, *value))),
                None => fields.push((name, value)),
            }
        }
        super::log::once(&mut fields);
        let joined = log.joined(told, &fields);
        fields.extend(joined.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let outcome = stand.map(|(outcome, ..)| outcome);
        let closing = stand.filter(|(outcome, ..)| *outcome != Stand::Open);
        let closed = closing.and_then(|(_, time, _)| time.or(closed));
        let (created, closed) = match (created, closed) {
            (Some(created), Some(closed)) if closed < created => (None, Some(closed)),
            other => other,
        };
        let fact = DealFact { key: &deal.id, fields: &fields, created, closed, outcome, stage, modified: None };
        self.sink.deal(fact).map_err(ReadError::Sink)?;
        self.object_changes(log, &deal.id, &history)?;
        if let Some((outcome, None, word)) = closing {
            self.object_move(&deal.id, closed, closing_kind(outcome), word, None, &[])?;
        }
        for person in told.related.iter().filter(|at| role(log.objects.type_of(**at)) == Role::Person) {
            let attributes = log.person(*person);
            let attributes: Vec<(&str, &str)> = attributes.iter().map(|(a, b)| (*a, b.as_str())).collect();
            self.object_move(&deal.id, told.first, kind::PERSON, "Person added", None, &attributes)?;
        }
        Ok(())
    }

    /// Stages entered and values changed, each at its time. A first value is no change.
    fn object_changes(
        &mut self,
        log: &Log<'_>,
        deal: &str,
        history: &[(Option<Timestamp>, &str, &str)],
    ) -> Result<(), ReadError<S::Error>> {
        let mut before: FxHashMap<&str, &str> = FxHashMap::default();
        for (time, name, value) in history {
            let same = before.insert(name, value);
            if same == Some(*value) {
                continue;
            }
            let meaning = log.meanings.get(format!("{OBJECT}{name}").as_str()).copied();
            match meaning {
                Some(Meaning::Stage | Meaning::Outcome) => {
                    let value = without_pipeline(value);
                    let closing = self.plan.closings.closing(value);
                    let is_stage = meaning == Some(&Meaning::Stage);
                    let kind = closing.map_or(kind::STAGE, closing_kind);
                    // only a stage is entered at no known time; an outcome without one is told with the deal
                    if (closing.is_some() && time.is_some()) || (closing.is_none() && is_stage) {
                        self.object_move(deal, *time, kind, value, closing.is_none().then_some(value), &[])?;
                    }
                }
                Some(Meaning::Ignored) => {}
                _ if same.is_none() || time.is_none() => {}
                Some(meaning) => {
                    if let Some(field) = field_of(meaning) {
                        self.object_move(deal, *time, kind::CHANGED, "Changed", None, &[(field, value)])?;
                    }
                }
                None => self.object_move(deal, *time, kind::CHANGED, "Changed", None, &[(name, value)])?,
            }
        }
        Ok(())
    }

    fn object_move(
        &mut self,
        deal: &str,
        at: Option<Timestamp>,
        kind: &str,
        activity: &str,
        stage: Option<&str>,
        attributes: &[(&str, &str)],
    ) -> Result<(), ReadError<S::Error>> {
        let fact =
            EventFact { deal, at, kind, activity, stage, side: Side::Unknown, actor: None, attributes, key: None };
        self.sink.event(fact).map_err(ReadError::Sink)
    }

    /// The moment from which a value holds; `None` for the standard's "from the beginning", 1970.
    fn since(&self, time: &str) -> Option<Timestamp> {
        crate::time::moment(time, DateOrder::YearFirst, &self.zone)
            .map(|m| m.at)
            .filter(|at| *at > Timestamp::UNIX_EPOCH)
    }
}

fn log_related(told: &mut Told, others: &[u32]) {
    for other in others {
        if told.related.len() < RELATED && !told.related.contains(other) {
            told.related.push(*other);
        }
    }
}

impl Log<'_> {
    /// Notes the relations between objects, in both directions.
    fn relate(&mut self) {
        for at in 0..self.objects.all.len() as u32 {
            let of_deal = self.objects.get(at).of == self.of;
            for other in self.objects.get(at).related.iter().filter_map(|id| self.objects.at_hash(*id)) {
                let other_is_deal = self.objects.get(other).of == self.of;
                match (of_deal, other_is_deal) {
                    (true, false) => log_related(self.told.entry(at).or_default(), &[other]),
                    (false, true) => log_related(self.told.entry(other).or_default(), &[at]),
                    _ => {}
                }
            }
        }
    }

    /// The latest value of an attribute.
    fn value(&self, at: u32, names: &[&str]) -> Option<&str> {
        let values = || self.objects.get(at).values.iter();
        names.iter().find_map(|wanted| {
            let of_name = values().filter(|v| words::plain(&self.objects.names[usize::from(v.0)]) == **wanted);
            of_name.max_by_key(|v| &v.1).map(|v| v.2.as_str())
        })
    }

    /// The name of an object, or its id.
    fn name_of(&self, at: u32) -> &str {
        self.value(at, &["name", "full name", "title", "label"]).unwrap_or(&self.objects.get(at).id)
    }

    /// What the related objects say of a deal that its own fields do not: which they are, and the attributes of those
    /// that are the only one of their type.
    fn joined(&self, told: &Told, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut joined: Vec<(String, String)> = Vec::new();
        let mut types: Vec<u16> = told.related.iter().map(|at| self.objects.get(*at).of).collect();
        types.sort_unstable();
        types.dedup();
        for of in types {
            let all: Vec<u32> = told.related.iter().copied().filter(|at| self.objects.get(*at).of == of).collect();
            let name = &self.objects.types[usize::from(of)];
            let role = role(name);
            if role == Role::Person {
                continue;
            }
            let field = if let Role::Field(field) = role { field } else { name.as_str() };
            let mut texts: Vec<&str> = all.iter().take(NAMED).map(|at| self.name_of(*at)).collect();
            let more = format!("and {} more", all.len().saturating_sub(NAMED));
            if all.len() > NAMED {
                texts.push(&more);
            }
            put(&mut joined, fields, field, name, &texts.join(", "));
            if let [only] = all.as_slice() {
                let object = self.objects.get(*only);
                for value in &object.values {
                    let attribute = &self.objects.names[usize::from(value.0)];
                    if self.value(*only, &[words::plain(attribute).as_str()]) == Some(&value.2) {
                        put(&mut joined, fields, attribute, name, &value.2);
                    }
                }
            }
        }
        joined
    }

    /// What is known of a person.
    fn person(&self, at: u32) -> Vec<(&'static str, String)> {
        let known = [
            ("name", self.value(at, &["name", "full name", "label"])),
            ("email", self.value(at, &["email", "e mail", "mail", "email address"])),
            ("role", self.value(at, &["role", "buying role", "contact role", "rolle"])),
            ("title", self.value(at, &["title", "job title", "position", "titel"])),
        ];
        let mut found: Vec<(&str, String)> = known.into_iter().filter_map(|(n, v)| Some((n, v?.to_owned()))).collect();
        if !found.iter().any(|(name, _)| *name == "name") {
            found.insert(0, ("name", self.objects.get(at).id.clone()));
        }
        found
    }
}

/// Adds a field; if its name is taken, under the type's name as well; if that is taken too, not.
fn put(joined: &mut Vec<(String, String)>, fields: &[(&str, &str)], name: &str, of: &str, value: &str) {
    let taken = |joined: &[(String, String)], name: &str| {
        fields.iter().any(|(known, _)| *known == name) || joined.iter().any(|(known, _)| known == name)
    };
    let longer = format!("{of} {name}");
    if value.is_empty() {
    } else if !taken(joined, name) && (name != field::NAME && name != field::VALUE) {
        joined.push((name.to_owned(), value.to_owned()));
    } else if !taken(joined, &longer) {
        joined.push((longer, value.to_owned()));
    }
}
