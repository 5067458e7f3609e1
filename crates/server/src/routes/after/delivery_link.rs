//! The page on which a customer confirms a delivery: nobody is signed in, and nothing is open but that delivery.

use axum::{
    extract::{FromRequestParts, State},
    http::request::Parts,
};
use model::{
    Event, Side, Timestamp,
    after::{Delivery, attribute},
    ids::DealId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Case,
    delivery::{LINK, LineAnswer, answers},
    keep,
};
use crate::{
    deal_view::blank,
    link::{LinkToken, link_over},
    printing,
    problem::{Answer, Json, Problem},
    routes::users::text,
    state::App,
};

/// The header that bears the token of the link.
const HEADER: &str = "x-delivery";
/// Requests in a minute by one link.
const MOST_BY_LINK: u32 = 60;
/// What helps where a link leads nowhere.
const OVER: &str = "It has expired or was replaced, or part of it is missing. Ask whoever sent it for a new one.";

/// The delivery that the token of the request opens.
pub struct Opened(DealId);

impl FromRequestParts<App> for Opened {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let token = LinkToken::sent(parts, HEADER);
        let found = app.store.deal_by_link(token.hash(), LINK, app.now()).await?;
        token.leads_to(found, &app.pace, MOST_BY_LINK, OVER).map(Self)
    }
}

/// A delivery as the customer sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicDelivery {
    /// Who delivers; empty where nobody has named the company.
    pub company: String,
    /// The customer.
    pub account: Option<String>,
    /// What was delivered, and how it stands.
    pub delivery: Delivery,
}

/// What the customer says of a delivery.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DeliveryAnswer {
    /// Their name.
    pub name: String,
    /// When the delivery that they read was sent.
    #[schema(value_type = String, format = "date-time")]
    pub sent: Timestamp,
    /// Line by line.
    pub lines: Vec<LineAnswer>,
}

/// The delivery that a link opens.
#[utoipa::path(get, path = "/delivery", tag = "Delivery", params(("x-delivery" = String, Header)),
    responses((status = 200, body = PublicDelivery)))]
pub async fn see(State(app): State<App>, opened: Opened) -> Answer<Json<PublicDelivery>> {
    shown(&app, Case::read(&app, opened.0).await.map_err(|_| link_over(OVER))?).await
}

async fn shown(app: &App, case: Case) -> Answer<Json<PublicDelivery>> {
    let delivery = case.after.delivery.ok_or_else(|| link_over(OVER))?;
    Ok(Json(PublicDelivery {
        company: printing::imprint(app).await?.company,
        account: case.deal.account,
        // What somebody of us wrote down may be in words that are not for the customer.
        delivery: Delivery {
            lines: delivery.lines.into_iter().map(|l| if l.theirs { l } else { plain(l) }).collect(),
            ..delivery
        },
    }))
}

fn plain(line: model::after::DeliveryLine) -> model::after::DeliveryLine {
    model::after::DeliveryLine { note: String::new(), ..line }
}

/// Confirms what arrived, and says what is missing or wrong: name and time are kept.
#[utoipa::path(post, path = "/delivery/answers", tag = "Delivery", params(("x-delivery" = String, Header)),
    request_body = DeliveryAnswer, responses((status = 200, body = PublicDelivery)))]
pub async fn answer(
    State(app): State<App>,
    opened: Opened,
    Json(answer): Json<DeliveryAnswer>,
) -> Answer<Json<PublicDelivery>> {
    let case = Case::read(&app, opened.0).await.map_err(|_| link_over(OVER))?;
    let sent = case.after.delivery.as_ref().map(|delivery| delivery.sent);
    if sent != Some(answer.sent) {
        return Err(Problem::stale("It was delivered once more in the meantime. Read it again first."));
    }
    let name = text("name", &answer.name)?;
    let events = answers(&case, answer.lines)?.into_iter().map(|said| Event {
        kind: said.kind.to_owned(),
        activity: said.activity,
        side: Side::Prospect,
        actor: Some(name.clone()),
        attributes: said
            .attributes
            .into_iter()
            .chain([(attribute::HOW, "page".to_owned())])
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        ..blank(case.deal.id, app.now())
    });
    keep(&app, &case.deal, events.collect()).await?;
    shown(&app, Case::read(&app, opened.0).await?).await
}
