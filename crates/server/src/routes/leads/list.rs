//! Lists of leads, and one that is added by hand.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::IntoResponse,
};
use insight::table::Table;
use model::{
    Deal, Timestamp,
    address::address,
    ids::DealId,
    lead::{LeadState, attribute, phone_digits},
};
use serde::{Deserialize, Serialize};
use store::{LeadFilter, LeadRecord};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::acts::may_take;
use crate::{
    guard::Actor,
    leads::{NewLead, intake::Arrival, list::Allowed},
    permission::Role,
    problem::{Answer, Json, Problem, Query},
    routes::{imports::csv as download, users::text},
    state::App,
};

const MOST_ROWS: usize = 100_000;

/// Which leads.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct LeadParams {
    /// `open`, `dropped`, `taken`; `open` if left out.
    pub state: Option<String>,
    /// Whose.
    pub owner: Option<String>,
    /// True: nobody's.
    pub unassigned: bool,
    /// From which source.
    pub source: Option<String>,
    /// As part of which campaign.
    pub campaign: Option<String>,
    /// Id of the bought list.
    pub list: Option<Uuid>,
    /// What is in their name, company, address or number.
    pub text: Option<String>,
    /// True: those with whom somebody has been in touch; false: the others.
    pub touched: Option<bool>,
}

impl LeadParams {
    fn read(self) -> Answer<LeadFilter> {
        let state = self.state.filter(|state| !state.is_empty()).unwrap_or_else(|| "open".into());
        if !["open", "dropped", "taken"].contains(&state.as_str()) {
            return Err(Problem::field("state", "Choose open, dropped or taken."));
        }
        let owner = if self.unassigned { Some(String::new()) } else { self.owner.filter(|o| !o.trim().is_empty()) };
        Ok(LeadFilter {
            state: Some(state),
            owner,
            source: self.source,
            campaign: self.campaign,
            list: self.list.map(|list| list.to_string()),
            text: self.text.filter(|text| !text.trim().is_empty()).map(|text| text.chars().take(200).collect()),
            touched: self.touched,
        })
    }
}

/// Which part of a list.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct LeadPage {
    /// Where the last page ended: its `next`.
    pub cursor: Option<String>,
    /// How many, 1 to 500.
    pub limit: i64,
}

impl Default for LeadPage {
    fn default() -> Self {
        Self { cursor: None, limit: 100 }
    }
}

/// A lead.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct LeadLine {
    /// The deal that it is, or will be.
    pub id: DealId,
    /// Its version.
    pub version: i64,
    /// What it is called.
    pub name: String,
    /// The person.
    pub contact: Option<String>,
    /// Their organisation.
    pub account: Option<String>,
    /// What they are in it.
    pub title: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Whose it is.
    pub owner: Option<String>,
    /// Where it came from.
    pub source: Option<String>,
    /// As part of which campaign.
    pub campaign: Option<String>,
    /// What became of it.
    pub state: LeadState,
    /// Why it was dropped.
    pub reason: Option<String>,
    /// When it came in.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub received: Option<Timestamp>,
    /// Somebody has been in touch.
    pub touched: bool,
    /// False where the licence of its list has ended before anybody was in touch.
    pub may_contact: bool,
    /// Whether who asks may take it up, drop it and so on.
    pub may_change: bool,
}

/// Leads.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeadPageView {
    /// Open ones of this selection.
    pub open: u64,
    /// Dropped ones.
    pub dropped: u64,
    /// Those taken up.
    pub taken: u64,
    /// These.
    pub leads: Vec<LeadLine>,
    /// Cursor of the next page; none at the end.
    pub next: Option<String>,
}

/// A lead as a list shows it; none for what is no lead.
pub fn line(who: &Actor, deal: Deal, touched: bool, allowed: &Allowed) -> Option<LeadLine> {
    let may_change = may_take(who, &deal);
    let lead = deal.lead?;
    let text = |name: &str| deal.attributes.get(name).cloned();
    Some(LeadLine {
        id: deal.id,
        version: deal.version,
        contact: text(attribute::CONTACT),
        title: text(attribute::TITLE),
        email: text(attribute::EMAIL),
        phone: text(attribute::PHONE),
        country: text("country"),
        source: text(attribute::SOURCE),
        campaign: text(attribute::CAMPAIGN),
        may_contact: touched || text(attribute::LIST).is_none_or(|list| allowed.get(&list).copied().unwrap_or(true)),
        name: deal.name,
        account: deal.account,
        owner: deal.owner,
        state: lead.state,
        reason: lead.reason,
        received: lead.received,
        touched,
        may_change,
    })
}

/// Leads, those that came in last first.
#[utoipa::path(get, path = "/leads", tag = "Leads", params(LeadParams, LeadPage),
    responses((status = 200, body = LeadPageView)))]
pub async fn list(
    State(app): State<App>,
    who: Actor,
    Query(params): Query<LeadParams>,
    Query(page): Query<LeadPage>,
) -> Answer<Json<LeadPageView>> {
    let filter = params.read()?;
    let after = page.cursor.as_deref().map(read_cursor).transpose()?;
    let limit = page.limit.clamp(1, 500);
    let counts = app.store.lead_counts(&filter).await?;
    let mut found = app.store.leads(&filter, after, limit + 1).await?;
    let more = found.len() as i64 > limit;
    found.truncate(limit as usize);
    let next = found.last().filter(|_| more).map(|last| format!("{}_{}", last.cursor.0, last.cursor.1));
    let allowed = app.allowed().await?;
    let leads = found.into_iter().filter_map(|LeadRecord { deal, touched, .. }| line(&who, deal, touched, &allowed));
    let store::LeadCounts { open, dropped, taken } = counts;
    Ok(Json(LeadPageView { open, dropped, taken, leads: leads.collect(), next }))
}

fn read_cursor(text: &str) -> Answer<(i64, i64)> {
    let parts = text.split_once('_').and_then(|(at, no)| Some((at.parse().ok()?, no.parse().ok()?)));
    parts.ok_or_else(|| Problem::field("cursor", "This is no cursor; use `next` of the page before."))
}

/// Leads as CSV, at most 100,000.
#[utoipa::path(get, path = "/leads.csv", tag = "Leads", params(LeadParams),
    responses((status = 200, content_type = "text/csv", body = String)))]
pub async fn csv(State(app): State<App>, who: Actor, Query(params): Query<LeadParams>) -> Answer<impl IntoResponse> {
    let filter = params.read()?;
    let allowed = app.allowed().await?;
    let mut rows = Vec::new();
    let mut after = None;
    while rows.len() < MOST_ROWS {
        let found = app.store.leads(&filter, after, 2_000).await?;
        let Some(last) = found.last() else { break };
        after = Some(last.cursor);
        rows.extend(found.into_iter().filter_map(|l| line(&who, l.deal, l.touched, &allowed)).map(row));
    }
    rows.truncate(MOST_ROWS);
    let header = [
        "name",
        "contact",
        "account",
        "title",
        "email",
        "phone",
        "country",
        "owner",
        "source",
        "campaign",
        "state",
        "reason",
        "received",
        "touched",
        "may_contact",
    ];
    Ok(download("leads.csv", Table::of_texts(&header, rows).csv()))
}

fn row(lead: LeadLine) -> Vec<String> {
    let text = |t: Option<String>| t.unwrap_or_default();
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    vec![
        lead.name,
        text(lead.contact),
        text(lead.account),
        text(lead.title),
        text(lead.email),
        text(lead.phone),
        text(lead.country),
        text(lead.owner),
        text(lead.source),
        text(lead.campaign),
        lead.state.word().to_owned(),
        text(lead.reason),
        lead.received.map(|at| at.to_string()).unwrap_or_default(),
        yes(lead.touched),
        yes(lead.may_contact),
    ]
}

/// A value and how many leads have it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeadValue {
    /// The value; empty for none.
    pub value: String,
    /// So many.
    pub leads: u64,
}

/// By what leads can be selected.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeadFilters {
    /// Sources, the commonest first.
    pub sources: Vec<LeadValue>,
    /// Campaigns, the commonest first.
    pub campaigns: Vec<LeadValue>,
    /// Owners of open leads, in lower case.
    pub owners: Vec<LeadValue>,
    /// Pairs that may be one, to be decided on.
    pub doubts: u64,
}

/// By what leads can be selected.
#[utoipa::path(get, path = "/lead-filters", tag = "Leads", responses((status = 200, body = LeadFilters)))]
pub async fn filters(State(app): State<App>) -> Answer<Json<LeadFilters>> {
    let values = app.store.lead_values().await?;
    let [sources, campaigns, owners] =
        values.map(|all| all.into_iter().map(|(value, leads)| LeadValue { value, leads }).collect::<Vec<_>>());
    Ok(Json(LeadFilters { sources, campaigns, owners, doubts: app.store.count_doubts().await? }))
}

/// A lead to be.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewLeadForm {
    /// The person's name.
    pub contact: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// What they are in their organisation.
    pub title: String,
    /// Their organisation.
    pub account: String,
    /// Its website.
    pub website: String,
    /// Where it came from.
    pub source: String,
    /// As part of which campaign.
    pub campaign: String,
    /// Country.
    pub country: String,
    /// Whose it is; by the rules, or nobody's, if left out. A rep's own, whatever it says.
    pub owner: String,
}

/// A lead that was added.
#[derive(Debug, Serialize, ToSchema)]
pub struct AddedLead {
    /// The deal that it is.
    pub id: DealId,
    /// True where it was known already: what is new about it is noted there.
    pub known: bool,
}

impl NewLeadForm {
    fn read(self) -> Answer<NewLead> {
        let fields = [
            ("contact", &self.contact),
            ("email", &self.email),
            ("phone", &self.phone),
            ("title", &self.title),
            ("account", &self.account),
            ("website", &self.website),
            ("source", &self.source),
            ("campaign", &self.campaign),
            ("country", &self.country),
            ("owner", &self.owner),
        ];
        for (name, value) in fields {
            if !value.trim().is_empty() {
                text(name, value)?;
            }
        }
        let email = self.email.trim();
        if !email.is_empty() && address(email).is_none() {
            return Err(Problem::field("email", format!("{email:?} is no e-mail address.")));
        }
        if !self.phone.trim().is_empty() && phone_digits(&self.phone).is_none() {
            return Err(Problem::field("phone", "This is no telephone number; write it with its code."));
        }
        if [&self.contact, &self.email, &self.phone, &self.account].iter().all(|value| value.trim().is_empty()) {
            return Err(Problem::field("contact", "Name a person, a company, an address or a number."));
        }
        let country = self.country.trim().to_owned();
        let attributes = if country.is_empty() { Vec::new() } else { vec![("country".to_owned(), country)] };
        let [contact, phone, title, account, website, source, campaign] =
            [self.contact, self.phone, self.title, self.account, self.website, self.source, self.campaign]
                .map(|value| value.trim().to_owned());
        Ok(NewLead {
            contact,
            email: address(&self.email).unwrap_or_default(),
            phone,
            title,
            account,
            website,
            source: if source.is_empty() { "Added by hand".to_owned() } else { source },
            campaign,
            list: String::new(),
            attributes: attributes.into_iter().collect(),
        })
    }
}

/// Adds a lead. One that is known already is not created twice: the answer says so. With an `Idempotency-Key` the same
/// request made twice adds one.
#[utoipa::path(post, path = "/leads", tag = "Leads", request_body = NewLeadForm, responses((status = 201, body = AddedLead)))]
pub async fn add(
    State(app): State<App>,
    who: Actor,
    headers: HeaderMap,
    Json(form): Json<NewLeadForm>,
) -> Answer<(StatusCode, Json<AddedLead>)> {
    let owner = form.owner.trim().to_owned();
    let owner = if who.role == Role::Rep && !owner.is_empty() { who.name.clone() } else { owner };
    let lead = form.read()?;
    let given = headers.get("idempotency-key").and_then(|v| v.to_str().ok());
    let key = given
        .map_or_else(|| Uuid::now_v7().to_string(), |key| DealId::of_key(&format!("{}-{key}", who.id)).to_string());
    let owner = Some(owner.as_str()).filter(|owner| !owner.is_empty());
    let key = format!("lead-{key}");
    let arrival = Arrival { key: &key, owner, by: Some(&who.name), reopens: false };
    let came = app.take_in(&lead, arrival, |_| Vec::new()).await?;
    Ok((StatusCode::CREATED, Json(AddedLead { id: came.deal, known: came.known })))
}
