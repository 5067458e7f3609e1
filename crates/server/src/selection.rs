//! Which deals a request is about, as parameters of its query.

use std::collections::BTreeMap;

use axum::{
    extract::FromRequestParts,
    http::{Uri, request::Parts},
};
use axum_extra::extract::Query;
use insight::{measure::Period, select::Selection};
use model::{Outcome, Timestamp, deal::field};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{accounts, problem::Problem, state::App};

const MOST_VALUES: usize = 500;

/// Deals that meet all that is given. Parameters may be repeated.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct SelectionParams {
    /// `name:value` of a field (`owner`, `team`, `product`, `account`) or attribute; values of one name are
    /// alternatives. An empty value stands for deals that have none.
    pub field: Vec<String>,
    /// `open`, `won`, `lost`.
    pub outcome: Vec<Outcome>,
    /// The stage the deal is in, or was in when it closed, as the data names it.
    pub stage: Vec<String>,
    /// Created at this moment or later.
    #[param(value_type = Option<String>, format = "date-time")]
    pub created_from: Option<Timestamp>,
    /// Created before this moment.
    #[param(value_type = Option<String>, format = "date-time")]
    pub created_to: Option<Timestamp>,
    /// Closed at this moment or later.
    #[param(value_type = Option<String>, format = "date-time")]
    pub closed_from: Option<Timestamp>,
    /// Closed before this moment.
    #[param(value_type = Option<String>, format = "date-time")]
    pub closed_to: Option<Timestamp>,
    /// Has an event of this activity.
    pub visited: Option<String>,
    /// Went directly from this activity to the one in `moved_to`.
    pub moved_from: Option<String>,
    /// See `moved_from`.
    pub moved_to: Option<String>,
    /// True: `moved_from` and `moved_to` follow each other with all activities counted; else only stages and closings
    /// are, where both are such.
    pub moved_directly: bool,
    /// Activities that alone count as steps for `moved_from`, `moved_to`, `starts` and `ends`, as on a map of these.
    pub among: Vec<String>,
    /// True: activities whose names differ in numbers only are one, called as the first of them.
    pub grouped: bool,
    /// The first step is this activity; among stages and closings only where it is such and `among` is not given.
    pub starts: Option<String>,
    /// The last step is this activity; as `starts`.
    pub ends: Option<String>,
    /// Came to this activity again after another one; stages and closings count among themselves.
    pub returned: Option<String>,
    /// Has exactly this sequence of activities.
    pub variant: Vec<String>,
    /// Has exactly this sequence of stages and closings, whatever else happened.
    pub stage_variant: Vec<String>,
    /// Text in key, name, account or owner.
    pub text: Option<String>,
}

impl SelectionParams {
    fn read(self) -> Result<Selection, Problem> {
        if self.field.len() + self.stage.len() + self.among.len() + self.variant.len() + self.stage_variant.len()
            > MOST_VALUES
        {
            return Err(Problem::bad(format!("More than {MOST_VALUES} values to select by; choose fewer.")));
        }
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pair in &self.field {
            let (name, value) = pair
                .split_once(':')
                .ok_or_else(|| Problem::field("field", format!("{pair:?}: write name:value, such as owner:Anna.")))?;
            fields.entry(name.to_owned()).or_default().push(value.to_owned());
        }
        let pair = match (self.moved_from, self.moved_to) {
            (Some(from), Some(to)) => Some((from, to)),
            (None, None) => None,
            _ => return Err(Problem::field("moved_to", "moved_from and moved_to go together.")),
        };
        let (moved, moved_directly) = if self.moved_directly { (None, pair) } else { (pair, None) };
        let some = |path: Vec<String>| (!path.is_empty()).then_some(path);
        Ok(Selection {
            fields,
            outcome: self.outcome,
            stage: self.stage,
            created_from: self.created_from,
            created_to: self.created_to,
            closed_from: self.closed_from,
            closed_to: self.closed_to,
            visited: self.visited,
            moved,
            moved_directly,
            among: self.among,
            grouped: self.grouped,
            starts: self.starts,
            ends: self.ends,
            returned: self.returned,
            variant: some(self.variant),
            stage_variant: some(self.stage_variant),
            text: self.text.filter(|t| !t.trim().is_empty()),
        })
    }
}

/// The selection of a request.
#[derive(Debug, Clone)]
pub struct Selected(pub Selection);

impl Selected {
    /// What parameters of a query, kept by name, select.
    ///
    /// # Errors
    /// 422 if there is no such parameter, or it cannot be meant; if the database cannot be read.
    pub async fn of(app: &App, kept: &BTreeMap<String, Vec<String>>) -> Result<Self, Problem> {
        let known = SelectionParams::into_params(|| None);
        if let Some(name) = kept.keys().find(|name| known.iter().all(|param| param.name != **name)) {
            return Err(Problem::field("filters", format!("Deals cannot be chosen by {name:?}.")));
        }
        let sign = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs =
            kept.iter().flat_map(|(name, values)| values.iter().map(move |v| format!("{}={}", sign(name), sign(v))));
        let wrong = |why: String| Problem::field("filters", why);
        let uri =
            format!("/?{}", pairs.collect::<Vec<_>>().join("&")).parse::<Uri>().map_err(|e| wrong(e.to_string()))?;
        let Query(params) = Query::try_from_uri(&uri).map_err(|rejection| wrong(rejection.body_text()))?;
        Self::read(app, params).await
    }

    async fn read(app: &App, params: SelectionParams) -> Result<Self, Problem> {
        let mut selection = params.read()?;
        if selection.fields.contains_key(field::ACCOUNT) {
            accounts::widen(&mut selection, &app.aliases().await?);
        }
        Ok(Self(selection))
    }
}

impl FromRequestParts<App> for Selected {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Query(params) = Query::<SelectionParams>::from_request_parts(parts, app)
            .await
            .map_err(|rejection| Problem::bad(rejection.body_text()))?;
        Self::read(app, params).await
    }
}

/// A stretch of time in the query: `from` is in it, `to` is not.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PeriodParams {
    /// Its beginning.
    #[param(value_type = Option<String>, format = "date-time")]
    pub from: Option<Timestamp>,
    /// Its end.
    #[param(value_type = Option<String>, format = "date-time")]
    pub to: Option<Timestamp>,
}

impl PeriodParams {
    /// The period; none if neither end is given. A missing end is that of all time.
    ///
    /// # Errors
    /// 422 if it ends before it begins.
    pub fn read(self) -> Result<Option<Period>, Problem> {
        match (self.from, self.to) {
            (None, None) => Ok(None),
            (Some(from), Some(to)) if to <= from => Err(Problem::field("to", "The period ends before it begins.")),
            (from, to) => {
                let (from, to) = (from.unwrap_or(Timestamp::MIN), to.unwrap_or(Timestamp::MAX));
                Ok(Some(Period { from, to }))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn pairs_become_alternatives() {
        let field = ["owner:Anna", "owner:Ben", "sector:", "note:a:b"].map(str::to_owned).to_vec();
        let read = SelectionParams { field, ..SelectionParams::default() }.read().unwrap();
        assert_eq!(read.fields["owner"], ["Anna", "Ben"]);
        assert_eq!(read.fields["sector"], [""]);
        assert_eq!(read.fields["note"], ["a:b"]);
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let field = vec!["owner".to_owned()];
        assert_eq!(SelectionParams { field, ..SelectionParams::default() }.read().unwrap_err().status, 422);
        let moved_from = Some("A".to_owned());
        assert!(SelectionParams { moved_from, ..SelectionParams::default() }.read().is_err());
        let backwards = PeriodParams { from: Some(Timestamp::UNIX_EPOCH), to: Some(Timestamp::UNIX_EPOCH) };
        assert!(backwards.read().is_err());
    }
}
