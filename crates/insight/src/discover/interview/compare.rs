//! The rules by which an answer is set beside the log, one function a question.

use model::{
    Deal, Event, Side, Timestamp,
    deal::field,
    event::kind,
    interview::{Reply, SOURCE, days_of, normalised},
    touchpoint::touchpoint,
};

use super::{
    super::sentence::{capital, counted, listed},
    beside::Beside,
};

/// Days by which a remembered duration may be off in any case.
const ROUGHLY_DAYS: f64 = 4.0;
/// Points by which a remembered discount may be off.
const ROUGHLY_POINTS: f64 = 2.0;
/// Days without anything that are "weeks".
const WEEKS: f64 = 14.0;

/// What the log says about a deal, without what interviews brought.
pub(super) struct Facts<'a> {
    deal: &'a Deal,
    /// Events of other sources.
    events: Vec<&'a Event>,
    /// The dated touchpoints of them.
    touches: Vec<&'a Event>,
}

impl<'a> Facts<'a> {
    /// Of a deal and its events in order.
    pub(super) fn of(deal: &'a Deal, events: &'a [Event]) -> Self {
        let events: Vec<&Event> =
            events.iter().filter(|e| e.attributes.get("source").is_none_or(|s| s != SOURCE)).collect();
        let touches = events.iter().copied().filter(|e| !e.undated && is_touch(&e.kind)).collect();
        Self { deal, events, touches }
    }
}

fn is_touch(kind: &str) -> bool {
    !["deal.", "stage.", "move.", "task.", "answer.", "person.", "lead."].iter().any(|book| kind.starts_with(book))
        && kind != "note"
}

/// What the log says beside the answer to this question; none where it says nothing.
pub(super) fn compare(question: &str, reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    match question {
        "interview.channel" => channel(reply, facts, who),
        "interview.first-act" => first_act(reply, facts, who),
        "interview.people" => people(reply, facts, who),
        "interview.presented" => presented(reply, facts, who),
        "interview.discount" => discount(reply, facts, who),
        "interview.list-price" => list_price(reply, facts, who),
        "interview.decider" => decider(reply, facts, who),
        "interview.duration" => duration(reply, facts, who),
        "interview.after-sale" => after_sale(reply, facts, who),
        "interview.lost-reason" => noted(reply, facts, who, &["reason", "lost", "loss"]),
        "interview.chosen-instead" => noted(reply, facts, who, &["competitor", "rival"]),
        _ => None,
    }
}

fn only(reply: &Reply) -> Option<&str> {
    reply.said.first().map(|s| s.text.as_str())
}

/// `an e-mail from the prospect`, `a phone call of ours`, `“Kick-off”`.
fn act(event: &Event) -> String {
    let what = way_of(event).map_or_else(|| format!("“{}”", event.activity), with_article);
    match event.side {
        Side::Prospect => format!("{what} from the prospect"),
        Side::Rep => format!("{what} of ours"),
        Side::System | Side::Unknown => what,
    }
}

fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {word}")
}

fn on(at: Timestamp) -> String {
    at.strftime("%-d %B %Y").to_string()
}

/// The option of `interview.channel` that an event went by.
fn way_of(event: &Event) -> Option<&'static str> {
    let known = touchpoint(&event.kind).and_then(|t| match t.channel {
        "phone" => Some("phone call"),
        "email" => Some("e-mail"),
        "meeting" => Some("meeting"),
        _ => None,
    });
    known.or_else(|| {
        let name = format!("{} {}", event.kind, event.activity).to_lowercase();
        let has = |words: &[&str]| words.iter().any(|w| name.contains(w));
        match () {
            () if has(&["phone", "call", "anruf", "telefon"]) => Some("phone call"),
            () if has(&["mail"]) => Some("e-mail"),
            () if has(&["fair", "event.", "webinar", "messe"]) => Some("event or trade fair"),
            () if has(&["form", "chat", "website"]) => Some("web form or chat"),
            () if has(&["linkedin", "xing", "social"]) => Some("social network"),
            () if has(&["letter"]) => Some("letter"),
            () if has(&["meeting", "demo", "visit", "termin"]) => Some("meeting"),
            () => None,
        }
    })
}

fn days_between(a: Timestamp, b: Timestamp) -> f64 {
    b.duration_since(a).as_secs_f64() / 86_400.0
}

/// `the same day`, `two days later`.
fn later(days: f64) -> String {
    match days.round() as i64 {
        ..=0 => "the same day".into(),
        n => format!("{} later", counted(n.unsigned_abs(), "day")),
    }
}

fn channel(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let (said, first) = (only(reply)?, facts.touches.first()?);
    let log = format!("begins with {} on {}", act(first), on(first.at));
    let agrees = way_of(first).map(|way| way == said);
    let then = facts.touches.iter().find(|e| way_of(e) == Some(said)).filter(|_| agrees == Some(false));
    let then = then.map_or_else(String::new, |e| {
        format!("; the first {said} in it comes {}", later(days_between(first.at, e.at)))
    });
    let sentence = match agrees {
        Some(true) => format!("{who} and the log agree: it {log}."),
        _ => format!("{who} remembers {}; the log {log}{then}.", with_article(said)),
    };
    Some(Beside { log, agrees, sentence })
}

fn first_act(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let (said, first) = (only(reply)?, facts.touches.first()?);
    let log = format!("begins with {} on {}", act(first), on(first.at));
    let agrees = match (said, first.side) {
        ("the prospect came to us", Side::Prospect) | ("we went to them", Side::Rep) => Some(true),
        ("the prospect came to us", Side::Rep) | ("we went to them", Side::Prospect) => Some(false),
        _ => None,
    };
    let sentence = match agrees {
        Some(true) => format!("{who} and the log agree: it {log}."),
        _ => format!("{who} remembers that {said}; the log {log}."),
    };
    Some(Beside { log, agrees, sentence })
}

fn attribute<'a>(event: &'a Event, name: &str) -> Option<&'a str> {
    event.attributes.get(name).map(String::as_str).filter(|v| !v.is_empty())
}

/// The names of the people on the prospect's side that the log has.
fn people_in<'a>(facts: &Facts<'a>) -> Vec<&'a str> {
    let named = facts.events.iter().filter(|e| e.kind == kind::PERSON).filter_map(|e| attribute(e, "name"));
    let acted = facts.touches.iter().filter(|e| e.side == Side::Prospect).filter_map(|e| e.actor.as_deref());
    let mut names: Vec<&str> = Vec::new();
    for name in named.chain(acted) {
        let is_owner = facts.deal.owner.as_deref().is_some_and(|o| normalised(o) == normalised(name));
        if !is_owner && !names.iter().any(|n| same_person(n, name)) {
            names.push(name);
        }
    }
    names
}

/// Whether two names may be of one person: one has all the words of the other.
fn same_person(a: &str, b: &str) -> bool {
    let words = |name: &str| {
        let name = name.split('@').next().unwrap_or_default().to_lowercase();
        name.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 1).map(str::to_owned).collect::<Vec<_>>()
    };
    let (a, b) = (words(a), words(b));
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !few.is_empty() && few.iter().all(|w| many.contains(w))
}

fn people(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let known = people_in(facts);
    if known.is_empty() {
        return None;
    }
    let named = |name: &str| reply.said.iter().any(|s| same_person(&s.text, name));
    let unnamed: Vec<&str> = known.iter().copied().filter(|n| !named(n)).collect();
    let new: Vec<&str> =
        reply.said.iter().map(|s| s.text.as_str()).filter(|said| !known.iter().any(|n| same_person(n, said))).collect();
    let mut parts = Vec::new();
    if !new.is_empty() {
        parts.push(format!("{who} also names {}", some_of(&new)));
    }
    if !unnamed.is_empty() {
        parts.push(format!("the log also has {}", some_of(&unnamed)));
    }
    let agrees = parts.is_empty();
    let sentence = if agrees {
        format!("{who} and the log name the same people.")
    } else {
        format!("{}.", capital(&parts.join("; ")))
    };
    Some(Beside { log: some_of(&known), agrees: Some(agrees), sentence })
}

/// `Eva, Tom and 3 more`.
fn some_of(names: &[&str]) -> String {
    match names {
        [a, b, c, rest @ ..] if rest.len() > 1 => listed(&[*a, *b, *c, &format!("{} more", rest.len())], "and"),
        names => listed(names, "and"),
    }
}

fn has_word(event: &Event, words: &[&str]) -> bool {
    let tag = attribute(event, "tag").unwrap_or_default();
    let content = attribute(event, "content").unwrap_or_default();
    let name = format!("{} {} {tag} {content}", event.kind, event.activity).to_lowercase();
    words.iter().any(|w| name.contains(w))
}

/// What the log can know of what was presented: the option, the words in an event's name, what the event is called.
const SHOWN: [(&str, &[&str], &str); 4] = [
    ("a demonstration", &["demo"], "a demonstration"),
    ("a written offer", &["quote", "proposal sent", "offer", "angebot"], "an offer"),
    ("a trial or pilot", &["trial", "pilot"], "a trial"),
    ("references or testimonials", &["testimonial", "reference", "case study"], "a reference"),
];

fn presented(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let (mut log, mut differ) = (Vec::new(), Vec::new());
    for (option, words, called) in SHOWN {
        let first = facts.touches.iter().find(|e| has_word(e, words));
        let said = reply.said.iter().any(|s| s.text == option);
        // a log that never names such a thing does not say that there was none, but for the demonstration
        match first {
            Some(event) => log.push(format!("{called} on {}", on(event.at))),
            None if said && option == "a demonstration" && facts.touches.len() > 2 => {
                differ.push("the log has no demonstration".to_owned());
            }
            None => {}
        }
        if let Some(event) = first.filter(|_| !said) {
            differ.push(format!("the log has {called} on {}, which {who} does not mention", on(event.at)));
        }
    }
    if log.is_empty() && differ.is_empty() {
        return None;
    }
    let agrees = differ.is_empty();
    let sentence = if agrees {
        format!("{who} and the log agree: it has {}.", log.join(", "))
    } else {
        format!("{}.", capital(&differ.join("; ")))
    };
    let log = if log.is_empty() { "no demonstration".to_owned() } else { log.join(", ") };
    Some(Beside { log, agrees: Some(agrees), sentence })
}

/// The values that the deal had, in order.
fn values(facts: &Facts<'_>) -> Vec<f64> {
    let set = facts.events.iter().filter(|e| model::event::sets_fields(&e.kind));
    let values = set.filter_map(|e| attribute(e, field::VALUE)).filter_map(|v| v.parse::<f64>().ok());
    values.filter(|v| *v > 0.0).collect()
}

fn discount(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let said: f64 = only(reply)?.parse().ok()?;
    let noted = facts.deal.attributes.iter().find(|(name, _)| name.to_lowercase().contains("discount"));
    let noted = noted.and_then(|(_, v)| v.trim().trim_end_matches('%').trim().parse::<f64>().ok());
    let values = values(facts);
    let (log, found) = match (noted, values.first(), values.last()) {
        // a share is often kept as 0.1
        (Some(share), ..) => {
            let share = if share > 0.0 && share < 1.0 { share * 100.0 } else { share };
            (format!("a discount of {share:.0} %"), share)
        }
        (None, Some(first), Some(last)) if last < first => {
            let share = (first - last) / first * 100.0;
            (format!("the value going from {first} to {last}, {share:.0} % down"), share)
        }
        _ => return None,
    };
    let agrees = (said - found).abs() <= ROUGHLY_POINTS;
    let sentence = match agrees {
        true => format!("{who} and the log agree: it has {log}."),
        false => format!("{who} remembers {said} %; the log has {log}."),
    };
    Some(Beside { log, agrees: Some(agrees), sentence })
}

fn list_price(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let said: f64 = only(reply)?.parse().ok()?;
    let last = facts.deal.value.as_ref().filter(|v| v.minor > 0)?;
    // the value of a remembered deal is part of what is remembered
    values(facts).last()?;
    let found = last.minor as f64 / 100.0;
    let log = format!("a value of {} {}", model::money::decimal(last.minor), last.currency).trim_end().to_owned();
    let agrees = (said < found * 0.99).then_some(false);
    let sentence = match agrees {
        Some(_) => format!("{who} remembers a list price of {said}, which is less than the deal's value: {log}."),
        None => format!("{who} remembers a list price of {said}; the log has {log}."),
    };
    Some(Beside { log, agrees, sentence })
}

/// The words in a title that go with an option of `interview.decider`.
const TITLES: [(&str, &[&str]); 6] = [
    ("finance", &["cfo", "financ", "controller"]),
    ("purchasing", &["purchas", "procure", "buyer", "einkauf"]),
    ("IT", &["cio", "cto", "it ", "information", "technology", "engineer"]),
    ("the managing director or owner", &["ceo", "managing director", "owner", "founder", "president", "geschäftsf"]),
    ("a head of department", &["head", "director", "vp", "manager", "lead", "leiter", "chief"]),
    ("the user", &["user", "analyst", "clerk", "specialist"]),
];

fn decider(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let said = only(reply)?;
    let decides = |e: &&&Event| {
        let role = attribute(e, "role").unwrap_or_default().to_lowercase().replace(['-', '_'], " ");
        role.contains("decision") || role.contains("economic buyer")
    };
    let seen = facts.events.iter().rfind(decides)?;
    let (name, title) = (attribute(seen, "name").or(seen.actor.as_deref()), attribute(seen, "title"));
    let log = [name, title].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let log = if log.is_empty() { format!("“{}” with a decision maker", seen.activity) } else { log };
    let title = title.map(|t| format!("{} ", t.to_lowercase()));
    let of_title = title.and_then(|t| TITLES.iter().find(|(_, words)| words.iter().any(|w| t.contains(w))));
    let is_option = TITLES.iter().any(|(option, _)| *option == said);
    let agrees = of_title.filter(|_| is_option).map(|(option, _)| *option == said);
    let sentence = match agrees {
        Some(true) => format!("{who} and the log agree: it has {log} as decision maker."),
        _ => format!("{who} remembers that {said} decided; the log has {log} as decision maker."),
    };
    Some(Beside { log, agrees, sentence })
}

fn duration(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let said = only(reply)?;
    let remembered = days_of(said)?;
    let closed = facts.events.iter().find(|e| matches!(e.kind.as_str(), kind::WON | kind::LOST))?;
    let (from, to) = (facts.deal.created?, facts.deal.closed.filter(|_| !closed.undated)?);
    let days = days_between(from, to);
    let close = (remembered - days).abs() <= ROUGHLY_DAYS;
    let agrees = close || (remembered <= days * 1.5 && days <= remembered * 1.5);
    let log = format!("{} from the first moment to the close", counted(days.round().max(0.0) as u64, "day"));
    let sentence = match agrees {
        true => format!("{who} and the log agree: it has {log}."),
        false => format!("{who} remembers {said}; the log has {log}."),
    };
    Some(Beside { log, agrees: Some(agrees), sentence })
}

/// The words in an event's name that go with an option of `interview.after-sale`.
const AFTER: [(&str, &[&str]); 6] = [
    ("a kick-off meeting", &["kick", "meeting", "onboarding"]),
    ("hand-over to account management", &["hand-over", "handover", "account management"]),
    ("training", &["training", "schulung"]),
    ("installation or delivery", &["install", "deliver", "setup", "implementation"]),
    ("a thank-you call or letter", &["thank", "call", "mail", "letter"]),
    ("the invoice", &["invoice", "billing", "rechnung"]),
];

fn after_sale(reply: &Reply, facts: &Facts<'_>, who: &str) -> Option<Beside> {
    let (said, closed) = (only(reply)?, facts.deal.closed?);
    let first = facts.touches.iter().find(|e| e.at > closed)?;
    let days = days_between(closed, first.at);
    let log = format!("“{}” as first entry after the close, {}", first.activity, later(days));
    let agrees = match AFTER.iter().find(|(option, _)| *option == said) {
        Some((_, words)) => Some(has_word(first, words)),
        None if said == "nothing for weeks" => Some(days >= WEEKS),
        None => None,
    };
    let sentence = match agrees {
        Some(true) => format!("{who} and the log agree: it has {log}."),
        _ => format!("{who} remembers {said}; the log has {log}."),
    };
    Some(Beside { log, agrees, sentence })
}

/// What a field of the deal says whose name has one of these words.
fn noted(reply: &Reply, facts: &Facts<'_>, who: &str, words: &[&str]) -> Option<Beside> {
    let of = |(name, value): &(&String, &String)| {
        let name = name.to_lowercase();
        words.iter().any(|w| name.contains(w)) && value.chars().any(char::is_alphabetic)
    };
    let (name, value) = facts.deal.attributes.iter().find(of)?;
    let texts = reply.said.iter().map(|s| normalised(&s.text));
    let noted = normalised(value);
    let agrees = texts.into_iter().any(|said| said.contains(&noted) || noted.contains(&said)).then_some(true);
    let said = reply.said.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(", ");
    let log = format!("{name}: {value}");
    let sentence = match agrees {
        Some(_) => format!("{who} and the log agree ({log})."),
        None => format!("{who} says {said}; the deal's field says {log}."),
    };
    Some(Beside { log, agrees, sentence })
}
