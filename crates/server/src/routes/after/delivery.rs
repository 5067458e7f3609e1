//! What was bought, delivered, and confirmed.

use axum::extract::State;
use model::{
    Decimal, Event,
    after::{DeliveryLine, attribute},
    event::kind,
    ids::DealId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AfterView, Case, shown, some_words, view::bought, words};
use crate::{
    auth,
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    routes::users::text,
    state::App,
};

/// The kind of the links to a delivery.
pub(super) const LINK: &str = "delivery";
/// Lines of a delivery.
const MOST_LINES: usize = 200;
/// Days that a link works.
const DAYS: i64 = 90;

/// What was delivered.
#[derive(Debug, Deserialize, ToSchema)]
pub struct Delivered {
    /// What; all that was bought if left out.
    #[serde(default)]
    pub lines: Vec<DeliveredLine>,
    /// What to say to the customer on their page.
    #[serde(default)]
    pub note: String,
}

/// Something that was delivered.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DeliveredLine {
    /// What.
    pub product: String,
    /// How much of it.
    #[serde(default)]
    pub quantity: Option<Decimal>,
}

/// A delivery with the link for the customer.
#[derive(Debug, Serialize, ToSchema)]
pub struct SentDelivery {
    /// The deal after that.
    pub after: AfterView,
    /// The path of the page on which the customer confirms it, with its token, which is shown this once.
    pub link: String,
}

/// How somebody told us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ToldHow {
    /// By mail.
    Mail,
    /// On the telephone.
    Call,
    /// Face to face.
    Visit,
}

/// What a customer told us about a delivery.
#[derive(Debug, Deserialize, ToSchema)]
pub struct DeliveryTold {
    /// Who told it.
    pub name: String,
    /// How.
    pub how: ToldHow,
    /// Line by line.
    pub lines: Vec<LineAnswer>,
}

/// What is said of one line.
#[derive(Debug, Deserialize, ToSchema)]
pub struct LineAnswer {
    /// Its id.
    pub id: String,
    /// True: it arrived.
    pub received: bool,
    /// What is missing or wrong.
    #[serde(default)]
    pub note: String,
}

/// Says that what was bought was delivered, and makes a link by which the customer confirms it. Links made before end.
#[utoipa::path(post, path = "/deals/{id}/delivery", tag = "Run", params(("id" = DealId, Path)), request_body = Delivered,
    responses((status = 200, body = SentDelivery)))]
pub async fn send(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(delivered): Json<Delivered>,
) -> Answer<Json<SentDelivery>> {
    let case = Case::won(&app, &who, id).await?;
    let work = app.work().await?;
    let today = work.day(app.now());
    if delivered.lines.len() > MOST_LINES {
        return Err(Problem::field("lines", format!("At most {MOST_LINES} lines, please.")));
    }
    let named = delivered.lines.into_iter().enumerate().map(|(at, line)| {
        let product = text(&format!("lines.{at}.product"), &line.product)?;
        if line.quantity.is_some_and(|quantity| quantity <= Decimal::ZERO) {
            return Err(Problem::field(&format!("lines.{at}.quantity"), "Write a quantity above 0."));
        }
        Ok(DeliveryLine::new(format!("line-{}", at + 1), product, line.quantity))
    });
    let named = named.collect::<Answer<Vec<DeliveryLine>>>()?;
    let before = case.after.delivery.as_ref().map(|delivery| &delivery.lines);
    let lines = match (named.is_empty(), before) {
        (false, _) => named,
        (true, Some(before)) => before.clone(),
        (true, None) => bought(&case.deal, &case.events, today),
    };
    if lines.is_empty() {
        return Err(Problem::field("lines", "The deal does not say what was bought. Say what was delivered."));
    }
    let told = [
        (attribute::LINES, serde_json::to_string(&lines).map_err(Problem::internal)?),
        (attribute::NOTE, words("note", &delivered.note)?),
    ];
    let event = case.ours(&app, &who, kind::DELIVERY_SENT, "Delivered; confirmation asked for", told);
    super::keep(&app, &case.deal, vec![event]).await?;
    let token = auth::new_token()?;
    let last = today.saturating_add(jiff::Span::new().days(DAYS));
    let expires = work.end_of(last).unwrap_or_else(|| app.now());
    app.store.revoke_deal_links(id, LINK, app.now()).await?;
    app.store.add_deal_link(&auth::token_hash(&token), LINK, id, expires).await?;
    let Json(after) = shown(&app, &who, id).await?;
    Ok(Json(SentDelivery { after, link: format!("/delivery#token={token}") }))
}

/// Writes down what the customer told us about a delivery. It is our word, not theirs, and says how they told it.
#[utoipa::path(post, path = "/deals/{id}/delivery/answers", tag = "Run", params(("id" = DealId, Path)),
    request_body = DeliveryTold, responses((status = 200, body = AfterView)))]
pub async fn answer(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(told): Json<DeliveryTold>,
) -> Answer<Json<AfterView>> {
    let case = Case::won(&app, &who, id).await?;
    let name = text("name", &told.name)?;
    let how = match told.how {
        ToldHow::Mail => "mail",
        ToldHow::Call => "call",
        ToldHow::Visit => "visit",
    };
    let events = answers(&case, told.lines)?.into_iter().map(|said| {
        let by = [(attribute::TOLD_BY, name.clone()), (attribute::HOW, how.to_owned())];
        let activity = format!("{}, as {name} told us", said.activity);
        case.ours(&app, &who, said.kind, activity, said.attributes.into_iter().chain(by))
    });
    let events: Vec<Event> = events.collect();
    case.record(&app, &who, events).await
}

/// What is said of lines that stand alike.
pub(super) struct SaidOfLines {
    pub kind: &'static str,
    pub activity: String,
    pub attributes: Vec<(&'static str, String)>,
}

/// What is to be written down: of all lines that arrived together, of every other by itself.
pub(super) fn answers(case: &Case, lines: Vec<LineAnswer>) -> Answer<Vec<SaidOfLines>> {
    let none = || Problem::conflict("Nothing was delivered yet.");
    let delivery = case.after.delivery.as_ref().ok_or_else(none)?;
    if lines.is_empty() || lines.len() > MOST_LINES {
        return Err(Problem::field("lines", "Say of at least one line whether it arrived."));
    }
    let (mut arrived, mut said): (Vec<String>, Vec<SaidOfLines>) = (Vec::new(), Vec::new());
    for (at, line) in lines.into_iter().enumerate() {
        let known = delivery.lines.iter().find(|known| known.id == line.id);
        let gone = || Problem::field(&format!("lines.{at}.id"), "The delivery has no such line. Load the page again.");
        let known = known.ok_or_else(gone)?;
        if line.received {
            arrived.push(line.id);
            continue;
        }
        let note = some_words(&format!("lines.{at}.note"), &line.note)?;
        let attributes = vec![(attribute::LINES, line.id), (attribute::NOTE, note)];
        let activity = format!("Missing or wrong: {}", known.product);
        said.push(SaidOfLines { kind: kind::DELIVERY_DISPUTED, activity, attributes });
    }
    if !arrived.is_empty() {
        let all = arrived.len() >= delivery.lines.len();
        let activity = if all { "Delivery confirmed" } else { "Part of the delivery confirmed" }.to_owned();
        let attributes = vec![(attribute::LINES, arrived.join(","))];
        said.insert(0, SaidOfLines { kind: kind::DELIVERY_CONFIRMED, activity, attributes });
    }
    Ok(said)
}
