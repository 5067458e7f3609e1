//! The metrics that every team has.

use model::{
    Side,
    event::kind,
    metric::{
        Act, Amount, Amounts, Answer, Better, Filter, Formula, InStage, MEDIAN, Metric, Moment, Move, Moves, Quantile,
        Ratio, Reach, Stay, Stretch, Subject, Whole,
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    discover::stages_in_order,
    log::{Class, EventLog},
};

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

/// Days in which a customer buys again, refers others, or leaves.
const YEAR: f64 = 365.0;

/// All of them.
pub fn standard(log: &EventLog, chosen: &Chosen) -> Vec<StandardMetric> {
    let conversion = [vec![between_stages(log, chosen)], conversion(log, chosen)].concat();
    [flow(), time(), conversion, money(log), conduct(), after_the_sale()].concat()
}

/// The one with this id. Only the one that is between stages puts all deals' stages in order.
pub fn page_of(log: &EventLog, id: &str, chosen: &Chosen) -> Option<StandardMetric> {
    if id == CONVERSION {
        return Some(between_stages(log, chosen));
    }
    let others = [flow(), time(), conversion(log, chosen), money(log), conduct(), after_the_sale()];
    others.into_iter().flatten().find(|page| page.metric.id == id)
}

fn flow() -> Vec<StandardMetric> {
    let moves = |id, name, says, better, what, example| {
        page(Topic::Flow, id, name, says, better, Formula::Moves(Moves { what, stage: None }), COUNT, example, POISSON)
    };
    vec![
        moves(
            "moves-in",
            "Moves into stages",
            "How many times deals came into each stage.",
            Better::Neither,
            Move::In,
            "Three deals enter Presenting in May, one of them twice: 4.",
        ),
        moves(
            "moves-out",
            "Moves out of stages",
            "How many times deals left each stage, closings included.",
            Better::Neither,
            Move::Out,
            "Of four deals in Closing two are won and one goes back: 3.",
        ),
        moves(
            "returns",
            "Returns",
            "Deals that came back into a stage they had been in.",
            Better::Lower,
            Move::Return,
            "A deal goes from Closing back to Handling objections, where it had been: 1 for Handling objections.",
        ),
        moves(
            "skips",
            "Skipped stages",
            "Deals that came into a stage past one or more that they had never been in.",
            Better::Neither,
            Move::Skip,
            "A deal goes from Presenting to Closing without objections ever: 1 for Closing.",
        ),
        moves(
            "reopenings",
            "Reopenings",
            "Deals that went on after they had been closed.",
            Better::Neither,
            Move::Reopening,
            "A deal that was lost in May enters Presenting in June: 1 for June.",
        ),
        page(
            Topic::Flow,
            "deals-in-stage",
            "Deals in stages",
            "What stands where, at any moment.",
            Better::Neither,
            Formula::Standing(InStage::default()),
            "entered at or before the moment − left before it",
            "Ten deals have entered Closing by 31 May and seven have left it: 3.",
            POISSON,
        ),
        page(
            Topic::Flow,
            "open-deals",
            "Open deals",
            "How many deals are being worked on.",
            Better::Neither,
            Formula::Open(Whole {}),
            "created before the moment − closed before it",
            "Of 100 deals created by 31 May 62 are closed by then: 38.",
            POISSON,
        ),
        page(
            Topic::Flow,
            "new-deals",
            "New deals",
            "What comes in.",
            Better::Higher,
            Formula::Count(Subject::Deals(Moment::Created)),
            COUNT,
            "Twelve deals begin in May: 12.",
            POISSON,
        ),
    ]
}

fn time() -> Vec<StandardMetric> {
    let answer = |id, name, says, by, better| {
        page(
            Topic::Time,
            id,
            name,
            says,
            better,
            Formula::Answer(Answer { by, q: MEDIAN }),
            "first time t with S(t) ≤ ½, S(t) = Π (1 − dᵢ / nᵢ) over waits; a wait without an answer is censored at the \
             close, or at the end of the data",
            "A mail comes on Monday at 9 and we call back on Tuesday at 9: one wait of a day.",
            KAPLAN_MEIER,
        )
    };
    vec![
        page(
            Topic::Time,
            "time-in-stage",
            "Time in stage",
            "How long deals stay; what has not ended counts as not \
            finished yet.",
            Better::Lower,
            Formula::Stay(Stay { stage: None, q: MEDIAN }),
            "first time t with S(t) ≤ ½, S(t) = Π (1 − dᵢ / nᵢ); shares moved on and lost: Fₖ = Σ S(tᵢ₋₁) dₖᵢ / nᵢ",
            "Stays of 2, 4 and 9 days that ended and one of 5 days so far: S falls to ¾ at 2, ½ at 4. The median is 4 days; \
             leaving the open one out would give 4 as well, but counting it as ended at 5 would be wrong.",
            "E. L. Kaplan, P. Meier (1958), J. Am. Stat. Assoc. 53, 457–481; bounds: R. Brookmeyer, J. Crowley (1982), \
             Biometrics 38, 29–41; competing outcomes: O. O. Aalen, S. Johansen (1978), Scand. J. Stat. 5, 141–150; \
             differences: log-rank test, N. Mantel (1966), Cancer Chemother. Rep. 50, 163–170.",
        ),
        page(
            Topic::Time,
            "cycle-time",
            "Cycle time",
            "How long a deal took that was won.",
            Better::Lower,
            Formula::Quantile(Quantile {
                of: Amount::Days(Stretch { from: Moment::Created, to: Moment::Won }),
                at: Moment::Won,
                q: MEDIAN,
            }),
            "median of (won − created) over deals won in the time",
            "Deals won after 20, 40 and 90 days: 40 days.",
            "Median with its interval by order statistics, W. J. Conover (1999), Practical Nonparametric Statistics, 3.2.",
        ),
        answer("time-to-answer", "Time to answer", "How long prospects wait for us.", Side::Rep, Better::Lower),
        answer(
            "their-answer",
            "Time until they answer",
            "How long we wait for prospects.",
            Side::Prospect,
            Better::Lower,
        ),
    ]
}

/// Id of the metric between any two stages.
const CONVERSION: &str = "conversion";
const REACHED: &str = "reached ÷ (began − still open); the open ones are shown beside it";

fn between_stages(log: &EventLog, chosen: &Chosen) -> StandardMetric {
    let (from, to) = match (&chosen.start, &chosen.goal) {
        (Some(from), Some(to)) => (from.clone(), to.clone()),
        (start, goal) => {
            let stages = stages_in_order(log);
            let stage = |name: &Option<String>, place| name.as_ref().or(stages.get(place)).cloned().unwrap_or_default();
            (stage(start, 0), stage(goal, 1))
        }
    };
    StandardMetric {
        choices: vec![choice("start", true, &from), choice("goal", true, &to)],
        ..page(
            Topic::Conversion,
            CONVERSION,
            "Conversion",
            "Of the deals that entered one stage, the share that entered another one later.",
            Better::Higher,
            share(entered(from, Moment::Created), entered(to, Moment::Won)),
            REACHED,
            "Of 40 deals that entered Researching in May 20 came to Presenting, 10 were lost before, 10 are open: \
             20 ÷ 30 = 67 %.",
            WILSON,
        )
    }
}

fn share(from: Moment, to: Moment) -> Formula {
    Formula::Share(Reach { from, to, within_days: None })
}

fn choice(name: &str, stage: bool, chosen: &str) -> Choice {
    Choice { name: name.into(), stage, chosen: chosen.into() }
}

fn conversion(log: &EventLog, chosen: &Chosen) -> Vec<StandardMetric> {
    let demo = act_like(log, "demo", &["demo", "vorführung", "デモ"]);
    let call = act_like(log, "discovery", &["discovery", "erstgespräch", "call", "anruf"]);
    let wanted = |name: &Option<String>, other: Act| name.clone().map_or(other, |kind| Act { kind, ..Act::default() });
    let (after, asked_after, asked) =
        (wanted(&chosen.start, demo.clone()), wanted(&chosen.start, call), wanted(&chosen.goal, demo));
    vec![
        StandardMetric {
            choices: vec![choice("start", false, &after.kind)],
            ..page(
                Topic::Conversion,
                "close-after-demo",
                "Won after a demonstration",
                "Of the deals that had a \
                demonstration, the share that was won.",
                Better::Higher,
                share(Moment::First(after), Moment::Won),
                REACHED,
                "Of 30 deals first shown a demonstration in May 12 are won, 12 lost, 6 open: 12 ÷ 24 = 50 %.",
                WILSON,
            )
        },
        StandardMetric {
            choices: vec![choice("start", false, &asked_after.kind), choice("goal", false, &asked.kind)],
            ..page(
                Topic::Conversion,
                "demo-after-discovery",
                "Demonstration after the discovery call",
                "Of the deals that \
                had a discovery call, the share that came to a demonstration.",
                Better::Higher,
                share(Moment::First(asked_after), Moment::First(asked)),
                REACHED,
                "Of 50 first calls in May 20 led to a demonstration, 20 deals were lost without, 10 are open: 20 ÷ 40 = \
                 50 %.",
                WILSON,
            )
        },
        page(
            Topic::Conversion,
            "win-rate",
            "Win rate",
            "Of the deals that closed, the share that was won.",
            Better::Higher,
            share(Moment::Closed, Moment::Won),
            "won ÷ closed",
            "9 of 30 closed deals were won: 30 %, with \
            95 % confidence 17 to 48 %.",
            WILSON,
        ),
        page(
            Topic::Conversion,
            "win-rate-by-value",
            "Win rate by value",
            "Of the value that closed, the share that was \
            won.",
            Better::Higher,
            Formula::Ratio(Ratio {
                over: amounts(Amount::Value, Moment::Won),
                under: amounts(Amount::Value, Moment::Closed),
            }),
            "Σ value won ÷ Σ value closed",
            "Won 10,000 and 20,000, lost 70,000: 30,000 ÷ 100,000 = 30 %.",
            "Ratio of sums; its variance by the delta method, W. G. Cochran (1977), Sampling Techniques, 6.3.",
        ),
    ]
}

/// Where the data knows no such stage, another moment.
fn entered(stage: String, otherwise: Moment) -> Moment {
    if stage.is_empty() { otherwise } else { Moment::Entered(stage) }
}

fn money(log: &EventLog) -> Vec<StandardMetric> {
    let discount = log.deals.fields.iter().map(|field| field.name.as_str());
    let discount = discount.filter(|name| name.to_lowercase().contains("discount")).find(|name| log.has_field(name));
    let discount = discount.unwrap_or("discount").to_owned();
    vec![
        page(
            Topic::Money,
            "value-won",
            "Value won",
            "What was sold.",
            Better::Higher,
            Formula::Sum(amounts(Amount::Value, Moment::Won)),
            "Σ value of the deals won",
            "10,000 and 20,000: 30,000.",
            "Interval as of a compound Poisson sum, Σx ± z √Σx²: W. Feller (1968), An Introduction to Probability Theory I, \
             XII.2.",
        ),
        page(
            Topic::Money,
            "value",
            "Value of a won deal",
            "What a deal is worth that was won.",
            Better::Higher,
            Formula::Mean(amounts(Amount::Value, Moment::Won)),
            "Σ value ÷ n",
            "10,000 and 20,000: 15,000.",
            STUDENT,
        ),
        page(
            Topic::Money,
            "discount",
            "Discount",
            "How much was given away on deals that were won.",
            Better::Lower,
            Formula::Mean(amounts(Amount::Field(discount), Moment::Won)),
            "Σ discount ÷ n",
            "5, 0 and 10: 5.",
            STUDENT,
        ),
        page(
            Topic::Money,
            "velocity",
            "Velocity",
            "Money that goes through the pipeline a day.",
            Better::Higher,
            Formula::Velocity(Whole {}),
            "open deals × win rate × mean value won ÷ mean days to close",
            "40 open deals, 30 % won, 15,000 each, 60 days: 40 × 0.3 × 15,000 ÷ 60 = 3,000 a day.",
            "Interval of its logarithm by the delta method: Σ of the squared relative errors of the parts, taken as \
             independent.",
        ),
    ]
}

fn conduct() -> Vec<StandardMetric> {
    vec![
        page(
            Topic::Conduct,
            "touches-per-won-deal",
            "Touches of a won deal",
            "Calls, mails and meetings that a won deal \
            took.",
            Better::Neither,
            Formula::Mean(amounts(Amount::Touches, Moment::Won)),
            "Σ touchpoints ÷ n",
            "Won deals with 8, 12 and 16 touchpoints: 12.",
            STUDENT,
        ),
        page(
            Topic::Conduct,
            "moves-against",
            "Moves against the process",
            "Stages left without what the process asks \
            for.",
            Better::Lower,
            Formula::Against(InStage::default()),
            "moves with an override ÷ moves on",
            "Of 200 moves on 12 were made with a reason instead: 6 %.",
            WILSON,
        ),
        page(
            Topic::Conduct,
            "commitments-kept",
            "Commitments kept",
            "What prospects agreed to do, and did by their day.",
            Better::Higher,
            Formula::Kept(Whole {}),
            "kept by their day ÷ fallen due",
            "Of 20 commitments due in May 15 were kept by then: 75 %.",
            WILSON,
        ),
    ]
}

fn after_the_sale() -> Vec<StandardMetric> {
    let within = |id, name, says, better, kind: &str| {
        let act = Act { kind: kind.to_owned(), ..Act::default() };
        let reach = Reach { from: Moment::Won, to: Moment::First(act), within_days: Some(YEAR) };
        page(
            Topic::AfterTheSale,
            id,
            name,
            says,
            better,
            Formula::Share(reach),
            "within a year ÷ (won − those for whom the year is not over)",
            "Of 50 deals won in a year 4 so within their first year, and for 10 the year is not over: 4 ÷ 40 = 10 %.",
            WILSON,
        )
    };
    vec![
        within("churn", "Churn", "Customers that left within a year.", Better::Lower, kind::CHURNED),
        within(
            "upsell",
            "Upsell",
            "Customers that were offered more within a year.",
            Better::Higher,
            "New deal: upsell",
        ),
        within(
            "referrals",
            "Referrals",
            "Customers that sent us somebody within a year.",
            Better::Higher,
            kind::REFERRAL_RECEIVED,
        ),
    ]
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

/// What the data has of an act: with the tag, else the first activity whose name has one of the words, the earlier word
/// first. Called as the first word where there is nothing.
fn act_like(log: &EventLog, tag: &str, words: &[&str]) -> Act {
    let has_tag = log
        .details
        .texts
        .code("tag")
        .zip(log.details.texts.code(tag))
        .is_some_and(|(name, value)| log.details.all.iter().any(|set| set.contains(&(name, value))));
    if has_tag {
        return Act { kind: "meeting".to_owned(), tag: Some(tag.to_owned()), by: None };
    }
    let names: Vec<&str> =
        log.sorts.all.iter().filter(|s| s.class == Class::Activity).map(|s| log.sorts.names.get(s.name)).collect();
    let found = words.iter().find_map(|word| names.iter().find(|name| name.to_lowercase().contains(word)));
    let kind = found.or(words.first()).copied().unwrap_or_default().to_owned();
    Act { kind, ..Act::default() }
}
