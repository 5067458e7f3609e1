//! The metrics that every team has.

mod after;
mod conduct;
mod conversion;
mod flow;
mod money;
mod time;

use model::metric::{Amount, Amounts, Better, Filter, Formula, Metric, Moment};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use self::conversion::{CONVERSION, between_stages};
use crate::log::EventLog;

/// A metric with its page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct StandardMetric {
    /// The metric.
    pub metric: Metric,
    /// With which others it stands.
    pub topic: Topic,
    /// The formula.
    pub formula: String,
    /// A worked example.
    pub example: String,
    /// Where the formula and its interval come from.
    pub source: String,
    /// What can be chosen in it: stages or acts by name.
    pub choices: Vec<Choice>,
}

/// What metrics are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MetricTopic)]
pub enum Topic {
    /// Moves, and what stands where.
    Flow,
    /// How long things take.
    Time,
    /// Who comes how far.
    Conversion,
    /// Money.
    Money,
    /// How the team works.
    Conduct,
    /// Customers.
    AfterTheSale,
}

/// Something that can be chosen in a metric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = MetricChoice)]
pub struct Choice {
    /// `start` or `goal`.
    pub name: String,
    /// True: a stage; false: an activity.
    pub stage: bool,
    /// What is chosen; empty where the data has nothing like it.
    pub chosen: String,
}

/// What was chosen; the first and last stage, or what the data calls so, where nothing was.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// From which stage, or after which act.
    pub start: Option<String>,
    /// To which stage, or to which act.
    pub goal: Option<String>,
}

/// All of them.
pub fn standard(log: &EventLog, chosen: &Chosen) -> Vec<StandardMetric> {
    let conversion = [vec![between_stages(log, chosen)], conversion::all(log, chosen)].concat();
    [flow::all(), time::all(), conversion, money::all(), conduct::all(), after::all()].concat()
}

/// The one with this id. Only the one that is between stages puts all deals' stages in order.
pub fn page_of(log: &EventLog, id: &str, chosen: &Chosen) -> Option<StandardMetric> {
    if id == CONVERSION {
        return Some(between_stages(log, chosen));
    }
    let others = [flow::all(), time::all(), conversion::all(log, chosen), money::all(), conduct::all(), after::all()];
    others.into_iter().flatten().find(|page| page.metric.id == id)
}

const COUNT: &str = "count";
const POISSON: &str = "Interval of a Poisson count: F. Garwood (1936), Biometrika 28, 437–442; two times are compared as in \
    J. Przyborowski, H. Wilenski (1940), Biometrika 31, 313–323.";
const KAPLAN_MEIER: &str = "E. L. Kaplan, P. Meier (1958), J. Am. Stat. Assoc. 53, 457–481; bounds: R. Brookmeyer, \
    J. Crowley (1982), Biometrics 38, 29–41.";
const WILSON: &str = "Interval: E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209–212; differences: R. G. Newcombe (1998), \
    Statistics in Medicine 17, 873–890, and Fisher's exact test.";
const STUDENT: &str =
    "Interval: Student (1908), Biometrika 6, 1–25; differences: B. L. Welch (1947), Biometrika 34, 28–35.";

fn amounts(of: Amount, at: Moment) -> Amounts {
    Amounts { of, at }
}

#[expect(clippy::too_many_arguments, reason = "a page is a row of texts")]
fn page(
    topic: Topic,
    id: &str,
    name: &str,
    says: &str,
    better: Better,
    figure: Formula,
    formula: &str,
    example: &str,
    source: &str,
) -> StandardMetric {
    let metric =
        Metric { id: id.into(), name: name.into(), says: says.into(), better, figure, only: Filter::default() };
    StandardMetric {
        metric,
        topic,
        formula: formula.into(),
        example: example.into(),
        source: source.into(),
        choices: Vec::new(),
    }
}
