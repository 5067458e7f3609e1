//! What the team takes of the proposed process before it is saved: one draft for the workspace.

use std::collections::{BTreeMap, BTreeSet};

use axum::{extract::State, http::StatusCode};
use insight::discover::{Basis, Proposal, propose as from_data};
use model::{
    Timestamp,
    process::{Finding, Process, to_toml},
};
use serde::{Deserialize, Serialize};
use store::{DraftRecord, StoreError};
use utoipa::ToSchema;

use super::{CriterionGround, grounds, looked_over};
use crate::{
    guard::{Actor, IfMatch},
    live::News,
    problem::{Answer, Json, Problem},
    selection::{Selected, SelectionParams},
    state::App,
};

/// Name of the draft in the store.
const DRAFT: &str = "proposal";
/// Entries of each kind at most.
const MOST: usize = 5_000;
/// Characters of the name of a line at most.
const LONGEST_NAME: usize = 500;
/// Characters of the words for a line at most.
const LONGEST_WORDS: usize = 2_000;
/// Bytes of a draft at most.
const LONGEST: usize = 1 << 18;
/// Days of a target at most.
const MOST_DAYS: f64 = 10_000.0;

/// What is dropped and changed of a proposal. A line is named by ids, which stay when the data grows: `presenting`,
/// `presenting.target`, `presenting.tasks.call`, `presenting.exit.demo-attended`, `presenting.content.offer`,
/// `presenting.questions.pain`. Names of lines that the proposal has no more are kept and mean nothing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProposalChoices {
    /// Lines that are not taken.
    pub dropped: BTreeSet<String>,
    /// Other words for a task, a criterion, or something needed, by line.
    pub words: BTreeMap<String, String>,
    /// Other target days, by line.
    pub targets: BTreeMap<String, f64>,
}

impl ProposalChoices {
    /// # Errors
    /// 413 or 422 for what no proposal has.
    fn check(&self) -> Answer<()> {
        let parts = [
            ("dropped", self.dropped.iter().collect::<Vec<_>>()),
            ("words", self.words.keys().collect()),
            ("targets", self.targets.keys().collect()),
        ];
        for (field, names) in parts {
            if names.len() > MOST {
                return Err(Problem::field(field, format!("At most {MOST} lines, please.")));
            }
            if names.iter().any(|n| n.is_empty() || n.chars().count() > LONGEST_NAME) {
                let message = format!("The name of a line has 1 to {LONGEST_NAME} characters.");
                return Err(Problem::field(field, message));
            }
        }
        if self.words.values().any(|w| w.chars().count() > LONGEST_WORDS) {
            return Err(Problem::field("words", format!("At most {LONGEST_WORDS} characters a line, please.")));
        }
        if !self.targets.values().all(|days| (0.0..=MOST_DAYS).contains(days)) {
            return Err(Problem::field("targets", format!("A target has 0 to {MOST_DAYS} days.")));
        }
        Ok(())
    }
}

/// The choices in the proposal, as the team left them.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProposalDraft {
    /// Counted with every change; 0 before the first. The next change bears it in `If-Match`.
    pub version: i64,
    /// The choices.
    pub choices: ProposalChoices,
    /// Who made the last change.
    pub by: Option<String>,
    /// When.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
}

impl ProposalDraft {
    fn of(record: Option<DraftRecord>) -> Self {
        let Some(DraftRecord { version, content, by, at }) = record else {
            return Self { version: 0, choices: ProposalChoices::default(), by: None, at: None };
        };
        Self { version, choices: serde_json::from_value(content).unwrap_or_default(), by, at: Some(at) }
    }
}

/// The choices in the proposal, as the team left them.
#[utoipa::path(get, path = "/process/proposal/draft", tag = "Define", responses((status = 200, body = ProposalDraft)))]
pub async fn draft(State(app): State<App>) -> Answer<Json<ProposalDraft>> {
    Ok(Json(ProposalDraft::of(app.store.draft(DRAFT).await?)))
}

/// Keeps the choices in the proposal, at most 256 KiB of them. `If-Match` bears the version they rest on; where somebody
/// else was faster nothing is kept. Choices without any entry begin anew.
#[utoipa::path(put, path = "/process/proposal/draft", tag = "Define", params(("if-match" = String, Header)),
    request_body = ProposalChoices, responses((status = 200, body = ProposalDraft)))]
pub async fn keep_draft(
    State(app): State<App>,
    who: Actor,
    seen: IfMatch,
    Json(choices): Json<ProposalChoices>,
) -> Answer<Json<ProposalDraft>> {
    let seen = seen.needed()?;
    choices.check()?;
    let content = serde_json::to_value(&choices).map_err(Problem::internal)?;
    if content.to_string().len() > LONGEST {
        let detail = "The choices in a proposal have at most 256 KiB.";
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-long", "Too long", detail));
    }
    let saved = match app.store.save_draft(DRAFT, seen, content, Some(&who.name), app.now()).await {
        Err(StoreError::Stale { .. }) => return Err(stale(&app).await?),
        other => other?,
    };
    app.live.tell(News::Proposal { version: saved.version });
    Ok(Json(ProposalDraft::of(Some(saved))))
}

async fn stale(app: &App) -> Answer<Problem> {
    let draft = ProposalDraft::of(app.store.draft(DRAFT).await?);
    let who = draft.by.as_deref().unwrap_or("Somebody");
    let version = draft.version;
    Ok(Problem::stale(format!(
        "{who} changed the choices in the meantime; they are at version {version} now. Yours were not saved."
    )))
}

/// A process made from the data.
#[derive(Debug, Serialize, ToSchema)]
pub struct Proposed {
    /// The process.
    pub process: Process,
    /// The same as text.
    pub toml: String,
    /// What it rests on.
    pub basis: Basis,
    /// What should be known of it, in sentences.
    pub notes: Vec<String>,
    /// What the data does not tell and the team has to say.
    pub open_questions: Vec<String>,
    /// What the linter says.
    pub findings: Vec<Finding>,
    /// The ground of every criterion.
    pub grounds: Vec<CriterionGround>,
}

/// Proposes a process from what the data shows. Nothing is saved.
#[utoipa::path(post, path = "/process/propose", tag = "Define", params(SelectionParams), responses((status = 200, body = Proposed)))]
pub async fn propose(State(app): State<App>, who: Actor, Selected(selection): Selected) -> Answer<Json<Proposed>> {
    let proposal = app.on_log(move |log| from_data(log, &selection)).await?;
    let toml = to_toml(&proposal.process);
    let findings = looked_over(&app, &proposal.process, &toml).await?;
    let grounds = grounds(&proposal.process, who.language);
    let Proposal { process, basis, notes, open_questions } = proposal;
    Ok(Json(Proposed { process, toml, basis, notes, open_questions, findings, grounds }))
}
