//! What stands in a brief: what was chosen, else what is known.

use insight::define::PlaybookUse;
use jiff::{ZonedDateTime as Zoned, tz::TimeZone};
use model::{
    Deal,
    meeting::{Meeting, MeetingState},
    objection::{DealObjection, ObjectionState},
    people::DealPerson,
    process::{Objection, Persona, Process, Stage, same_word},
    research::{DealFinding, FindingKind, standing},
};

use super::{
    AgendaItem, Brief, BriefAnswer, BriefChoices, BriefMeeting, BriefObjection, BriefPerson, BriefPersona, BriefProof,
    agenda, choices::ChosenObjection, proof,
};
use crate::words;

/// Objections that are filled in, at most.
const OBJECTIONS: usize = 5;
/// Content that is filled in, at most.
const PROOF: usize = 4;

/// What a brief is made from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Who we are.
    pub company: &'a str,
    /// The deal.
    pub deal: &'a Deal,
    /// The process it goes by.
    pub process: &'a Process,
    /// The stage it stands in.
    pub stage: Option<&'a Stage>,
    /// What was found out.
    pub findings: &'a [DealFinding],
    /// Who is on the prospect's side.
    pub people: &'a [DealPerson],
    /// Meetings of the deal.
    pub meetings: &'a [Meeting],
    /// Objections that came up.
    pub objections: &'a [DealObjection],
    /// What was answered so far: question and answer.
    pub answers: &'a [(String, String)],
    /// How the playbook did.
    pub usage: Option<&'a PlaybookUse>,
    /// What somebody chose.
    pub choices: &'a BriefChoices,
    /// Where the team is.
    pub zone: &'a TimeZone,
}

/// Makes a brief.
pub fn compose(from: &Sources<'_>) -> Brief {
    let choices = from.choices;
    let found = |kind| standing(from.findings, kind).map(|finding| finding.text.clone()).collect::<Vec<_>>();
    let meeting = meeting(from);
    let persona = persona_of(from.process, from.deal, choices);
    let use_cases = choices.use_cases.clone().unwrap_or_else(|| found(FindingKind::UseCase));
    let competitors = found(FindingKind::Competitor);
    let start = meeting.map(|m| m.plan.start.to_zoned_datetime(from.zone.clone()));
    let items = choices.agenda.clone().unwrap_or_else(|| {
        let minutes = meeting.map_or(agenda::USUAL, |m| m.plan.minutes);
        agenda::usual(minutes, use_cases.first().map(String::as_str), !competitors.is_empty())
    });
    Brief {
        company: from.company.to_owned(),
        prospect: from.deal.account.clone().unwrap_or_default(),
        deal: from.deal.name.clone(),
        worth: from.deal.value.as_ref().map(|v| words::money(v.minor, &v.currency)).unwrap_or_default(),
        stage: from.stage.map(|s| s.name.clone()).unwrap_or_default(),
        meeting: meeting.zip(start.as_ref()).map(|(meeting, start)| shown(meeting, start)),
        pains: choices.pains.clone().unwrap_or_else(|| found(FindingKind::Pain)),
        ours: choices.ours.clone().unwrap_or_else(|| ours(from, meeting)),
        theirs: choices.theirs.clone().unwrap_or_else(|| theirs(from, meeting)),
        objections: objections(from, persona),
        proof: proof_of(from, persona),
        competitors,
        answers: from.answers.iter().map(|(asks, answer)| answered(asks, answer)).collect(),
        agenda: agenda::timed(items, start.as_ref()),
        note: choices.note.clone(),
        persona: persona.map(told),
        use_cases,
    }
}

fn answered(asks: &str, answer: &str) -> BriefAnswer {
    BriefAnswer { asks: asks.to_owned(), answer: answer.to_owned() }
}

/// The meeting that was chosen, else the next one that is planned.
fn meeting<'a>(from: &Sources<'a>) -> Option<&'a Meeting> {
    let chosen = from.choices.meeting.as_deref().and_then(|id| from.meetings.iter().find(|m| m.id == id));
    chosen.or_else(|| from.meetings.iter().find(|m| m.state == MeetingState::Planned))
}

fn shown(meeting: &Meeting, start: &Zoned) -> BriefMeeting {
    let end = meeting.plan.end().to_zoned_datetime(start.time_zone().clone());
    let zone = start.time_zone().iana_name().unwrap_or("UTC");
    BriefMeeting {
        id: meeting.id.clone(),
        title: meeting.plan.title.clone(),
        when: format!("{} to {} ({zone})", start.strftime("%A, %-d %B %Y, %H:%M"), end.strftime("%H:%M")),
        place: meeting.plan.place.clone(),
        minutes: meeting.plan.minutes,
    }
}

/// The persona that was chosen, else the one that the deal's attribute `persona` names, else the only one there is.
pub fn persona_of<'p>(process: &'p Process, deal: &Deal, choices: &BriefChoices) -> Option<&'p Persona> {
    let named = |text: &str| process.personas.iter().find(|p| p.id == text || same_word(&p.name, text));
    match (&choices.persona, &process.personas[..]) {
        (Some(id), _) => named(id),
        (None, [only]) => Some(only),
        (None, _) => deal.attributes.iter().find(|(name, _)| same_word(name, "persona")).and_then(|(_, v)| named(v)),
    }
}

fn told(persona: &Persona) -> BriefPersona {
    BriefPersona {
        id: persona.id.clone(),
        name: persona.name.clone(),
        role: persona.role.clone(),
        goals: persona.goals.clone(),
        pains: persona.pains.clone(),
        trusts: persona.trusts.clone(),
    }
}

/// Who comes of us: of the meeting, else who owns the deal.
fn ours(from: &Sources<'_>, meeting: Option<&Meeting>) -> Vec<BriefPerson> {
    let person = |name: &String| BriefPerson { name: name.clone(), part: String::new() };
    match meeting.filter(|m| !m.plan.ours.is_empty()) {
        Some(meeting) => meeting.plan.ours.iter().map(person).collect(),
        None => from.deal.owner.iter().map(person).collect(),
    }
}

/// Who comes of them: of the meeting, else everybody known on the deal.
fn theirs(from: &Sources<'_>, meeting: Option<&Meeting>) -> Vec<BriefPerson> {
    let part = |person: &DealPerson| {
        let said = [&person.title, &person.role].into_iter().flatten().map(String::as_str);
        said.collect::<Vec<_>>().join(", ")
    };
    let known = |name: &str| from.people.iter().find(|p| same_word(&p.name, name));
    match meeting.filter(|m| !m.plan.theirs.is_empty()) {
        Some(meeting) => {
            let person =
                |name: &String| BriefPerson { name: name.clone(), part: known(name).map(part).unwrap_or_default() };
            meeting.plan.theirs.iter().map(person).collect()
        }
        None => {
            let named = from.people.iter().filter(|p| !p.name.is_empty());
            named.map(|p| BriefPerson { name: p.name.clone(), part: part(p) }).collect()
        }
    }
}

/// What was chosen, else what to expect: what they raised and did not settle, what was found out, what such people and
/// this stage bring.
fn objections(from: &Sources<'_>, persona: Option<&Persona>) -> Vec<BriefObjection> {
    let expected = expected(from, persona);
    let known = |id: &str| from.process.objections.iter().find(|o| o.id == id);
    let because = |id: &str, says: &str| {
        let is = |e: &&Expected| if id.is_empty() { same_word(&e.says, says) } else { e.id == id };
        expected.iter().find(is).map(|e| e.because.to_owned()).unwrap_or_default()
    };
    let chosen = from.choices.objections.as_ref();
    match chosen {
        Some(chosen) => {
            let line = |c: &ChosenObjection| {
                let objection = known(&c.id);
                let says = objection.map_or(c.says.as_str(), |o| &o.says);
                line(from, objection, says, because(&c.id, says), &c.answer)
            };
            chosen.iter().map(line).collect()
        }
        None => {
            let line = |e: &Expected| line(from, known(&e.id), &e.says, e.because.to_owned(), "");
            expected.iter().take(OBJECTIONS).map(line).collect()
        }
    }
}

/// An objection that has to be expected, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Id of the objection of the process; empty where it is none of these.
    pub id: String,
    /// What they say.
    pub says: String,
    /// Why.
    pub because: &'static str,
}

/// The objections to expect: what they raised and did not settle, what was found out, what such people and this stage
/// bring.
pub fn expected_objections(from: &Sources<'_>) -> Vec<Expected> {
    expected(from, persona_of(from.process, from.deal, from.choices))
}

fn expected(from: &Sources<'_>, persona: Option<&Persona>) -> Vec<Expected> {
    let known = |id: &str| from.process.objections.iter().find(|o| o.id == id);
    let mut all: Vec<Expected> = Vec::new();
    let mut add = |id: &str, says: &str, because| {
        let says = known(id).map_or(says, |o| &o.says);
        let is_same = |e: &Expected| (!id.is_empty() && e.id == id) || same_word(&e.says, says);
        if !says.trim().is_empty() && !all.iter().any(is_same) {
            all.push(Expected { id: id.to_owned(), says: says.to_owned(), because });
        }
    };
    for objection in from.objections.iter().filter(|o| o.state != ObjectionState::Settled) {
        let open = objection.state == ObjectionState::Open;
        add(&objection.id, &objection.says, if open { "raised, not answered" } else { "raised, not settled" });
    }
    for finding in standing(from.findings, FindingKind::Objection) {
        add(&finding.objection, &finding.text, "found out");
    }
    persona.iter().flat_map(|p| &p.objections).for_each(|id| add(id, "", "usual for the persona"));
    from.stage.iter().flat_map(|s| &s.objections).for_each(|id| add(id, "", "usual in the stage"));
    let settled = |e: &Expected| {
        from.objections.iter().any(|o| o.state == ObjectionState::Settled && !o.id.is_empty() && o.id == e.id)
    };
    all.retain(|e| !settled(e));
    all
}

fn line(
    from: &Sources<'_>,
    objection: Option<&Objection>,
    says: &str,
    because: String,
    wanted: &str,
) -> BriefObjection {
    let answers = objection.map(|o| proof::answers(o, from.usage)).unwrap_or_default();
    let chosen = answers.iter().find(|(reply, _)| reply.id == wanted).or_else(|| answers.first());
    let proof = chosen.and_then(|(reply, _)| from.process.library.iter().find(|c| c.id == reply.proof));
    BriefObjection {
        id: objection.map(|o| o.id.clone()).unwrap_or_default(),
        says: says.to_owned(),
        because,
        answer_id: chosen.map(|(reply, _)| reply.id.clone()).unwrap_or_default(),
        answer: chosen.map(|(reply, _)| reply.says.clone()).unwrap_or_default(),
        proof: proof.map(|c| c.name.clone()).unwrap_or_default(),
        known: chosen.map(|(_, endings)| proof::known(endings.as_ref(), "given")).unwrap_or_default(),
    }
}

fn proof_of(from: &Sources<'_>, persona: Option<&Persona>) -> Vec<BriefProof> {
    let shown = |content: &model::process::Content| BriefProof {
        id: content.id.clone(),
        name: content.name.clone(),
        kind: content.kind.replace('-', " "),
        known: proof::known_content(from.usage, content),
    };
    match &from.choices.proof {
        Some(ids) => ids.iter().filter_map(|id| from.process.library.iter().find(|c| c.id == *id)).map(shown).collect(),
        None => {
            let stage = from.stage.map(|s| s.id.as_str()).unwrap_or_default();
            let persona = persona.map(|p| p.id.as_str()).unwrap_or_default();
            proof::proof(from.process, stage, persona, from.usage).into_iter().take(PROOF).map(shown).collect()
        }
    }
}

impl Brief {
    /// How long the agenda is, in minutes.
    pub fn minutes(&self) -> u32 {
        self.agenda.iter().map(|item: &AgendaItem| item.minutes).sum()
    }
}
