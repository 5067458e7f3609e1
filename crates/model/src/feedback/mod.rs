//! What people say of the process: what hinders at a stage or a task, what is missing, unclear, or good as it is.
//!
//! An item is what its facts tell, in the order in which they were recorded: who said what, who is held up too, who took
//! it up, what became of it. [`rules`] says who may add which fact, [`summary`] and [`trend`] count.

pub mod place;
pub mod pulse;
pub mod rules;
pub mod summary;
#[cfg(test)]
mod tests;
pub mod trend;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

pub use self::place::{PartKind, Place, PlacePart, Still};
use crate::{
    Timestamp,
    ids::{DealId, UserId},
};

/// What somebody says of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FeedbackKind)]
pub enum Kind {
    /// It hinders.
    Hinders,
    /// Something is missing: content, a tool.
    Missing,
    /// It is unclear.
    Unclear,
    /// Good as it is.
    Praise,
}

impl Kind {
    /// Whether it speaks against the process as it is.
    pub fn is_negative(self) -> bool {
        self != Self::Praise
    }

    /// The word stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hinders => "hinders",
            Self::Missing => "missing",
            Self::Unclear => "unclear",
            Self::Praise => "praise",
        }
    }
}

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FeedbackPerson)]
pub struct Person {
    /// Their id.
    pub id: UserId,
    /// Their name at the time.
    pub name: String,
}

/// What somebody does about an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "act", rename_all = "kebab-case")]
#[schema(as = FeedbackFactAct)]
pub enum Act {
    /// Says it.
    Said {
        /// What kind of thing.
        kind: Kind,
        /// In a sentence.
        words: String,
        /// Where.
        place: Place,
        /// The deal it happened at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deal: Option<DealId>,
    },
    /// Says it otherwise.
    Reworded {
        /// What kind of thing.
        kind: Kind,
        /// In a sentence.
        words: String,
    },
    /// Is held up by it too.
    MeToo,
    /// Is not, after all.
    NotMe,
    /// Adds something.
    Commented {
        /// In words.
        words: String,
    },
    /// Sees to it that something is done, or has somebody see to it.
    TakenUp {
        /// Who.
        owner: Person,
        /// By when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Date>,
    },
    /// It is done.
    Done {
        /// What was changed.
        words: String,
    },
    /// Nothing is done.
    Declined {
        /// Why.
        words: String,
    },
    /// It is not done after all.
    Reopened {
        /// Why.
        words: String,
    },
    /// It says the same as another one.
    Joined {
        /// The other one.
        into: Uuid,
    },
    /// It does not, after all.
    Parted,
    /// Its author takes it back.
    Withdrawn,
    /// Its author says it again.
    Restored,
}

/// What happened to an item: who, when, what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FeedbackFact)]
pub struct Fact {
    /// Its id.
    pub id: Uuid,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// Who.
    pub by: Person,
    /// What.
    #[serde(flatten)]
    pub act: Act,
}

/// How it stands with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FeedbackState)]
pub enum State {
    /// Nobody has answered.
    Open,
    /// Somebody sees to it.
    TakenUp,
    /// Something was changed.
    Done,
    /// Nothing is changed, for a reason.
    Declined,
    /// Its author took it back.
    Withdrawn,
}

impl State {
    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::TakenUp)
    }

    /// The word stored and sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::TakenUp => "taken-up",
            Self::Done => "done",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A time during which something was to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From when.
    pub from: Timestamp,
    /// Until it was done or declined; none while it is open.
    pub to: Option<Timestamp>,
}

/// Something that was said of the process, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: Uuid,
    /// What kind of thing.
    pub kind: Kind,
    /// In a sentence.
    pub words: String,
    /// It was said otherwise at first.
    pub reworded: bool,
    /// Where.
    pub place: Place,
    /// The deal it happened at.
    pub deal: Option<DealId>,
    /// Who said it.
    pub author: Person,
    /// When.
    pub at: Timestamp,
    /// How it stands.
    pub state: State,
    /// Who sees to it.
    pub owner: Option<Person>,
    /// Since when.
    pub owner_since: Option<Timestamp>,
    /// By when.
    pub until: Option<Date>,
    /// What was changed, or why nothing is.
    pub answer: Option<String>,
    /// When somebody first took it up, did it or declined it.
    pub answered: Option<Timestamp>,
    /// Who else is held up, the first first; nobody twice, and not the author.
    pub me_too: Vec<Person>,
    /// Who has said something about it besides the author.
    pub commented: Vec<Person>,
    /// The item that it says the same as.
    pub joined: Option<Uuid>,
    /// When it was open. A clock that was set back ends no time before it began.
    pub spans: Vec<Span>,
}

impl Item {
    /// The item that facts tell of; none of facts that do not begin with what was said.
    pub fn of(id: Uuid, facts: &[Fact]) -> Option<Self> {
        let (first, rest) = facts.split_first()?;
        let Act::Said { kind, words, place, deal } = &first.act else { return None };
        let mut item = Self {
            id,
            kind: *kind,
            words: words.clone(),
            reworded: false,
            place: place.clone(),
            deal: *deal,
            author: first.by.clone(),
            at: first.at,
            state: State::Open,
            owner: None,
            owner_since: None,
            until: None,
            answer: None,
            answered: None,
            me_too: Vec::new(),
            commented: Vec::new(),
            joined: None,
            spans: vec![Span { from: first.at, to: None }],
        };
        rest.iter().for_each(|fact| item.take(fact));
        Some(item)
    }

    fn take(&mut self, fact: &Fact) {
        match &fact.act {
            Act::Said { .. } => {}
            Act::Reworded { kind, words } => {
                (self.kind, self.words, self.reworded) = (*kind, words.clone(), true);
            }
            Act::MeToo => {
                if self.author.id != fact.by.id && !self.is_held_up(fact.by.id) {
                    self.me_too.push(fact.by.clone());
                }
            }
            Act::NotMe => self.me_too.retain(|person| person.id != fact.by.id),
            Act::Commented { .. } => {
                if self.author.id != fact.by.id && self.commented.iter().all(|p| p.id != fact.by.id) {
                    self.commented.push(fact.by.clone());
                }
            }
            Act::TakenUp { owner, until } => {
                if self.owner.as_ref().is_none_or(|before| before.id != owner.id) {
                    self.owner_since = Some(fact.at);
                }
                (self.state, self.owner, self.until) = (State::TakenUp, Some(owner.clone()), *until);
                self.answered = self.answered.or(Some(fact.at));
            }
            Act::Done { words } => self.settle(State::Done, words, fact.at),
            Act::Declined { words } => self.settle(State::Declined, words, fact.at),
            Act::Reopened { .. } => {
                self.state = if self.owner.is_some() { State::TakenUp } else { State::Open };
                self.answer = None;
                self.spans.push(Span { from: fact.at, to: None });
            }
            Act::Joined { into } => self.joined = Some(*into),
            Act::Parted => self.joined = None,
            Act::Withdrawn => self.state = State::Withdrawn,
            Act::Restored => self.state = if self.owner.is_some() { State::TakenUp } else { State::Open },
        }
    }

    fn settle(&mut self, state: State, words: &str, at: Timestamp) {
        (self.state, self.answer) = (state, Some(words.to_owned()));
        self.answered = self.answered.or(Some(at));
        if let Some(last) = self.spans.last_mut().filter(|span| span.to.is_none()) {
            last.to = Some(at.max(last.from));
        }
    }

    /// Whether somebody said that they are held up too.
    pub fn is_held_up(&self, person: UserId) -> bool {
        self.me_too.iter().any(|other| other.id == person)
    }

    /// Whether it counts: it was not taken back, and says something of its own.
    pub fn counts(&self) -> bool {
        self.state != State::Withdrawn && self.joined.is_none()
    }

    /// Whether something is still to be done about it.
    pub fn is_open(&self) -> bool {
        self.counts() && self.state.is_open()
    }

    /// Whole days since it was said, of the time that it is open.
    pub fn open_days(&self, now: Timestamp) -> i64 {
        let since = self.spans.last().map_or(self.at, |span| span.from);
        (now.duration_since(since).as_hours() / 24).max(0)
    }
}

/// Who is held up by an item and those that say the same: authors and who said “me too”, each once.
pub fn held_up<'a>(item: &'a Item, joined: impl Iterator<Item = &'a Item>) -> Vec<&'a Person> {
    let mut all: Vec<&Person> = Vec::new();
    for one in std::iter::once(item).chain(joined.filter(|other| other.state != State::Withdrawn)) {
        for person in std::iter::once(&one.author).chain(&one.me_too) {
            if all.iter().all(|known| known.id != person.id) {
                all.push(person);
            }
        }
    }
    all
}
