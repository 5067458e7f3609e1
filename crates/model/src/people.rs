//! The people on the prospect's side of a deal, as its events tell them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    event::{Event, Side, kind},
    process::{lists_word, same_word},
    touchpoint::is_kind,
};

/// Roles that can say yes.
pub const DECIDERS: [&str; 6] = ["decision-maker", "economic-buyer", "buyer", "signatory", "approver", "budget-holder"];

/// Where somebody stands on buying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PersonStand)]
pub enum Stand {
    /// Wants it.
    For,
    /// Neither.
    Neutral,
    /// Does not want it.
    Against,
    /// Nobody knows.
    #[default]
    Unknown,
}

/// How much somebody's word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PersonInfluence)]
pub enum Influence {
    /// Others follow.
    High,
    /// They are heard.
    Medium,
    /// Others decide.
    Low,
    /// Nobody said.
    #[default]
    Unknown,
}

impl Stand {
    /// The word stored: `for`, `neutral`, …
    pub fn word(self) -> &'static str {
        match self {
            Self::For => "for",
            Self::Neutral => "neutral",
            Self::Against => "against",
            Self::Unknown => "unknown",
        }
    }

    fn of_word(word: &str) -> Self {
        let all = [Self::For, Self::Neutral, Self::Against];
        all.into_iter().find(|stand| same_word(stand.word(), word)).unwrap_or_default()
    }
}

impl Influence {
    /// The word stored: `high`, `medium`, `low`.
    pub fn word(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
            Self::Unknown => "unknown",
        }
    }

    fn of_word(word: &str) -> Self {
        let all = [Self::High, Self::Medium, Self::Low];
        all.into_iter().find(|influence| same_word(influence.word(), word)).unwrap_or_default()
    }
}

/// Somebody on the prospect's side.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct DealPerson {
    /// Their name; empty where only an address or a role is known.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// What they are in their organisation.
    pub title: Option<String>,
    /// What they are in the decision: `decision-maker`, `champion`, `blocker`, `user`, …
    pub role: Option<String>,
    /// How often they acted: wrote, attended, opened, accepted.
    pub acts: u64,
    /// When they last did.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub last: Option<Timestamp>,
    /// Where they stand.
    pub stand: Stand,
    /// How much their word counts.
    pub influence: Influence,
    /// They took part in a meeting, a call or a visit.
    pub met: bool,
    /// They accepted a quote.
    pub accepted: bool,
}

/// Attributes of an event that list who was there.
const THERE: [&str; 3] = ["participants", "participant", "attendees"];

/// Name of the attribute that tells by which name or address somebody was known before.
pub const WAS: &str = "was";
/// Name of the attribute that tells where somebody stands.
pub const STAND: &str = "stand";
/// Name of the attribute that tells how much somebody's word counts.
pub const INFLUENCE: &str = "influence";

/// The people of a deal in the order in which they became known. Those with the same address, or else the same name, are
/// one; what is said later of somebody counts, also that something is not so any more. Who acts on the prospect's side is of them, whether or not anybody added
/// them; who is only listed as there acts where somebody added them, as our own people are listed too.
pub fn people(events: &[Event]) -> Vec<DealPerson> {
    let mut all: Vec<DealPerson> = Vec::new();
    for event in events {
        if event.kind == kind::PERSON {
            added(&mut all, event, "name");
        } else if event.kind == kind::PERSON_REMOVED {
            let gone = place(&all, &[attribute(event, WAS)]);
            gone.map(|at| all.remove(at));
        } else if event.kind == kind::LEAD_CREATED || event.kind == kind::LEAD_SEEN {
            // Who a lead is about has their name beside that of the deal.
            if attribute(event, "contact").or_else(|| attribute(event, "email")).is_some() {
                added(&mut all, event, "contact");
            }
        } else if event.side == Side::Prospect {
            acted(&mut all, event);
        }
    }
    all
}

/// What is told of somebody, without what is known of them already.
pub fn only_news(known: &[DealPerson], event: Event) -> Event {
    let after = |event: &Event| {
        let mut all = known.to_vec();
        added(&mut all, event, "name");
        all
    };
    let whole = after(&event);
    ["email", "title", "role", STAND, INFLUENCE].into_iter().fold(event, |event, field| {
        let mut less = event.clone();
        less.attributes.remove(field);
        if after(&less) == whole { less } else { event }
    })
}

fn attribute<'a>(event: &'a Event, name: &str) -> Option<&'a str> {
    event.attributes.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
}

/// Whether a text names somebody: by their address or their name.
fn is(person: &DealPerson, text: &str) -> bool {
    let same = |own: &str| !own.is_empty() && same_word(own, text);
    same(&person.name) || person.email.as_deref().is_some_and(same)
}

fn place(all: &[DealPerson], texts: &[Option<&str>]) -> Option<usize> {
    texts.iter().flatten().find_map(|text| all.iter().position(|person| is(person, text)))
}

fn added(all: &mut Vec<DealPerson>, event: &Event, named: &str) {
    let [name, email, role] = [named, "email", "role"].map(|field| attribute(event, field));
    let known = place(all, &[attribute(event, WAS), email, name]);
    // A role alone stands for somebody whose name is not known.
    let nameless = || all.iter().position(|p| p.name.is_empty() && p.email.is_none() && p.role.as_deref() == role);
    let known = known.or_else(|| if name.is_none() && email.is_none() { nameless() } else { None });
    let at = known.unwrap_or_else(|| {
        all.push(DealPerson::default());
        all.len() - 1
    });
    let Some(person) = all.get_mut(at) else { return };
    if let Some(name) = name {
        person.name = name.to_owned();
    }
    let fields = [("email", &mut person.email), ("title", &mut person.title), ("role", &mut person.role)];
    for (field, kept) in fields {
        if event.attributes.contains_key(field) {
            *kept = attribute(event, field).map(str::to_owned);
        }
    }
    if event.attributes.contains_key(STAND) {
        person.stand = attribute(event, STAND).map(Stand::of_word).unwrap_or_default();
    }
    if event.attributes.contains_key(INFLUENCE) {
        person.influence = attribute(event, INFLUENCE).map(Influence::of_word).unwrap_or_default();
    }
}

fn acted(all: &mut Vec<DealPerson>, event: &Event) {
    let by = event.actor.as_deref().map(str::trim).filter(|by| !by.is_empty() && !same_word(by, "prospect"));
    if let Some(by) = by {
        let at = place(all, &[Some(by)]).unwrap_or_else(|| {
            let is_address = by.contains('@');
            let email = is_address.then(|| by.to_owned());
            all.push(DealPerson {
                name: if is_address { String::new() } else { by.to_owned() },
                email,
                ..Default::default()
            });
            all.len() - 1
        });
        if let Some(person) = all.get_mut(at) {
            count(person, event);
            person.accepted |= event.kind == kind::QUOTE_ACCEPTED;
            person.role = person.role.take().or_else(|| attribute(event, "role").map(str::to_owned));
        }
    }
    let there = THERE.iter().filter_map(|name| attribute(event, name)).flat_map(|list| list.split([',', ';']));
    for name in there.map(str::trim).filter(|name| by.is_none_or(|by| !same_word(by, name))) {
        if let Some(person) = all.iter_mut().find(|person| is(person, name)) {
            count(person, event);
        }
    }
}

/// How the kinds begin of events at which one meets somebody.
const MEETINGS: [&str; 4] = ["meeting.attended", "call", "visit", "demo"];

fn count(person: &mut DealPerson, event: &Event) {
    person.acts += 1;
    person.met |= MEETINGS.iter().any(|kind| is_kind(kind, &event.kind, &event.activity));
    if !event.undated {
        person.last = person.last.max(Some(event.at));
    }
}

/// A decision maker whose word is not certain, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BuyInGap {
    /// Their name, address or role; empty where no decision maker is known at all.
    pub who: String,
    /// What is not certain, in a sentence.
    pub says: String,
}

/// Of those who decide, who has not been met, is against, or has not let anybody know where they stand.
pub fn buy_in(people: &[DealPerson]) -> Vec<BuyInGap> {
    let decides = |person: &&DealPerson| {
        person.role.as_deref().is_some_and(|role| DECIDERS.iter().any(|decider| lists_word(role, decider)))
    };
    let deciders: Vec<&DealPerson> = people.iter().filter(decides).collect();
    if deciders.is_empty() {
        let says = "Nobody is known who decides.".to_owned();
        return vec![BuyInGap { who: String::new(), says }];
    }
    deciders.into_iter().filter_map(gap).collect()
}

fn gap(person: &DealPerson) -> Option<BuyInGap> {
    let known = [Some(person.name.as_str()), person.email.as_deref(), person.role.as_deref()];
    let who = known.into_iter().flatten().find(|word| !word.is_empty())?.to_owned();
    let unmet = (!person.met && !person.accepted).then_some("has not been met");
    let stand = match person.stand {
        _ if person.accepted => None,
        Stand::For => None,
        Stand::Neutral => Some("is neither for nor against"),
        Stand::Against => Some("is against"),
        Stand::Unknown => Some("has not let you know where they stand"),
    };
    let told: Vec<&str> = unmet.into_iter().chain(stand).collect();
    (!told.is_empty()).then(|| BuyInGap { says: format!("{who} {}.", told.join(" and ")), who })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::ids::{DealId, EventId};

    /// `kind side actor name=value …` at second `n`.
    fn event(n: i64, text: &str) -> Event {
        let mut words = text.split(' ');
        let mut next = || words.next().unwrap_or_default().to_owned();
        let (kind, side, actor) = (next(), next(), next());
        let attributes = words.filter_map(|w| w.split_once('=')).map(|(n, v)| (n.to_owned(), v.replace('_', " ")));
        Event {
            id: EventId::of_key(&n.to_string()),
            deal: DealId::of_key("1"),
            at: Timestamp::from_second(n).unwrap_or_default(),
            undated: false,
            kind,
            activity: String::new(),
            stage: None,
            side: if side == "p" { Side::Prospect } else { Side::Rep },
            actor: (actor != "-").then(|| actor.replace('_', " ")),
            attributes: attributes.collect(),
            import: None,
        }
    }

    fn told(events: &[&str]) -> Vec<String> {
        let events: Vec<Event> = (1..).zip(events).map(|(n, text)| event(n, text)).collect();
        let last = |p: &DealPerson| p.last.map_or(0, Timestamp::as_second);
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        people(&events)
            .iter()
            .map(|p| format!("{}|{}|{}|{}|{}", p.name, text(&p.email), text(&p.role), p.acts, last(p)))
            .collect()
    }

    #[rstest]
    #[case(&[], "person.added r Rep name=Anna email= title=CFO stand=unknown", "title=CFO")]
    #[case(&["person.added r Rep name=Anna title=CFO"], "person.added r Rep name=Anna title= stand=unknown", "title=")]
    #[case(&["person.added r Rep name=Anna stand=for"], "person.added r Rep name=Anna stand=unknown", "stand=unknown")]
    #[case(&["person.added r Rep name=Anna title=CFO"], "person.added r Rep name=Anna title=CFO role=user", "role=user")]
    fn what_is_known_is_not_told_again(#[case] before: &[&str], #[case] new: &str, #[case] told: &str) {
        let before: Vec<Event> = (1..).zip(before).map(|(n, text)| event(n, text)).collect();
        let event = only_news(&people(&before), event(9, new));
        let told_of: Vec<String> =
            event.attributes.iter().filter(|(n, _)| *n != "name").map(|(n, value)| format!("{n}={value}")).collect();
        assert_eq!(told_of.join(" "), told);
    }

    const ANNA: &str = "person.added r Rep name=Anna_Berg email=a@x.example role=champion";

    #[rstest]
    #[case(&[ANNA, "email.received p A@X.example", "call r Rep"], &["Anna Berg|a@x.example|champion|1|2"])]
    #[case(&[ANNA, "meeting.attended p anna_berg participants=Anna_Berg,Ben"], &["Anna Berg|a@x.example|champion|1|2"])]
    #[case(&[ANNA, "meeting.attended p - attendees=Our_Rep;Anna_Berg"], &["Anna Berg|a@x.example|champion|1|2"])]
    #[case(&[ANNA, "person.added r Rep email=a@x.example role=decision-maker"], &["Anna Berg|a@x.example|decision-maker|0|0"])]
    #[case(&[ANNA, "meeting.attended r Rep participants=Anna_Berg"], &["Anna Berg|a@x.example|champion|0|0"])]
    #[case(&["call p Cy role=user", "call p prospect"], &["Cy||user|1|1"])]
    #[case(&["call p c@y.example"], &["|c@y.example||1|1"])]
    #[case(&["person.added r Rep role=blocker", "person.added r Rep role=blocker"], &["||blocker|0|0"])]
    #[case(&[ANNA, "person.added r Rep was=Anna_Berg name=Anna_Kern email=k@x.example"], &["Anna Kern|k@x.example|champion|0|0"])]
    #[case(&[ANNA, "person.added r Rep was=a@x.example name=Anna_Berg email= role="], &["Anna Berg|||0|0"])]
    #[case(&[ANNA, "person.removed r Rep was=Anna_Berg"], &[])]
    #[case(&[ANNA, "person.removed r Rep was=a@x.example", "call p Anna_Berg"], &["Anna Berg|||1|3"])]
    #[case(&[ANNA, "person.removed r Rep was=Nobody"], &["Anna Berg|a@x.example|champion|0|0"])]
    #[case(&[], &[])]
    fn who_is_on_a_deal(#[case] events: &[&str], #[case] expected: &[&str]) {
        assert_eq!(told(events), expected);
    }

    const BOSS: &str = "person.added r Rep name=Ben role=decision-maker";

    #[rstest]
    #[case(&[], "Nobody is known who decides.")]
    #[case(&[ANNA], "Nobody is known who decides.")]
    #[case(&[BOSS], "Ben has not been met and has not let you know where they stand.")]
    #[case(&[BOSS, "meeting.attended p Ben"], "Ben has not let you know where they stand.")]
    #[case(&[BOSS, "email.received p Ben", "person.added r Rep name=Ben stand=for"], "Ben has not been met.")]
    #[case(&[BOSS, "call p Ben", "person.added r Rep name=Ben stand=Against influence=high"], "Ben is against.")]
    #[case(&[BOSS, "call p Ben", "person.added r Rep name=Ben stand=for"], "")]
    #[case(&[BOSS, "quote.accepted p Ben"], "")]
    #[case(&[BOSS, "call p Ben", "person.added r Rep name=Ben stand=for", "person.added r Rep name=Ben stand="], "Ben has not let you know where they stand.")]
    fn whose_word_is_not_certain(#[case] events: &[&str], #[case] expected: &str) {
        let events: Vec<Event> = (1..).zip(events).map(|(n, text)| event(n, text)).collect();
        let says: Vec<String> = buy_in(&people(&events)).into_iter().map(|gap| gap.says).collect();
        assert_eq!(says.join(" "), expected);
    }
}
