//! Further deals with a customer, and those whom the customer sent.

use std::collections::BTreeMap;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
};
use model::{
    Event,
    after::{PARENT, RELATION, Relation, attribute},
    event::kind,
    ids::DealId,
    people::{DealPerson, people},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AfterView, Case, keep, shown, words};
use crate::{
    guard::Actor,
    problem::{Answer, Json, Path, Problem},
    routes::{
        deals::{Extra, NewDeal, make},
        users::text,
    },
    state::App,
};

/// A new deal with the same customer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewLinked {
    /// How it belongs to this one.
    pub relation: Relation,
    /// Its name.
    pub name: String,
    /// The rep who owns it; who creates it if left out.
    #[serde(default)]
    pub owner: Option<String>,
    /// What is sold.
    #[serde(default)]
    pub product: Option<String>,
    /// Value, decimal text with a point: `1200.50`.
    #[serde(default)]
    pub value: Option<String>,
    /// ISO 4217.
    #[serde(default)]
    pub currency: Option<String>,
}

/// A deal that was made of another.
#[derive(Debug, Serialize, ToSchema)]
pub struct MadeDeal {
    /// The new one; none if none was made.
    pub deal: Option<DealId>,
    /// The one it came from, after that.
    pub after: AfterView,
}

/// That a referral was asked for.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AskedReferral {
    /// Who was asked.
    pub person: String,
    /// What was said.
    #[serde(default)]
    pub note: String,
}

/// A referral.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewReferral {
    /// Who was named.
    pub name: String,
    /// Of which company.
    #[serde(default)]
    pub company: String,
    /// How to reach them.
    #[serde(default)]
    pub contact: String,
    /// Whether to create a deal of it.
    #[serde(default = "yes")]
    pub create_deal: bool,
}

fn yes() -> bool {
    true
}

fn extra(from: DealId, relation: Relation, people: Vec<BTreeMap<String, String>>) -> Extra {
    let attributes = [(PARENT, from.to_string()), (RELATION, relation.word().to_owned())];
    Extra { attributes: attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(), people }
}

/// What a person is known by on another deal of the same customer.
fn carried(person: DealPerson) -> Option<BTreeMap<String, String>> {
    let fields = [("name", Some(person.name)), ("email", person.email), ("title", person.title), ("role", person.role)];
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let known: BTreeMap<String, String> = known.filter(|(_, value)| !value.is_empty()).collect();
    (known.contains_key("name") || known.contains_key("email")).then_some(known)
}

fn link(app: &App, who: &Actor, case: &Case, deal: DealId, relation: Relation) -> Event {
    let activity = format!("New deal: {}", relation.word().replace('-', " "));
    let told = [(attribute::DEAL, deal.to_string()), (RELATION, relation.word().to_owned())];
    case.ours(app, who, kind::LINKED, activity, told)
}

/// Creates a deal with the same customer, account and people taken along. With an `Idempotency-Key` the same request made
/// twice creates one.
#[utoipa::path(post, path = "/deals/{id}/linked", tag = "Run", params(("id" = DealId, Path)), request_body = NewLinked,
    responses((status = 201, body = MadeDeal)))]
pub async fn create(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    headers: HeaderMap,
    Json(new): Json<NewLinked>,
) -> Answer<(StatusCode, Json<MadeDeal>)> {
    let case = Case::won(&app, &who, id).await?;
    if new.relation == Relation::Referral {
        return Err(Problem::field("relation", "Write a referral down as one: who was named, and of which company."));
    }
    let relation = new.relation;
    let of_deal = NewDeal {
        name: new.name,
        account: case.deal.account.clone(),
        owner: new.owner,
        team: case.deal.team.clone(),
        product: new.product,
        value: new.value,
        currency: new.currency,
        stage: None,
        attributes: BTreeMap::new(),
    };
    let people = people(&case.events).into_iter().filter_map(carried).collect();
    let made = make(&app, &who, &headers, of_deal, extra(id, relation, people)).await?;
    if case.after.links.iter().all(|known| known.deal != made) {
        keep(&app, &case.deal, vec![link(&app, &who, &case, made, relation)]).await?;
    }
    let Json(after) = shown(&app, &who, id).await?;
    Ok((StatusCode::CREATED, Json(MadeDeal { deal: Some(made), after })))
}

/// Writes down that we asked the customer for a referral.
#[utoipa::path(post, path = "/deals/{id}/referrals/asked", tag = "Run", params(("id" = DealId, Path)),
    request_body = AskedReferral, responses((status = 200, body = AfterView)))]
pub async fn ask(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    Json(asked): Json<AskedReferral>,
) -> Answer<Json<AfterView>> {
    let case = Case::own(&app, &who, id).await?;
    let told = [(attribute::PERSON, text("person", &asked.person)?), (attribute::NOTE, words("note", &asked.note)?)];
    let event = case.ours(&app, &who, kind::REFERRAL_ASKED, "Referral asked for", told);
    case.record(&app, &who, vec![event]).await
}

/// Writes down a referral, and creates a deal of it unless told not to.
#[utoipa::path(post, path = "/deals/{id}/referrals", tag = "Run", params(("id" = DealId, Path)),
    request_body = NewReferral, responses((status = 201, body = MadeDeal)))]
pub async fn receive(
    State(app): State<App>,
    who: Actor,
    Path(id): Path<DealId>,
    headers: HeaderMap,
    Json(new): Json<NewReferral>,
) -> Answer<(StatusCode, Json<MadeDeal>)> {
    let case = Case::own(&app, &who, id).await?;
    let name = text("name", &new.name)?;
    let company = if new.company.trim().is_empty() { String::new() } else { text("company", &new.company)? };
    let contact = if new.contact.trim().is_empty() { String::new() } else { text("contact", &new.contact)? };
    let made = if new.create_deal {
        let of_deal = NewDeal {
            name: if company.is_empty() { name.clone() } else { company.clone() },
            account: Some(company.clone()).filter(|company| !company.is_empty()),
            owner: None,
            team: None,
            product: None,
            value: None,
            currency: None,
            stage: None,
            attributes: BTreeMap::new(),
        };
        let email = Some(contact.clone()).filter(|contact| contact.contains('@'));
        let person = [("name", Some(name.clone())), ("email", email)];
        let person = person.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
        Some(make(&app, &who, &headers, of_deal, extra(id, Relation::Referral, vec![person])).await?)
    } else {
        None
    };
    let known = made.is_some_and(|made| case.after.links.iter().any(|link| link.deal == made));
    if !known {
        let told = [
            (attribute::NAME, name.clone()),
            (attribute::COMPANY, company),
            (attribute::CONTACT, contact),
            (attribute::DEAL, made.map_or_else(String::new, |deal| deal.to_string())),
        ];
        let received = case.ours(&app, &who, kind::REFERRAL_RECEIVED, format!("Referral: {name}"), told);
        let linked = made.map(|made| link(&app, &who, &case, made, Relation::Referral));
        keep(&app, &case.deal, [received].into_iter().chain(linked).collect()).await?;
    }
    let Json(after) = shown(&app, &who, id).await?;
    Ok((StatusCode::CREATED, Json(MadeDeal { deal: made, after })))
}
