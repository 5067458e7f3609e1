//! Whether a deal is worth the work, by the qualification schemes of its process.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Facts, Scheme};

/// How a deal does by the schemes of its process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Qualification {
    /// Whether it has the points that one of the schemes asks for; none where the process has no scheme.
    pub qualified: Option<bool>,
    /// By scheme, in the order of the process.
    pub schemes: Vec<SchemeScore>,
}

/// How a deal does by one scheme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SchemeScore {
    /// The scheme's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Points of the answers given.
    pub points: f64,
    /// Points from which a deal counts as qualified.
    pub threshold: f64,
    /// The most that answers can give.
    pub most: f64,
    /// Whether the points are enough.
    pub met: bool,
    /// What the points are made of.
    pub questions: Vec<QuestionScore>,
}

/// One question of a scheme, answered or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct QuestionScore {
    /// The question's id.
    pub id: String,
    /// The question.
    pub asks: String,
    /// The last answer; none while it is open.
    pub answer: Option<String>,
    /// Who gave it.
    pub by: Option<String>,
    /// Its points.
    pub points: f64,
    /// The most that an answer can give.
    pub most: f64,
    /// Answers that the scheme names, the one with most points first.
    pub answers: Vec<String>,
}

/// How a deal does by the schemes, by what was answered up to the moment of the facts.
pub fn qualification(facts: &Facts<'_>) -> Qualification {
    let schemes: Vec<SchemeScore> = facts.schemes.iter().map(|scheme| scored(scheme, facts)).collect();
    let qualified = (!schemes.is_empty()).then(|| schemes.iter().any(|scheme| scheme.met));
    Qualification { qualified, schemes }
}

fn scored(scheme: &Scheme, facts: &Facts<'_>) -> SchemeScore {
    let question = |asked: &super::SchemeQuestion| {
        let given = facts.given(&asked.id);
        let mut answers: Vec<(&String, f64)> = asked.scores.iter().map(|(answer, points)| (answer, *points)).collect();
        answers.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let free = asked.points.unwrap_or(if answers.is_empty() { 1.0 } else { f64::MIN });
        QuestionScore {
            id: asked.id.clone(),
            asks: asked.asks.clone(),
            answer: given.map(|(_, answer)| answer.to_owned()),
            by: given.and_then(|(event, _)| event.actor.clone()),
            points: given.map_or(0.0, |(_, answer)| scheme.points(&asked.id, answer)),
            most: answers.iter().map(|(_, points)| *points).fold(free, f64::max),
            answers: answers.into_iter().map(|(answer, _)| answer.clone()).collect(),
        }
    };
    let questions: Vec<QuestionScore> = scheme.questions.iter().map(question).collect();
    let points = questions.iter().map(|q| q.points).sum();
    SchemeScore {
        id: scheme.id.clone(),
        name: scheme.name.clone(),
        points,
        threshold: scheme.threshold,
        most: questions.iter().map(|q| q.most).sum(),
        met: points >= scheme.threshold,
        questions,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::{
        deal::Deal,
        event::{Event, Side, kind},
        ids::{DealId, EventId},
        language::Language,
        process::SchemeQuestion,
    };

    fn answered(n: i64, question: &str, answer: &str) -> Event {
        let attributes = [("question", question), ("answer", answer)];
        Event {
            id: EventId::of_key(&n.to_string()),
            deal: DealId::of_key("1"),
            at: jiff::Timestamp::from_second(n).unwrap_or_default(),
            undated: false,
            kind: kind::ANSWER.into(),
            activity: String::new(),
            stage: None,
            side: Side::Rep,
            actor: Some("Ann".into()),
            attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
            import: None,
        }
    }

    fn scheme() -> Scheme {
        let question = |id: &str, scores: &[(&str, f64)]| SchemeQuestion {
            id: id.into(),
            asks: format!("{id}?"),
            points: None,
            scores: scores.iter().map(|(answer, points)| ((*answer).to_owned(), *points)).collect(),
        };
        let questions = vec![question("budget", &[("yes", 2.0), ("partly", 1.0), ("no", 0.0)]), question("need", &[])];
        Scheme { id: "bant".into(), name: "BANT".into(), threshold: 2.5, questions }
    }

    #[rstest]
    #[case(&[], 0.0, false)]
    #[case(&[("budget", "yes")], 2.0, false)]
    #[case(&[("budget", "yes"), ("need", "less scrap")], 3.0, true)]
    #[case(&[("budget", "yes"), ("need", "less scrap"), ("budget", "no")], 1.0, false)]
    // An empty answer takes the earlier one back.
    #[case(&[("budget", "yes"), ("need", "x"), ("need", "")], 2.0, false)]
    fn points(#[case] answers: &[(&str, &str)], #[case] expected: f64, #[case] met: bool) {
        let events: Vec<Event> = (1..).zip(answers).map(|(n, (q, a))| answered(n, q, a)).collect();
        let (deal, schemes) = (Deal::new(DealId::of_key("1"), "1"), [scheme()]);
        let now = jiff::Timestamp::from_second(100).unwrap_or_default();
        let facts = Facts { deal: &deal, events: &events, now, schemes: &schemes, language: Language::En };
        let found = qualification(&facts);
        assert_eq!((found.schemes[0].points, found.schemes[0].most, found.qualified), (expected, 3.0, Some(met)));
        assert_eq!(found.schemes[0].questions[0].answers, ["yes", "partly", "no"]);
        assert_eq!(qualification(&Facts { schemes: &[], ..facts }).qualified, None);
    }
}
