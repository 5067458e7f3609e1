//! Which deals a request is about, as parameters of its query.

use std::collections::BTreeMap;

use axum::{
    extract::FromRequestParts,
    http::{Uri, request::Parts},
};
use axum_extra::extract::Query;
use insight::{
    measure::{Period, Span},
    select::Selection,
};
use jiff::{civil::Date, tz::TimeZone};
use model::{Outcome, Timestamp, deal::field};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, de::DeserializeOwned};
use utoipa::{IntoParams, openapi::path::Parameter};

use crate::{
    accounts,
    problem::{Answer, Problem},
    state::App,
};

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
    pub async fn of(app: &App, kept: &BTreeMap<String, Vec<String>>) -> Answer<Self> {
        if let Some(name) = unknown_param(kept, &[SelectionParams::into_params(|| None)]) {
            return Err(Problem::field("filters", format!("Deals cannot be chosen by {name:?}.")));
        }
        let params = read_kept(kept).map_err(|problem| Problem::field("filters", problem.detail))?;
        app.selected(params).await.map(Self)
    }
}

/// The first parameter, of those kept by name, that no route of these parameters knows.
pub fn unknown_param<'k>(kept: &'k BTreeMap<String, Vec<String>>, known: &[Vec<Parameter>]) -> Option<&'k String> {
    kept.keys().find(|name| known.iter().flatten().all(|param| param.name != **name))
}

/// Parameters of a query, kept by name, as a request would bring them.
///
/// # Errors
/// 422 if they cannot be meant.
pub fn read_kept<T: DeserializeOwned>(kept: &BTreeMap<String, Vec<String>>) -> Answer<T> {
    let written = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let pairs = kept.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
    let query: Vec<String> = pairs.map(|(name, value)| format!("{}={}", written(name), written(value))).collect();
    let uri: Uri = format!("/?{}", query.join("&")).parse().map_err(|_| Problem::bad("This is too much to ask."))?;
    let Query(read) = Query::<T>::try_from_uri(&uri).map_err(|rejection| Problem::bad(rejection.body_text()))?;
    Ok(read)
}

impl FromRequestParts<App> for Selected {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Query(params) = Query::<SelectionParams>::from_request_parts(parts, app)
            .await
            .map_err(|rejection| Problem::bad(rejection.body_text()))?;
        app.selected(params).await.map(Self)
    }
}

/// A stretch of time in the query: `from` is in it, `to` is not.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PeriodParams {
    /// Its beginning: a moment, or a day (`2017-03-01`), which begins at midnight where the team is.
    #[param(value_type = Option<String>)]
    pub from: Option<Edge>,
    /// Its end, as `from`.
    #[param(value_type = Option<String>)]
    pub to: Option<Edge>,
    /// Instead of both: counted back from the last day of the data.
    #[param(inline)]
    pub span: Option<Span>,
}

/// An end of a stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub enum Edge {
    /// A moment.
    At(Timestamp),
    /// The beginning of a day.
    Day(Date),
}

impl TryFrom<String> for Edge {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("{text:?} is neither a day (2017-03-01) nor a moment (2017-03-01T08:00:00Z).");
        text.parse().map(Self::At).or_else(|_| text.parse().map(Self::Day)).map_err(|_| wrong())
    }
}

impl Edge {
    fn moment(self, zone: &TimeZone) -> Option<Timestamp> {
        match self {
            Self::At(at) => Some(at),
            Self::Day(day) => day.to_zoned_datetime(zone.clone()).map(|there| there.timestamp()).ok(),
        }
    }
}

impl PeriodParams {
    /// The period; none if nothing is given. A missing end is that of all time.
    ///
    /// # Errors
    /// 422 if it ends before it begins.
    fn read(self, as_of: Option<Timestamp>, zone: &TimeZone) -> Result<Option<Period>, Problem> {
        let end = |edge: Option<Edge>, name| {
            let beyond = || Problem::field(name, "This day is beyond the calendar.");
            edge.map(|edge| edge.moment(zone).ok_or_else(beyond)).transpose()
        };
        match (end(self.from, "from")?, end(self.to, "to")?) {
            (None, None) => Ok(self.span.and_then(|span| span.period(as_of, zone))),
            _ if self.span.is_some_and(|span| span != Span::All) => {
                Err(Problem::field("span", "Give either a span, or from and to."))
            }
            (Some(from), Some(to)) if to <= from => Err(Problem::field("to", "The period ends before it begins.")),
            (from, to) => {
                let (from, to) = (from.unwrap_or(Timestamp::MIN), to.unwrap_or(Timestamp::MAX));
                Ok(Some(Period { from, to }))
            }
        }
    }
}

/// The period of a request; none: all time.
#[derive(Debug, Clone, Copy)]
pub struct InPeriod(pub Option<Period>);

impl FromRequestParts<App> for InPeriod {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Query(params) = Query::<PeriodParams>::from_request_parts(parts, app)
            .await
            .map_err(|rejection| Problem::bad(rejection.body_text()))?;
        app.period(params).await.map(Self)
    }
}

impl App {
    /// The period that parameters name, where the team is; none: all time.
    ///
    /// # Errors
    /// 422 if it ends before it begins; 503 while the log is being read that a span counts back from.
    pub async fn period(&self, params: PeriodParams) -> Answer<Option<Period>> {
        let zone = self.work().await?.zone;
        let as_of = if params.span.is_some() { self.keeper.read()?.as_of() } else { None };
        params.read(as_of, &zone)
    }

    /// The deals that parameters name.
    ///
    /// # Errors
    /// 422 naming the parameter that cannot be meant.
    pub async fn selected(&self, params: SelectionParams) -> Answer<Selection> {
        let mut selection = params.read()?;
        if selection.fields.contains_key(field::ACCOUNT) {
            accounts::widen(&mut selection, &self.aliases().await?);
        }
        Ok(selection)
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
    }

    fn period(from: Option<&str>, to: Option<&str>, span: Option<Span>) -> Result<Option<Period>, Problem> {
        let edge = |text: &str| Edge::try_from(text.to_owned()).unwrap();
        let params = PeriodParams { from: from.map(edge), to: to.map(edge), span };
        params.read(Some("2026-03-30T10:00:00Z".parse().unwrap()), &TimeZone::get("Europe/Berlin").unwrap())
    }

    #[test]
    fn days_begin_where_the_team_is() {
        let found = period(Some("2026-03-29"), Some("2026-03-30"), None).unwrap().unwrap();
        assert_eq!(found.from.to_string(), "2026-03-28T23:00:00Z");
        assert_eq!(found.to.to_string(), "2026-03-29T22:00:00Z");
        let span = period(None, None, Some(Span::Week)).unwrap().unwrap();
        assert_eq!(span.to.to_string(), "2026-03-30T22:00:00Z");
        assert_eq!(period(None, None, Some(Span::All)).unwrap(), None);
    }

    #[test]
    fn periods_that_cannot_be_meant_are_refused() {
        assert!(period(Some("2026-03-29"), Some("2026-03-29"), None).is_err());
        assert!(period(Some("2026-03-29"), None, Some(Span::Week)).is_err());
        assert!(Edge::try_from("March".to_owned()).is_err());
        assert!(Edge::try_from("2026-02-30".to_owned()).is_err());
    }
}
