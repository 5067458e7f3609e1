//! Mailboxes and calendars: messages and meetings as touchpoints of the deals they belong to.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::{
    event::Side,
    fact::{EventFact, FactSink},
    touchpoint::touchpoint,
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Fault, Left, Outcome, Run};
use crate::{
    error::{ImportError, ReadError},
    mail::{
        self, Answer, Automatic, Group, KnownDeals, Link, Look, Meeting, Message, Person, Place, Reply, Talk, Team,
        VIA, Watching,
    },
    plan::{FilePlan, FileRole, Format, MailPlan},
    profile::hash,
    report::{Ambiguity, MailReport, Stranger},
    words,
};

/// Strangers and ambiguous messages that a report lists.
const LISTED: usize = 100;
/// Strangers that are remembered.
const MOST_STRANGERS: usize = 100_000;
/// Names in one attribute.
const MOST_NAMES: usize = 10;

/// What is remembered while mailboxes are read.
struct Mailing {
    known: KnownDeals,
    team: Team,
    plan: MailPlan,
    now: Timestamp,
    /// Messages, meetings and answers met, by the hash of their key.
    seen: FxHashSet<u64>,
    /// The deal of a message, by the hash of its id.
    threads: FxHashMap<u64, u32>,
    deals: FxHashSet<u32>,
    strangers: FxHashMap<String, Stranger>,
    report: MailReport,
}

impl Mailing {
    fn new(known: KnownDeals, plan: &MailPlan) -> Self {
        let team = Team::new(&plan.team, known.own());
        let mut known = known;
        known.settle(&|address| team.has(address));
        let report = MailReport { team: plan.team.clone(), ..MailReport::default() };
        Self {
            now: known.now(),
            known,
            team,
            plan: plan.clone(),
            seen: FxHashSet::default(),
            threads: FxHashMap::default(),
            deals: FxHashSet::default(),
            strangers: FxHashMap::default(),
            report,
        }
    }

    /// Those outside and those of your side.
    fn sides<'p>(&self, people: impl Iterator<Item = &'p Person>) -> (Vec<&'p Person>, Vec<&'p Person>) {
        people.partition(|p| !self.team.has(&p.address))
    }

    /// The deal, or how it was counted that there is none.
    fn find(&mut self, talk: Talk<'_>) -> Option<(u32, &'static str)> {
        match mail::link(&self.known, talk) {
            Link::Deal(deal, by) => {
                self.report.linked += 1;
                return Some((deal, by.word()));
            }
            Link::OutOfTime => self.report.out_of_time += 1,
            Link::Unknown => {
                self.report.unknown += 1;
                for person in talk.outside.iter().filter(|p| !mail::is_robot(p)) {
                    self.meet(person, talk.at);
                }
            }
            Link::Ambiguous(deals) => {
                self.report.ambiguous += 1;
                if self.report.ambiguities.len() < LISTED {
                    let key = |d: &u32| self.known.deals[*d as usize].key.clone();
                    let with = talk.outside.first().map(|p| p.address.clone()).unwrap_or_default();
                    let deals = deals.iter().take(5).map(key).collect();
                    self.report.ambiguities.push(Ambiguity { at: talk.at, with, deals });
                }
            }
        }
        None
    }

    fn meet(&mut self, person: &Person, at: Timestamp) {
        if self.strangers.len() >= MOST_STRANGERS && !self.strangers.contains_key(&person.address) {
            return;
        }
        let (address, name) = (person.address.clone(), person.name.clone());
        let stranger = self.strangers.entry(address.clone());
        let stranger = stranger.or_insert(Stranger { address, name, messages: 0, first: at, last: at });
        stranger.messages += 1;
        stranger.first = stranger.first.min(at);
        stranger.last = stranger.last.max(at);
        if stranger.name.is_empty() {
            stranger.name.clone_from(&person.name);
        }
    }

    fn place(&self, deal: u32, person: &Person) -> Option<&Place> {
        self.known.places(&person.address).iter().find(|p| p.deal == deal)
    }

    /// As the deal's data calls them, else as they call themselves.
    fn name<'p>(&'p self, deal: u32, person: &'p Person) -> &'p str {
        let known = self.place(deal, person).map_or("", |p| p.name.as_str());
        [known, &person.name, &person.address].into_iter().find(|n| !n.is_empty()).unwrap_or("")
    }

    /// The parts these people have in a deal, each once.
    fn roles(&self, deal: u32, people: &[&Person]) -> String {
        let mut roles: Vec<&str> = people
            .iter()
            .filter_map(|p| self.place(deal, p))
            .map(|p| p.role.as_str())
            .filter(|r| !r.is_empty())
            .collect();
        roles.sort_unstable();
        roles.dedup();
        roles.join(", ")
    }

    fn ended(mut self) -> MailReport {
        self.report.deals = self.deals.len() as u64;
        self.report.strangers_in_all = self.strangers.len() as u64;
        let mut strangers: Vec<Stranger> = self.strangers.into_values().collect();
        strangers.sort_by(|a, b| (b.messages, &a.address).cmp(&(a.messages, &b.address)));
        strangers.truncate(LISTED);
        self.report.strangers = strangers;
        self.report
    }
}

/// A touchpoint about to be handed on.
struct Touch<'t> {
    deal: u32,
    at: Timestamp,
    kind: &'static str,
    side: Side,
    actor: &'t str,
    key: &'t str,
    attributes: Vec<(&'t str, &'t str)>,
}

/// What a kind is called.
fn label(kind: &'static str) -> &'static str {
    touchpoint(kind).map_or("Meeting declined", |t| t.label)
}

fn addresses(people: &[&Person]) -> String {
    people.iter().take(MOST_NAMES).map(|p| p.address.as_str()).collect::<Vec<_>>().join(", ")
}

impl<S: FactSink> Run<'_, Watching<'_, S>> {
    /// Reads mailboxes, then calendars: an answer by mail has its own time, which a calendar has not.
    pub fn touchpoints(&mut self) -> Result<(), ReadError<S::Error>> {
        let plan = self.plan;
        if !plan.has_touchpoints() {
            return Ok(());
        }
        let known = std::mem::take(&mut self.sink.known);
        if known.is_empty() {
            return Err(no_deals(plan).into());
        }
        let mut mailing = Mailing::new(known, &plan.mail);
        if !mailing.known.has_people() {
            self.notes.push(NOBODY.to_owned());
        }
        for format in [Format::Mbox, Format::Calendar] {
            let files = plan.files.iter().enumerate().filter(|(_, f)| f.role == FileRole::Touchpoints);
            for (at, file) in files.filter(|(_, f)| f.format == format) {
                match format {
                    Format::Mbox => self.mailbox(at, file, &mut mailing)?,
                    _ => self.calendar(at, file, &mut mailing)?,
                }
                self.base += self.sources[at].size();
                self.progress(0)?;
            }
        }
        let report = mailing.ended();
        self.notes.push(in_words(&report));
        self.mail = Some(report);
        Ok(())
    }

    fn mailbox(&mut self, at: usize, file: &FilePlan, mailing: &mut Mailing) -> Result<(), ReadError<S::Error>> {
        let source = &self.sources[at];
        let (from, state) = mail::open(source)?;
        let look = Look { now: mailing.now, bodies: mailing.plan.bodies };
        let read = mail::messages::<Halt<S::Error>>(from, &mut |raw| {
            mailing.report.messages += 1;
            let outcome = match mail::message(raw, look) {
                Ok(message) => self.message(&message, mailing)?,
                Err(broken) => Outcome::Rejected(Fault::new(broken.header, broken.value, broken.reason)),
            };
            self.count(at, file, raw.line, outcome);
            if mailing.report.messages.is_multiple_of(256) {
                self.progress(state.done())?;
            }
            Ok(true)
        });
        read.map_err(|halt| halt.of(source, &state))
    }

    fn message(&mut self, message: &Message, mailing: &mut Mailing) -> Result<Outcome, ReadError<S::Error>> {
        if !mailing.seen.insert(hash(&message.key)) {
            mailing.report.repeated += 1;
            return Ok(Outcome::Duplicate);
        }
        let (outside, ours) = mailing.sides([&message.from].into_iter().chain(&message.to));
        let sent = mailing.team.has(&message.from.address);
        match message.automatic {
            Some(Automatic::Discarded) => {
                mailing.report.discarded += 1;
                return Ok(Outcome::LeftOut(Left::OfNobody));
            }
            // a team's own list or sales tool marks ordinary messages as bulk
            Some(Automatic::Bulk) if sent || !mailing.known.places(&message.from.address).is_empty() => {}
            None if sent || !mail::is_robot(&message.from) => {}
            _ => {
                mailing.report.automatic += 1;
                return Ok(Outcome::LeftOut(Left::OfNobody));
            }
        }
        if outside.is_empty() {
            mailing.report.internal += 1;
            return Ok(Outcome::LeftOut(Left::OfNobody));
        }
        let writer = (!sent).then_some(&message.from);
        let thread = message.answers.iter().find_map(|id| mailing.threads.get(&hash(id)).copied());
        let Some((deal, linked)) =
            mailing.find(Talk { at: message.at, outside: &outside, writer, ours: &ours, thread })
        else {
            return Ok(Outcome::LeftOut(Left::OfNobody));
        };
        mailing.threads.insert(hash(&message.key), deal);
        if !sent && !message.replies.is_empty() {
            return self.replies(message, deal, mailing);
        }
        let acting: Vec<&Person> = if sent { outside.clone() } else { vec![&message.from] };
        let (to, roles) = (addresses(&outside), mailing.roles(deal, &acting));
        let actor = mailing.name(deal, &message.from).to_owned();
        let key = format!("mail:{}", message.key);
        let mut attributes = vec![(VIA, "mailbox"), ("linked", linked), ("message", message.key.as_str())];
        attributes.push(("from", &message.from.address));
        attributes.push(if sent { ("to", &to) } else { ("role", &roles) });
        attributes.extend(sent.then_some(("role", roles.as_str())));
        attributes.extend(message.answers.first().map(|id| ("answers", id.as_str())));
        attributes.extend(mailing.plan.subjects.then_some(("subject", message.subject.as_str())));
        attributes.push(("body", &message.body));
        let (kind, side) = if sent { ("email.sent", Side::Rep) } else { ("email.received", Side::Prospect) };
        self.touch(mailing, Touch { deal, at: message.at, kind, side, actor: &actor, key: &key, attributes })?;
        Ok(Outcome::Taken)
    }

    /// Answers to invitations: an acceptance is an act of its own.
    fn replies(&mut self, message: &Message, deal: u32, mailing: &mut Mailing) -> Result<Outcome, ReadError<S::Error>> {
        for Answer { series, occurrence, person, reply, title } in &message.replies {
            let series = match occurrence {
                Some(moment) => format!("{series}/{moment}"),
                None => series.clone(),
            };
            let same = person.name.is_empty() && person.address == message.from.address;
            let person = if same { &message.from } else { person };
            self.answer(mailing, deal, &series, person, *reply, (message.at, "mailbox", title))?;
        }
        Ok(Outcome::Taken)
    }

    /// What somebody outside said to an invitation, once.
    fn answer(
        &mut self,
        mailing: &mut Mailing,
        deal: u32,
        series: &str,
        person: &Person,
        reply: Reply,
        (at, via, title): (Timestamp, &str, &str),
    ) -> Result<(), ReadError<S::Error>> {
        let kind = match reply {
            Reply::Accepted => "meeting.accepted",
            Reply::Declined => "meeting.declined",
            Reply::Open | Reply::Unsaid => return Ok(()),
        };
        let key = format!("{kind}:{series}:{}", person.address);
        if mailing.team.has(&person.address) || !mailing.seen.insert(hash(&key)) {
            return Ok(());
        }
        let (actor, role) = (mailing.name(deal, person).to_owned(), mailing.roles(deal, &[person]));
        let mut attributes = vec![(VIA, via), ("from", person.address.as_str()), ("role", &role)];
        attributes.extend(mailing.plan.subjects.then_some(("subject", title)));
        attributes.extend((via == "calendar").then_some(("inferred", "yes")));
        self.touch(mailing, Touch { deal, at, kind, side: Side::Prospect, actor: &actor, key: &key, attributes })
    }

    fn calendar(&mut self, at: usize, file: &FilePlan, mailing: &mut Mailing) -> Result<(), ReadError<S::Error>> {
        let source = &self.sources[at];
        let (from, state) = mail::open(source)?;
        let zone = self.plan.zone.as_str();
        let mut cut = 0;
        let read = mail::groups::<Halt<S::Error>>(from, &mut |around, group: &Group| {
            let zone = around.zone.as_deref().unwrap_or(zone);
            let expanded = mail::meetings(
                &around.calendar(&group.events),
                zone,
                mailing.known.begins(),
                mailing.known.ends(mailing.now),
            );
            cut += u64::from(expanded.cut);
            for fault in expanded.faults {
                self.count(at, file, group.line, Outcome::Rejected(Fault::new("DTSTART", "", fault)));
            }
            for mut meeting in expanded.meetings {
                meeting.cancelled |= around.method == "CANCEL";
                mailing.report.meetings += 1;
                let outcome = self.meeting(&meeting, mailing)?;
                self.count(at, file, group.line, outcome);
            }
            self.progress(state.done())?;
            Ok(true)
        });
        if cut > 0 {
            self.notes.push(format!(
                "{}: {cut} meetings recur without end; only their first 8,000 times were looked at.",
                file.name
            ));
        }
        read.map(|_| ()).map_err(|halt| halt.of(source, &state))
    }

    fn meeting(&mut self, meeting: &Meeting, mailing: &mut Mailing) -> Result<Outcome, ReadError<S::Error>> {
        if !mailing.seen.insert(hash(&format!("meeting:{}", meeting.key))) {
            mailing.report.repeated += 1;
            return Ok(Outcome::Duplicate);
        }
        let guests = meeting.guests.iter().map(|g| &g.person).filter(|p| Some(*p) != meeting.organiser.as_ref());
        let (outside, ours) = mailing.sides(meeting.organiser.iter().chain(guests));
        if outside.is_empty() {
            mailing.report.internal += 1;
            return Ok(Outcome::LeftOut(Left::OfNobody));
        }
        let talk = Talk { at: meeting.start, outside: &outside, writer: None, ours: &ours, thread: None };
        let Some((deal, linked)) = mailing.find(talk) else { return Ok(Outcome::LeftOut(Left::OfNobody)) };
        let said = meeting.guests.iter().filter(|g| !mailing.team.has(&g.person.address));
        let said: Vec<(&Person, Reply)> = said.map(|g| (&g.person, g.reply)).collect();
        let known = said.iter().map(|(_, reply)| reply);
        let coming: Vec<&Person> = match meeting.organiser.as_ref().filter(|o| !mailing.team.has(&o.address)) {
            Some(host) => [host].into_iter().chain(accepting(&said).filter(|p| p.address != host.address)).collect(),
            None => accepting(&said).collect(),
        };
        let silent = known.clone().all(|r| *r == Reply::Unsaid);
        let declined = coming.is_empty() && known.clone().all(|r| *r == Reply::Declined);
        for (person, reply) in &said {
            let at = answered(meeting);
            self.answer(mailing, deal, &meeting.series, person, *reply, (at, "calendar", &meeting.title))?;
        }
        let counted = match () {
            () if meeting.cancelled || declined => &mut mailing.report.called_off,
            () if meeting.end > mailing.now => &mut mailing.report.to_come,
            () if coming.is_empty() && !silent => &mut mailing.report.unconfirmed,
            () => {
                self.held(meeting, deal, linked, (&outside, &ours, &coming), mailing)?;
                return Ok(Outcome::Taken);
            }
        };
        *counted += 1;
        mailing.report.linked -= 1;
        Ok(Outcome::LeftOut(Left::OfNobody))
    }

    /// A past meeting: attended where somebody outside had agreed to come, else held as far as your side says.
    fn held(
        &mut self,
        meeting: &Meeting,
        deal: u32,
        linked: &str,
        (outside, ours, coming): (&[&Person], &[&Person], &[&Person]),
        mailing: &mut Mailing,
    ) -> Result<(), ReadError<S::Error>> {
        let there = if coming.is_empty() { outside } else { coming };
        let (roles, with) = (mailing.roles(deal, there), addresses(there));
        let actor = match coming.first() {
            Some(person) => mailing.name(deal, person),
            None => ours.first().map_or("", |p| mailing.name(deal, p)),
        };
        let actor = actor.to_owned();
        let minutes = ((meeting.end.as_second() - meeting.start.as_second()) / 60).to_string();
        let key = format!("meeting:{}", meeting.key);
        let mut attributes = vec![(VIA, "calendar"), ("linked", linked), ("with", &with), ("role", &roles)];
        attributes.extend(match () {
            () if meeting.all_day => Some(("all_day", "yes")),
            () => (minutes != "0").then_some(("minutes", minutes.as_str())),
        });
        attributes.extend(mailing.plan.subjects.then_some(("subject", meeting.title.as_str())));
        attributes.extend(is_demonstration(&meeting.title).then_some(("tag", "demo")));
        let (kind, side) =
            if coming.is_empty() { ("meeting.held", Side::Rep) } else { ("meeting.attended", Side::Prospect) };
        self.touch(mailing, Touch { deal, at: meeting.start, kind, side, actor: &actor, key: &key, attributes })
    }

    fn touch(&mut self, mailing: &mut Mailing, mut touch: Touch<'_>) -> Result<(), ReadError<S::Error>> {
        touch.attributes.retain(|(_, value)| !value.is_empty());
        mailing.deals.insert(touch.deal);
        *mailing.report.touchpoints.entry(touch.kind.to_owned()).or_default() += 1;
        let fact = EventFact {
            deal: &mailing.known.deals[touch.deal as usize].key,
            at: Some(touch.at),
            kind: touch.kind,
            activity: label(touch.kind),
            stage: None,
            side: touch.side,
            actor: Some(touch.actor).filter(|a| !a.is_empty()),
            attributes: &touch.attributes,
            key: Some(touch.key),
        };
        self.sink.event(fact).map_err(ReadError::Sink)
    }
}

/// True if a title speaks of a demonstration.
fn is_demonstration(title: &str) -> bool {
    let plain = words::plain(title);
    plain.split(' ').any(|w| matches!(w, "demo" | "demos" | "demonstration" | "vorführung" | "produktvorführung"))
}

fn accepting<'s>(said: &'s [(&'s Person, Reply)]) -> impl Iterator<Item = &'s Person> {
    said.iter().filter(|(_, reply)| *reply == Reply::Accepted).map(|(person, _)| *person)
}

/// When an answer came, as far as a calendar tells: by its last change, which is not after the beginning.
fn answered(meeting: &Meeting) -> Timestamp {
    let changed = meeting.changed.or(meeting.created).unwrap_or(meeting.start).min(meeting.start);
    meeting.created.map_or(changed, |created| changed.max(created.min(meeting.start)))
}

const NOBODY: &str = "No e-mail address and no website of a prospect is known from the deals, so no message can be linked to \
                      them. Give the export of contacts together with the deals.";

fn no_deals(plan: &crate::Plan) -> ImportError {
    let names: Vec<&str> = plan.files.iter().map(|f| f.name.as_str()).collect();
    let missing =
        "the deals that the messages and meetings belong to; give their export together with the mailbox".to_owned();
    ImportError::NoDeals { files: names.join(", "), missing }
}

/// What became of messages and meetings, in a sentence.
fn in_words(report: &MailReport) -> String {
    let BySide { of, rest } = by_side(report);
    format!(
        "{} messages and {} meetings read: {} linked to {} deals{of}. Left out: {rest}. People outside who are on no deal: {}.",
        report.messages, report.meetings, report.linked, report.deals, report.strangers_in_all
    )
}

struct BySide {
    of: String,
    rest: String,
}

fn by_side(report: &MailReport) -> BySide {
    let list = |counts: Vec<(String, u64)>| {
        counts.into_iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{n} {name}")).collect::<Vec<_>>().join(", ")
    };
    let kinds: &BTreeMap<String, u64> = &report.touchpoints;
    let of = list(kinds.iter().map(|(kind, n)| (kind.clone(), *n)).collect());
    let rest = list(
        [
            ("internal", report.internal),
            ("automatic", report.automatic),
            ("deleted or drafts", report.discarded),
            ("there already", report.repeated),
            ("with people on no deal", report.unknown),
            ("outside of the time of any deal", report.out_of_time),
            ("ambiguous", report.ambiguous),
            ("called off", report.called_off),
            ("to come", report.to_come),
            ("not confirmed", report.unconfirmed),
        ]
        .map(|(name, n)| (name.to_owned(), n))
        .into(),
    );
    BySide {
        of: if of.is_empty() { String::new() } else { format!(" ({of})") },
        rest: if rest.is_empty() { "none".to_owned() } else { rest },
    }
}

/// Why reading a mailbox ended: the file, or what was done with it.
enum Halt<E> {
    File(std::io::Error),
    Other(ReadError<E>),
}

impl<E> Halt<E> {
    fn of(self, source: &crate::Source, state: &crate::unpack::State) -> ReadError<E> {
        match self {
            Self::File(error) => mail::broken(source, state, &error).into(),
            Self::Other(error) => error,
        }
    }
}

impl<E> From<std::io::Error> for Halt<E> {
    fn from(error: std::io::Error) -> Self {
        Self::File(error)
    }
}

impl<E> From<ReadError<E>> for Halt<E> {
    fn from(error: ReadError<E>) -> Self {
        Self::Other(error)
    }
}
