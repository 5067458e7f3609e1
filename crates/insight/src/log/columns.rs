//! The columns: one row a deal, one row an event.

use model::{Outcome, Side, Timestamp, event::kind, ids::DealId};
use rustc_hash::FxHashMap;

use super::dictionary::{Dictionary, NONE};

/// Stands for "no date" in a column of moments, which count microseconds since 1970. It sorts after every date.
pub(crate) const NEVER: i64 = i64::MAX;
/// Stands for "no value" in the column of values.
pub(crate) const NO_VALUE: i64 = i64::MIN;

/// Fields that every log has a column for, in the order of [`Deals::fields`]; attributes follow.
pub(crate) const FIELDS: [&str; 5] = [
    model::deal::field::OWNER,
    model::deal::field::TEAM,
    model::deal::field::PRODUCT,
    model::deal::field::ACCOUNT,
    model::deal::field::CURRENCY,
];
/// Place of the owner in [`Deals::fields`].
pub(crate) const OWNER: usize = 0;
/// Place of the team.
pub(crate) const TEAM: usize = 1;
/// Place of the product.
pub(crate) const PRODUCT: usize = 2;
/// Place of the account.
pub(crate) const ACCOUNT: usize = 3;
/// Place of the currency.
pub(crate) const CURRENCY: usize = 4;

/// Microseconds of a moment, [`NEVER`] for none.
pub(crate) fn micros(at: Option<Timestamp>) -> i64 {
    at.map_or(NEVER, Timestamp::as_microsecond)
}

/// The moment, none for [`NEVER`].
pub(crate) fn moment(at: i64) -> Option<Timestamp> {
    if at == NEVER { None } else { Timestamp::from_microsecond(at).ok() }
}

/// One column of texts. Rows beyond the end of `codes` have none.
#[derive(Debug, Clone, Default)]
pub(crate) struct Field {
    pub name: String,
    pub values: Dictionary,
    pub codes: Vec<u32>,
}

impl Field {
    fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    pub(crate) fn code(&self, deal: u32) -> u32 {
        self.codes.get(deal as usize).copied().unwrap_or(NONE)
    }

    pub(crate) fn value(&self, deal: u32) -> Option<&str> {
        self.values.some(self.code(deal))
    }

    fn set(&mut self, deal: u32, value: &str) {
        let code = if value.is_empty() { NONE } else { self.values.intern(value) };
        let at = deal as usize;
        if self.codes.len() <= at {
            self.codes.resize(at + 1, NONE);
        }
        self.codes[at] = code;
    }
}

/// Deals, one row each; the row's number is the code of its key.
#[derive(Debug, Clone, Default)]
pub(crate) struct Deals {
    pub keys: Dictionary,
    /// Ids that are not made from the key.
    pub ids: FxHashMap<u32, DealId>,
    pub live: Vec<bool>,
    /// The version as the store counts it; 0 where the log was built from files.
    pub version: Vec<i64>,
    pub names: Dictionary,
    pub name: Vec<u32>,
    pub fields: Vec<Field>,
    pub value: Vec<i64>,
    /// List price and agreed price, in minor units, of deals of which a quote was agreed on.
    pub agreed: FxHashMap<u32, (i64, i64)>,
    pub stage: Vec<u32>,
    pub stage_since: Vec<i64>,
    pub outcome: Vec<Outcome>,
    pub created: Vec<i64>,
    pub closed: Vec<i64>,
    /// The last dated moment of the deal; [`i64::MIN`] without any.
    pub last: Vec<i64>,
    /// Its first event.
    pub start: Vec<u32>,
    /// How many events.
    pub count: Vec<u32>,
}

impl Deals {
    pub(crate) fn with_fields() -> Self {
        Self { fields: FIELDS.iter().map(|f| Field::named(f)).collect(), ..Self::default() }
    }

    pub(crate) fn rows(&self) -> usize {
        self.live.len()
    }

    /// The row of a key; a new one with nothing in it if the key is new.
    pub(crate) fn row(&mut self, key: &str) -> u32 {
        let deal = self.keys.intern(key);
        self.grow();
        deal
    }

    /// Gives every key a row.
    pub(crate) fn grow(&mut self) {
        let n = self.keys.len();
        if n == self.rows() {
            return;
        }
        self.live.resize(n, true);
        self.version.resize(n, 0);
        self.name.resize(n, NONE);
        self.value.resize(n, NO_VALUE);
        self.stage.resize(n, NONE);
        self.stage_since.resize(n, NEVER);
        self.outcome.resize(n, Outcome::Open);
        self.created.resize(n, NEVER);
        self.closed.resize(n, NEVER);
        self.last.resize(n, i64::MIN);
        self.start.resize(n, 0);
        self.count.resize(n, 0);
    }

    /// Sets a field or attribute.
    pub(crate) fn set(&mut self, deal: u32, name: &str, value: &str) {
        let at = deal as usize;
        match name {
            model::deal::field::NAME => self.name[at] = if value.is_empty() { NONE } else { self.names.intern(value) },
            model::deal::field::VALUE => self.value[at] = model::money::parse_minor(value).unwrap_or(NO_VALUE),
            _ => {
                let column = self.field_or_new(name);
                self.fields[column].set(deal, value);
            }
        }
    }

    /// Sets what another table tells of one of its deals; not its stage, which is a number of that table.
    pub(crate) fn tell(&mut self, deal: u32, from: &Self, told: u32) {
        let (at, other) = (deal as usize, told as usize);
        for field in &from.fields {
            if let Some(value) = field.value(told) {
                let column = self.field_or_new(&field.name);
                self.fields[column].set(deal, value);
            }
        }
        if let Some(name) = from.names.some(from.name[other]) {
            self.name[at] = self.names.intern(name);
        }
        if from.value[other] != NO_VALUE {
            self.value[at] = from.value[other];
        }
        if from.outcome[other] != Outcome::Open {
            self.outcome[at] = from.outcome[other];
        }
        if from.created[other] != NEVER {
            self.created[at] = from.created[other];
        }
        if from.closed[other] != NEVER {
            self.closed[at] = from.closed[other];
        }
    }

    fn field_or_new(&mut self, name: &str) -> usize {
        self.fields.iter().position(|f| f.name == name).unwrap_or_else(|| {
            self.fields.push(Field::named(name));
            self.fields.len() - 1
        })
    }

    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.name == name)
    }
}

/// What an event is to the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A stage was entered.
    Stage,
    /// Closed, won.
    Won,
    /// Closed, lost.
    Lost,
    /// A stage was left and no other entered.
    Left,
    /// Something was done.
    Activity,
    /// Book-keeping, not shown.
    Admin,
}

impl Class {
    fn of(kind: &str) -> Self {
        match kind {
            kind::STAGE => Self::Stage,
            kind::STAGE_LEFT => Self::Left,
            kind::WON => Self::Won,
            kind::LOST => Self::Lost,
            kind::CREATED
            | kind::CHANGED
            | kind::TAGGED
            | kind::UNTAGGED
            | kind::OVERRIDE
            | kind::TASK_DONE
            | kind::TASK_UNDONE
            | kind::ANSWER
            | kind::PERSON
            | kind::PERSON_REMOVED
            | kind::LINKED
            | kind::OVERRIDE_ASKED
            | kind::OVERRIDE_GRANTED
            | kind::OVERRIDE_DECLINED
            | kind::OVERRIDE_WITHDRAWN
            | kind::HANDOVER_ITEM
            | kind::PROMISE_MADE
            | kind::PROMISE_KEPT
            | kind::PROMISE_DROPPED
            | kind::REVIEW_PLANNED
            | kind::CONTRACT_TERM
            | kind::STAYED
            | kind::FILE_ATTACHED
            | kind::FILE_REMOVED
            | kind::MEETING_PLANNED
            | kind::MEETING_MOVED
            | kind::MEETING_CANCELLED
            | kind::FINDING_NOTED
            | kind::FINDING_STRUCK
            | kind::FINDING_RESTORED
            | kind::COMMISSION_SPLIT
            | kind::COMMISSION_CORRECTED
            | kind::EMAIL_AUTOMATIC
            | kind::EMAIL_BOUNCED => Self::Admin,
            _ if ["consent.", "contact.", "sequence.", "lead."].iter().any(|begin| kind.starts_with(begin)) => {
                Self::Admin
            }
            _ => Self::Activity,
        }
    }

    /// True for what is shown as a step, false for book-keeping.
    pub(crate) fn is_a_step(self) -> bool {
        !matches!(self, Self::Admin | Self::Left)
    }

    /// True for what begins or ends a stay in a stage.
    pub(crate) fn moves(self) -> bool {
        matches!(self, Self::Stage | Self::Won | Self::Lost | Self::Left)
    }

    /// The word used in results.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Stage => "stage",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Activity | Self::Left | Self::Admin => "activity",
        }
    }
}

/// One sort of event: kind, name and stage together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sort {
    pub kind: u32,
    pub name: u32,
    pub stage: u32,
    pub class: Class,
}

/// The sorts of events, numbered; their texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sorts {
    pub all: Vec<Sort>,
    pub kinds: Dictionary,
    /// Names of activities.
    pub names: Dictionary,
    pub stages: Dictionary,
    /// The sorts of each name: one or a few.
    of_name: Vec<Vec<u32>>,
}

impl Sorts {
    /// The code of a sort. A stage entered without a stage's name is called as the activity is.
    pub(crate) fn code(&mut self, kind: &str, activity: &str, stage: Option<&str>) -> u32 {
        let class = Class::of(kind);
        let stage = if matches!(class, Class::Stage | Class::Left) { Some(stage.unwrap_or(activity)) } else { stage };
        let Self { all, kinds, names, stages, of_name } = self;
        let name = names.intern(activity);
        if of_name.len() <= name as usize {
            of_name.resize(names.len(), Vec::new());
        }
        let same = |&&code: &&u32| {
            let sort: &Sort = &all[code as usize];
            kinds.get(sort.kind) == kind && stages.some(sort.stage) == stage
        };
        if let Some(code) = of_name[name as usize].iter().find(same) {
            return *code;
        }
        let code = all.len() as u32;
        let stage = stage.map_or(NONE, |s| stages.intern(s));
        all.push(Sort { kind: kinds.intern(kind), name, stage, class });
        of_name[name as usize].push(code);
        code
    }
}

/// Events, one row each; those of one deal stand together, in order of time.
#[derive(Debug, Clone, Default)]
pub(crate) struct Events {
    /// Microseconds; [`NEVER`] where undated.
    pub at: Vec<i64>,
    /// Code of the sort.
    pub sort: Vec<u32>,
    pub side: Vec<Side>,
    pub actor: Vec<u32>,
    /// Code of the further attributes; rows beyond the end have none, and so have most logs.
    pub(super) detail: Vec<u32>,
}

/// One event as a row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub at: i64,
    pub sort: u32,
    pub side: Side,
    pub actor: u32,
    pub detail: u32,
}

impl Events {
    pub(crate) fn len(&self) -> usize {
        self.at.len()
    }

    pub(crate) fn push(&mut self, row: Row) {
        self.at.push(row.at);
        self.sort.push(row.sort);
        self.side.push(row.side);
        self.actor.push(row.actor);
        if row.detail != NONE {
            self.detail.resize(self.at.len() - 1, NONE);
            self.detail.push(row.detail);
        }
    }

    /// Forgets what comes after the first `n` rows.
    pub(super) fn truncate(&mut self, n: usize) {
        self.at.truncate(n);
        self.sort.truncate(n);
        self.side.truncate(n);
        self.actor.truncate(n);
        self.detail.truncate(n);
    }

    /// Makes a column of details that has any as long as the others are, so that rows can change places.
    pub(super) fn fill_details(&mut self) {
        if !self.detail.is_empty() {
            self.detail.resize(self.at.len(), NONE);
        }
    }

    /// The code of a row's further attributes; [`NONE`] where it has none.
    pub(crate) fn detail(&self, i: usize) -> u32 {
        self.detail.get(i).copied().unwrap_or(NONE)
    }

    pub(crate) fn row(&self, i: usize) -> Row {
        Row { at: self.at[i], sort: self.sort[i], side: self.side[i], actor: self.actor[i], detail: self.detail(i) }
    }
}

/// The attributes of events that criteria and metrics ask for, and those that say who was along.
const KEPT: [&str; 15] = [
    "tag",
    "due",
    "stage",
    "commitment",
    "until",
    "role",
    "content",
    "objection",
    "question",
    "answer",
    "participants",
    "participant",
    "attendees",
    "along",
    "presenter",
];

/// Stands, in the place of an attribute's name, beside the name of each field that an event sets.
pub(crate) const SETS: &str = "sets";

/// The attributes of events that figures and criteria ask for, and which fields an event sets; every other attribute of
/// an event is left to the store.
#[derive(Debug, Clone, Default)]
pub(crate) struct Details {
    pub texts: Dictionary,
    pub all: Vec<Vec<(u32, u32)>>,
    codes: FxHashMap<Vec<(u32, u32)>, u32>,
}

impl Details {
    /// True for an attribute that is kept.
    pub(crate) fn keeps(name: &str) -> bool {
        KEPT.contains(&name)
    }

    /// The code of the attributes of an event of this kind; [`NONE`] where none of them is asked for.
    pub(crate) fn code<'a>(&mut self, kind: &str, attributes: impl Iterator<Item = (&'a str, &'a str)>) -> u32 {
        let sets = model::event::sets_fields(kind);
        let kept = |(name, value)| {
            let field = sets.then_some((SETS, name));
            field.into_iter().chain(Self::keeps(name).then_some((name, value)))
        };
        self.code_of(attributes.flat_map(kept))
    }

    /// The code of pairs that are kept.
    pub(super) fn code_of<'a>(&mut self, pairs: impl Iterator<Item = (&'a str, &'a str)>) -> u32 {
        let texts = &mut self.texts;
        let mut set: Vec<(u32, u32)> = pairs.map(|(name, value)| (texts.intern(name), texts.intern(value))).collect();
        if set.is_empty() {
            return NONE;
        }
        set.sort_unstable();
        let all = &mut self.all;
        *self.codes.entry(set).or_insert_with_key(|set| {
            all.push(set.clone());
            (all.len() - 1) as u32
        })
    }
}
