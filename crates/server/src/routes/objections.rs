//! Objections of a deal, how they stand, and what can be said to them by what worked.

use axum::extract::State;
use insight::define::Endings;
use manual::brief::{Sources, answers, expected_objections, known, persona_of};
use model::{
    ids::DealId,
    objection::{DealObjection, ObjectionState, objections},
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{brief::Material, deals::found};
use crate::{
    guard::Actor,
    problem::{Answer, Json, Path},
    state::App,
};

/// All routes about objections of deals.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(see))
}

/// Objections of a deal, and what to expect.
#[derive(Debug, Serialize, ToSchema)]
pub struct Objections {
    /// Those that came up and are not settled: what is open when the deal is to be closed.
    pub open: Vec<DealObjection>,
    /// What came up or is to be expected, the open ones first, each with what can be said.
    pub suggested: Vec<SuggestedObjection>,
    /// The persona whose deals the figures are of; none where they are of all deals.
    pub persona: Option<String>,
    /// Closed deals that the figures rest on.
    pub closed: u64,
}

/// An objection and what can be said to it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestedObjection {
    /// Id of the objection of the process; empty where it is none of these.
    pub id: String,
    /// What they say.
    pub says: String,
    /// Why to expect it.
    pub because: String,
    /// How it stands in this deal; none where it has not come up.
    pub state: Option<ObjectionState>,
    /// What can be said, what did best first.
    pub answers: Vec<SuggestedAnswer>,
}

/// An answer and how it did.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestedAnswer {
    /// Its id.
    pub id: String,
    /// What to say.
    pub says: String,
    /// Id of the content that proves it; empty for none.
    pub proof: String,
    /// How it did, in words; empty where it was never given.
    pub known: String,
    /// The same in figures.
    pub endings: Option<Endings>,
}

/// The objections of a deal, and what can be said to them: what did best with this persona first.
#[utoipa::path(get, path = "/deals/{id}/objections", tag = "Run", params(("id" = DealId, Path)),
    responses((status = 200, body = Objections)))]
pub async fn see(State(app): State<App>, who: Actor, Path(id): Path<DealId>) -> Answer<Json<Objections>> {
    let deal = found(&app, id).await?;
    let material = Material::of(&app, &who, deal).await?;
    let came_up = objections(&material.events, &material.process.objections);
    let usage = material.usage.as_deref();
    let zone = app.work().await?.zone;
    let from = material.sources("", &zone);
    let suggested = expected_objections(&from).into_iter().map(|expected| {
        let objection = material.process.objections.iter().find(|o| o.id == expected.id);
        let all = objection.map(|o| answers(o, usage.map(|used| &used.usage))).unwrap_or_default();
        let suggested = |(reply, endings): (&model::process::Reply, Option<Endings>)| SuggestedAnswer {
            id: reply.id.clone(),
            says: reply.says.clone(),
            proof: reply.proof.clone(),
            known: known(endings.as_ref(), "given"),
            endings,
        };
        let is_same =
            |o: &&DealObjection| if expected.id.is_empty() { o.says == expected.says } else { o.id == expected.id };
        SuggestedObjection {
            state: came_up.iter().find(is_same).map(|o| o.state),
            answers: all.into_iter().map(suggested).collect(),
            because: expected.because.to_owned(),
            id: expected.id,
            says: expected.says,
        }
    });
    Ok(Json(Objections {
        suggested: suggested.collect(),
        persona: usage.filter(|used| used.of_persona).and_then(|_| persona_name(&from)),
        closed: usage.map_or(0, |used| used.closed),
        open: came_up.into_iter().filter(|o| o.state != ObjectionState::Settled).collect(),
    }))
}

fn persona_name(from: &Sources<'_>) -> Option<String> {
    persona_of(from.process, from.deal, from.choices).map(|persona| persona.name.clone())
}
