//! Saying something of the process, and what is done about it.

use axum::{extract::State as Extract, http::StatusCode};
use jiff::{ToSpan, civil::Date};
use model::{
    feedback::{Act, Kind, PartKind},
    ids::{DealId, UserId},
};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::list::one;
use crate::{
    feedback::{person, speaks, view::Feedback},
    guard::{Actor, IfMatch},
    permission::Role,
    problem::{Answer, Json, Path, Problem},
    state::App,
};

/// Characters of what is said, at most.
const MOST_WORDS: usize = 1_000;
/// Years ahead that something may be promised for.
const MOST_YEARS: i64 = 3;

/// A part of a stage.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedbackPartWish {
    /// What it is.
    pub kind: PartKind,
    /// Its id in the stage.
    pub id: String,
}

/// Something to say of the process.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFeedback {
    /// What kind of thing.
    pub kind: Kind,
    /// In a sentence; at most 1,000 characters.
    pub words: String,
    /// The process by its short id; left out, that of the deal, or the first.
    #[serde(default)]
    pub process: Option<String>,
    /// The stage by its id.
    pub stage: String,
    /// What of it; left out, the stage as a whole.
    #[serde(default)]
    pub part: Option<FeedbackPartWish>,
    /// The deal it happened at.
    #[serde(default)]
    pub deal: Option<DealId>,
}

/// Words of 1 to 1,000 characters, without blanks around them and without what no keyboard writes.
fn words(field: &str, text: &str) -> Answer<String> {
    let plain: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    match plain.trim() {
        "" => Err(Problem::field(field, "Say it in a sentence, please.")),
        text if text.chars().count() > MOST_WORDS => {
            Err(Problem::field(field, format!("At most {MOST_WORDS} characters, please.")))
        }
        text => Ok(text.to_owned()),
    }
}

/// Says something of the process: what hinders, is missing, unclear, or good as it is.
#[utoipa::path(post, path = "/feedback", tag = "Feedback", request_body = NewFeedback,
    responses((status = 201, body = Feedback)))]
pub async fn say(
    Extract(app): Extract<App>,
    who: Actor,
    Json(new): Json<NewFeedback>,
) -> Answer<(StatusCode, Json<Feedback>)> {
    let words = words("words", &new.words)?;
    let part = new.part.as_ref().map(|part| (part.kind, part.id.as_str()));
    let place = app.feedback_place(new.process.as_deref(), &new.stage, part, new.deal).await?;
    let act = Act::Said { kind: new.kind, words, place, deal: new.deal };
    let saved = app.say(person(&who), act).await?;
    Ok((StatusCode::CREATED, Json(one(&app, &who, &saved).await?)))
}

/// What somebody does about an item.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "act", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FeedbackAct {
    /// Is held up by it too.
    MeToo {},
    /// Is not, after all.
    NotMe {},
    /// Adds something.
    Comment {
        /// In words.
        words: String,
    },
    /// Says it otherwise.
    Reword {
        /// What kind of thing.
        kind: Kind,
        /// In a sentence.
        words: String,
    },
    /// Sees to it that something is done.
    TakeUp {
        /// Who; left out, who asks.
        #[serde(default)]
        owner: Option<UserId>,
        /// By when.
        #[serde(default)]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Date>,
    },
    /// It is done.
    Done {
        /// What was changed.
        words: String,
    },
    /// Nothing is done.
    Decline {
        /// Why.
        words: String,
    },
    /// It is not done after all.
    Reopen {
        /// Why.
        words: String,
    },
    /// It says the same as another one.
    Join {
        /// The other one.
        into: Uuid,
    },
    /// It does not, after all.
    Part {},
    /// Its author takes it back.
    Withdraw {},
    /// Its author says it again.
    Restore {},
}

impl FeedbackAct {
    /// Whether it rests on how things stand, so that the version seen matters.
    fn rests_on_version(&self) -> bool {
        !matches!(self, Self::MeToo {} | Self::NotMe {} | Self::Comment { .. })
    }

    async fn read(self, app: &App, who: &Actor) -> Answer<Act> {
        Ok(match self {
            Self::MeToo {} => Act::MeToo,
            Self::NotMe {} => Act::NotMe,
            Self::Comment { words: text } => Act::Commented { words: words("words", &text)? },
            Self::Reword { kind, words: text } => Act::Reworded { kind, words: words("words", &text)? },
            Self::TakeUp { owner, until } => {
                let owner = match owner.filter(|owner| *owner != who.id) {
                    None => person(who),
                    Some(id) => found(app, id).await?,
                };
                if let Some(day) = until {
                    soon(app, day).await?;
                }
                Act::TakenUp { owner, until }
            }
            Self::Done { words: text } => Act::Done { words: words("words", &text)? },
            Self::Decline { words: text } => Act::Declined { words: words("words", &text)? },
            Self::Reopen { words: text } => Act::Reopened { words: words("words", &text)? },
            Self::Join { into } => Act::Joined { into },
            Self::Part {} => Act::Parted,
            Self::Withdraw {} => Act::Withdrawn,
            Self::Restore {} => Act::Restored,
        })
    }
}

async fn found(app: &App, id: UserId) -> Answer<model::feedback::Person> {
    let user = app.store.user(id).await?.filter(|user| !user.disabled && speaks(Role::of_word(&user.role)));
    let user = user.ok_or_else(|| Problem::field("owner", "Choose somebody who can sign in and is no viewer."))?;
    Ok(model::feedback::Person { id: user.id, name: user.name })
}

async fn soon(app: &App, day: Date) -> Answer<()> {
    let today = app.work().await?.day(app.now());
    if day < today {
        return Err(Problem::field("until", "That day has passed. Choose today or a later day."));
    }
    if today.checked_add(MOST_YEARS.years()).is_ok_and(|last| day > last) {
        return Err(Problem::field("until", format!("At most {MOST_YEARS} years ahead, please.")));
    }
    Ok(())
}

/// Does something about an item: me too, a comment, taking it up, settling it. `If-Match` bears the version that it rests
/// on; `me-too`, `not-me` and `comment` need none.
#[utoipa::path(post, path = "/feedback/{id}/acts", tag = "Feedback",
    params(("id" = Uuid, Path), ("if-match" = Option<String>, Header)), request_body = FeedbackAct,
    responses((status = 200, body = Feedback)))]
pub async fn act(
    Extract(app): Extract<App>,
    who: Actor,
    seen: IfMatch,
    Path(id): Path<Uuid>,
    Json(wish): Json<FeedbackAct>,
) -> Answer<Json<Feedback>> {
    let seen = match wish.rests_on_version() {
        true => Some(seen.needed()?),
        false => None,
    };
    let act = wish.read(&app, &who).await?;
    let saved = app.act_on_feedback(&who, id, seen, act).await?;
    Ok(Json(one(&app, &who, &saved).await?))
}
