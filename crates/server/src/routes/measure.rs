//! What works, where it sticks.

use axum::extract::State;
use insight::{
    log::EventLog,
    measure::{self, Conversion, Flow, Period, Step, TimeInStage, WinRateOverTime},
    select::Selection,
    table::Table,
};
use model::Timestamp;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    problem::{Answer, Json, Problem, Query},
    selection::{InPeriod, PeriodParams, Selected, SelectionParams},
    state::App,
    tables::table_files,
};

/// By what to group.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct By {
    /// Field or attribute: `owner`, `team`, `product`, …
    pub by: Option<String>,
    /// Length of a step: `week`, `month` (if left out), `quarter`.
    pub step: Step,
}

/// What is asked of every measure.
#[derive(Debug, Clone)]
struct Ask {
    selection: Selection,
    period: Option<Period>,
    by: By,
}

impl Ask {
    fn new(Selected(selection): Selected, InPeriod(period): InPeriod, Query(by): Query<By>) -> Self {
        Self { selection, period, by }
    }

    /// # Errors
    /// 422 if no deal has the field to group by.
    fn check(&self, log: &EventLog) -> Result<(), Problem> {
        match self.by() {
            Some(by) if log.deals() > 0 && !log.has_field(by) => {
                Err(Problem::field("by", format!("No deal has a field {by:?}; see /fields.")))
            }
            _ => Ok(()),
        }
    }

    fn by(&self) -> Option<&str> {
        self.by.by.as_deref().filter(|b| !b.is_empty())
    }

    fn flow(self, log: &EventLog) -> Flow {
        let first = log.all().filter_map(|d| log.created(d)).min();
        let last = log.as_of().map(|at| at.saturating_add(jiff::SignedDuration::from_secs(1)).unwrap_or(at));
        let all = Period { from: first.unwrap_or(Timestamp::UNIX_EPOCH), to: last.unwrap_or(Timestamp::UNIX_EPOCH) };
        measure::flow(log, &self.selection, self.period.unwrap_or(all), self.by())
    }

    fn time_in_stage(self, log: &EventLog) -> TimeInStage {
        measure::time_in_stage(log, &self.selection, self.by())
    }

    fn conversion(self, log: &EventLog) -> Conversion {
        measure::conversion(log, &self.selection, self.period, self.by())
    }

    fn win_rate(self, log: &EventLog) -> WinRateOverTime {
        measure::win_rate(log, &self.selection, self.period, self.by.step, self.by())
    }
}

/// What a request says.
type Said = (Selected, InPeriod, Query<By>);

macro_rules! measures {
    ($($(#[$doc:meta])* $name:ident / $csv:ident / $parquet:ident / $table:ident:
        $path:literal, $csv_path:literal, $parquet_path:literal, $file:literal -> $result:ty;)+) => {$(
        $(#[$doc])*
        #[utoipa::path(get, path = $path, tag = "Measure", params(SelectionParams, PeriodParams, By),
            responses((status = 200, body = $result)))]
        pub async fn $name(
            State(app): State<App>, selected: Selected, period: InPeriod, by: Query<By>,
        ) -> Answer<Json<$result>> {
            let ask = Ask::new(selected, period, by);
            Ok(Json(app.on_log(move |log| ask.check(log).map(|()| ask.$name(log))).await??))
        }

        async fn $table(app: &App, (selected, period, by): Said) -> Answer<(String, Table)> {
            let ask = Ask::new(selected, period, by);
            let table = app.on_log(move |log| ask.check(log).map(|()| ask.$name(log).rows())).await??;
            Ok(($file.to_owned(), table))
        }

        table_files! {
            ask: Said, table: $table, tag: "Measure", params: (SelectionParams, PeriodParams, By),
            $(#[$doc])*
            ///
            /// As CSV.
            $csv: Csv $csv_path "text/csv";
            $(#[$doc])*
            ///
            /// As Parquet.
            $parquet: Parquet $parquet_path "application/vnd.apache.parquet";
        }
    )+};
}

measures! {
    /// Moves into and out of each stage in a period.
    flow / flow_csv / flow_parquet / flow_table:
        "/measure/flow", "/measure/flow.csv", "/measure/flow.parquet", "flow" -> Flow;
    /// Time in stage; deals that are still there are censored.
    time_in_stage / time_in_stage_csv / time_in_stage_parquet / time_in_stage_table:
        "/measure/time-in-stage", "/measure/time-in-stage.csv", "/measure/time-in-stage.parquet", "time-in-stage" -> TimeInStage;
    /// Conversion between stages.
    conversion / conversion_csv / conversion_parquet / conversion_table:
        "/measure/conversion", "/measure/conversion.csv", "/measure/conversion.parquet", "conversion" -> Conversion;
    /// Win rate over time, by the date of closing.
    win_rate / win_rate_csv / win_rate_parquet / win_rate_table:
        "/measure/win-rate", "/measure/win-rate.csv", "/measure/win-rate.parquet", "win-rate" -> WinRateOverTime;
}
