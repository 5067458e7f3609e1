//! What the attributes of events name of a playbook.

use model::{
    Side,
    process::{Objection, Process, lists_word, same_word},
    touchpoint::is_kind,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::log::{EventLog, NONE};

/// What an event is to a playbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Raised,
    Answered,
    Settled,
    Shared,
    /// Content, if it names any: looked at where the prospect acts.
    Other,
}

impl Act {
    fn of(kind: &str, name: &str) -> Self {
        let is = |wanted: &str| is_kind(wanted, kind, name) || same_word(&wanted.replace('.', " "), name);
        match () {
            () if is("objection.raised") => Self::Raised,
            () if is("objection.answered") => Self::Answered,
            () if is("objection.settled") => Self::Settled,
            () if is("content.shared") => Self::Shared,
            () => Self::Other,
        }
    }

    /// By sort of event.
    pub(super) fn by_sort(log: &EventLog) -> Vec<Self> {
        let sorts = &log.sorts;
        sorts.all.iter().map(|sort| Self::of(sorts.kinds.get(sort.kind), sorts.names.get(sort.name))).collect()
    }

    /// True where content that it names was looked at rather than handed out.
    pub(super) fn is_view(self, side: Side) -> bool {
        self != Self::Shared && side == Side::Prospect
    }
}

/// What activities are called by that hand content out, and those that look at it. Set before or behind what it is.
const HANDED_OUT: [&str; 12] = [
    "shared",
    "sent",
    "geteilt",
    "gesendet",
    "verschickt",
    "compartido",
    "compartida",
    "enviado",
    "enviada",
    "を共有",
    "を送付",
    "を送信",
];
const LOOKED_AT: [&str; 14] = [
    "viewed",
    "watched",
    "opened",
    "read",
    "downloaded",
    "angesehen",
    "gelesen",
    "geöffnet",
    "visto",
    "vista",
    "leído",
    "leída",
    "を閲覧",
    "を視聴",
];

/// A piece of content that the name of an activity tells, `Testimonial shared`, and whether it was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Told {
    pub content: usize,
    pub view: bool,
}

impl Told {
    /// By sort of event. Content is known by id or title, or by its kind where it alone is of it.
    pub(super) fn by_sort(log: &EventLog, process: &Process) -> Vec<Option<Self>> {
        let sorts = &log.sorts;
        sorts.all.iter().map(|sort| Self::of(process, sorts.names.get(sort.name))).collect()
    }

    fn of(process: &Process, name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let rest = |verbs: &[&str]| {
            let mut all = verbs.iter().filter_map(|verb| name.strip_suffix(verb).or_else(|| name.strip_prefix(verb)));
            all.next().map(|rest| rest.trim().to_owned())
        };
        let (what, view) = rest(&LOOKED_AT).map(|what| (what, true)).or_else(|| Some((rest(&HANDED_OUT)?, false)))?;
        let mut named = content_of(process, &what);
        if named.is_empty() {
            named = places(&process.library, |content| same_word(&what, &content.kind));
        }
        let [content] = named[..] else { return None };
        Some(Self { content, view })
    }
}

/// What a set of attributes names, by place in the process.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Named {
    pub content: Vec<usize>,
    pub objections: Vec<usize>,
    /// Objection and answer.
    pub answers: Vec<(usize, usize)>,
    /// The codes of texts that name nothing of the process: of content, of objections.
    pub other_content: Option<u32>,
    pub other_objection: Option<u32>,
}

impl Named {
    /// True where the set says anything of content.
    pub(super) fn tells_content(&self) -> bool {
        !self.content.is_empty() || self.other_content.is_some()
    }
}

/// By set of attributes; none where it names nothing.
pub(super) fn by_detail(log: &EventLog, process: &Process) -> Vec<Option<Named>> {
    let texts = &log.details.texts;
    let codes = Attributes {
        content: texts.code("content").unwrap_or(NONE),
        objection: texts.code("objection").unwrap_or(NONE),
        tag: texts.code("tag").unwrap_or(NONE),
        answer: texts.code("answer").unwrap_or(NONE),
    };
    let of_chunk = |sets: &[Vec<(u32, u32)>]| {
        let mut reader = Reader { log, process, content: FxHashMap::default(), objections: FxHashMap::default() };
        sets.iter().map(|set| reader.read(codes, set)).collect::<Vec<_>>()
    };
    log.details.all.par_chunks(16_384).map(of_chunk).collect::<Vec<_>>().concat()
}

/// The codes of the attributes' names.
#[derive(Clone, Copy)]
struct Attributes {
    content: u32,
    objection: u32,
    tag: u32,
    answer: u32,
}

/// Reads sets of attributes. The same texts come in many of them.
struct Reader<'a> {
    log: &'a EventLog,
    process: &'a Process,
    content: FxHashMap<u32, Vec<usize>>,
    objections: FxHashMap<u32, Vec<usize>>,
}

impl Reader<'_> {
    fn read(&mut self, of: Attributes, set: &[(u32, u32)]) -> Option<Named> {
        let value = |name: u32| set.iter().find(|pair| pair.0 == name).map(|pair| pair.1);
        let (texts, process) = (&self.log.details.texts, self.process);
        let content = value(of.content);
        // A tag says which objection it is where nothing else does.
        let objection = value(of.objection).or_else(|| value(of.tag));
        let (content_named, objections) = (
            content.map(|code| {
                let named = self.content.entry(code);
                named.or_insert_with(|| content_of(process, texts.get(code))).clone()
            }),
            objection.map(|code| {
                let named = self.objections.entry(code);
                named.or_insert_with(|| objections_of(&process.objections, texts.get(code))).clone()
            }),
        );
        let is_empty = |named: &Option<Vec<usize>>| named.as_ref().is_some_and(Vec::is_empty);
        let named = Named {
            other_content: content.filter(|_| is_empty(&content_named)),
            other_objection: objection.filter(|_| is_empty(&objections)),
            answers: value(of.answer)
                .map_or_else(Vec::new, |code| answers_of(&process.objections, objections.as_deref(), texts.get(code))),
            content: content_named.unwrap_or_default(),
            objections: objections.unwrap_or_default(),
        };
        (named != Named::default()).then_some(named)
    }
}

/// Content by id or title.
fn content_of(process: &Process, text: &str) -> Vec<usize> {
    places(&process.library, |content| content.is_named(text))
}

/// Objections by id or words; by kind where one alone is of it.
fn objections_of(all: &[Objection], text: &str) -> Vec<usize> {
    let named = places(all, |o| lists_word(text, &o.id) || same_word(text, &o.says));
    if !named.is_empty() {
        return named;
    }
    let of_kind = places(all, |o| lists_word(text, &o.kind));
    if of_kind.len() == 1 { of_kind } else { Vec::new() }
}

fn places<T>(all: &[T], is: impl Fn(&T) -> bool) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, item)| is(item)).map(|(place, _)| place).collect()
}

/// Answers by id or words, to these objections; to any where none is named.
fn answers_of(all: &[Objection], to: Option<&[usize]>, text: &str) -> Vec<(usize, usize)> {
    let asked = all.iter().enumerate().filter(|(place, _)| to.is_none_or(|to| to.contains(place)));
    let answers =
        asked.flat_map(|(place, o)| o.answers.iter().enumerate().map(move |(nth, reply)| (place, nth, reply)));
    let is = |reply: &model::process::Reply| lists_word(text, &reply.id) || same_word(text, &reply.says);
    answers.filter(|(.., reply)| is(reply)).map(|(place, nth, _)| (place, nth)).collect()
}
