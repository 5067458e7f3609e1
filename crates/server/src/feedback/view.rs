//! An item as it is shown.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use model::{
    Timestamp,
    feedback::{Act, Fact, Item, Kind, Person, Place, State, Still, held_up, rules},
    ids::DealId,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Now, Saved, person, speaks, standing};
use crate::{guard::Actor, problem::Answer, state::App};

/// The deal that something was said at.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeedbackDeal {
    /// The deal.
    pub id: DealId,
    /// Its name; none where it is no more.
    pub name: Option<String>,
}

/// Something that says the same.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FeedbackJoined {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// What it says.
    pub words: String,
    /// Who said it.
    pub author: Person,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
}

/// What who asks may do.
#[derive(Debug, Clone, Copy, Default, Serialize, ToSchema)]
pub struct FeedbackMay {
    /// Say it otherwise.
    pub reword: bool,
    /// Take it back.
    pub withdraw: bool,
    /// Say it again.
    pub restore: bool,
    /// Say “me too”.
    pub me_too: bool,
    /// Add a comment.
    pub comment: bool,
    /// Take it up, do it, decline it.
    pub decide: bool,
    /// Reopen it.
    pub reopen: bool,
    /// Join it to another one.
    pub join: bool,
}

/// Something that was said of the process, and what became of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Feedback {
    /// Its id.
    pub id: Uuid,
    /// Its version, for `If-Match`.
    pub version: i64,
    /// What kind of thing.
    pub kind: Kind,
    /// In a sentence.
    pub words: String,
    /// It was said otherwise at first.
    pub reworded: bool,
    /// Where.
    pub place: Place,
    /// Whether that is still in the process.
    pub still: Still,
    /// The deal it happened at.
    pub deal: Option<FeedbackDeal>,
    /// Who said it.
    pub author: Person,
    /// When.
    #[schema(value_type = String, format = "date-time")]
    pub at: Timestamp,
    /// How it stands.
    pub state: State,
    /// Who sees to it.
    pub owner: Option<Person>,
    /// Since when.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub owner_since: Option<Timestamp>,
    /// By when.
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Date>,
    /// That day has passed.
    pub overdue: bool,
    /// What was changed, or why nothing is.
    pub answer: Option<String>,
    /// Whole days since it is open.
    pub open_days: i64,
    /// How many are held up: who said it, or the same, and who said “me too”.
    pub held_up: u64,
    /// Who asks said “me too”.
    pub me_too: bool,
    /// Who asks said it.
    pub mine: bool,
    /// The item that it was joined to.
    pub joined: Option<Uuid>,
    /// Those that were joined to it.
    pub followers: Vec<FeedbackJoined>,
    /// What happened, in order.
    pub facts: Vec<Fact>,
    /// What who asks may do.
    pub may: FeedbackMay,
    /// It was made up, to show what it looks like.
    pub sample: bool,
}

fn may(who: &Actor, item: &Item, followers: usize) -> FeedbackMay {
    if !speaks(who.role) {
        return FeedbackMay::default();
    }
    let can = |act: Act| rules::allow(item, followers, &act, standing(who)).is_ok();
    let added = |act: Act| rules::allow(item, followers, &act, standing(who)) == Ok(true);
    let words = String::new;
    FeedbackMay {
        reword: can(Act::Reworded { kind: item.kind, words: words() }),
        withdraw: can(Act::Withdrawn),
        restore: added(Act::Restored),
        me_too: item.author.id != who.id && can(Act::MeToo),
        comment: can(Act::Commented { words: words() }),
        decide: can(Act::Done { words: words() }),
        reopen: can(Act::Reopened { words: words() }),
        join: can(Act::Joined { into: Uuid::max() }),
    }
}

/// What views are made with.
pub struct Viewing<'a> {
    /// Who asks.
    pub who: &'a Actor,
    /// The processes of now.
    pub processes: Now,
    /// Names of deals.
    deals: HashMap<DealId, String>,
    /// The day where the team is.
    pub today: Date,
    /// The time.
    pub now: Timestamp,
}

impl<'a> Viewing<'a> {
    /// For these items.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn of(app: &App, who: &'a Actor, shown: &[&Saved]) -> Answer<Self> {
        let mut ids: Vec<DealId> = shown.iter().filter_map(|saved| saved.item.deal).collect();
        ids.sort_unstable();
        ids.dedup();
        let deals = match ids.is_empty() {
            true => HashMap::new(),
            false => app.store.deals(&ids).await?.into_iter().map(|deal| (deal.id, deal.name)).collect(),
        };
        let now = app.now();
        let today = app.work().await?.day(now);
        Ok(Self { who, processes: app.processes_now().await?, deals, today, now })
    }

    /// An item with those that were joined to it.
    pub fn view(&self, saved: &Saved, followers: &BTreeMap<Uuid, Vec<&Saved>>) -> Feedback {
        let item = &saved.item;
        let joined = followers.get(&item.id).map(Vec::as_slice).unwrap_or_default();
        let me = person(self.who).id;
        Feedback {
            id: item.id,
            version: saved.version,
            kind: item.kind,
            words: item.words.clone(),
            reworded: item.reworded,
            still: item.place.still(self.processes.process(&item.place.process)),
            place: item.place.clone(),
            deal: item.deal.map(|id| FeedbackDeal { id, name: self.deals.get(&id).cloned() }),
            author: item.author.clone(),
            at: item.at,
            state: item.state,
            owner: item.owner.clone(),
            owner_since: item.owner_since,
            until: item.until,
            overdue: item.state == State::TakenUp && item.until.is_some_and(|until| until < self.today),
            answer: item.answer.clone(),
            open_days: item.open_days(self.now),
            held_up: held_up(item, joined.iter().map(|other| &other.item)).len() as u64,
            me_too: item.is_held_up(me),
            mine: item.author.id == me,
            joined: item.joined,
            followers: joined
                .iter()
                .map(|other| FeedbackJoined {
                    id: other.item.id,
                    version: other.version,
                    words: other.item.words.clone(),
                    author: other.item.author.clone(),
                    at: other.item.at,
                })
                .collect(),
            facts: saved.facts.clone(),
            may: may(self.who, item, joined.len()),
            sample: saved.sample,
        }
    }
}
