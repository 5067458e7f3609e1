//! The stages that a metric names.

use super::{Amount, Amounts, Formula, Metric, Moment, Stretch, Subject};

/// Takes a place in a metric and the name of a stage that stands there.
pub type TakeStage<'t> = &'t mut dyn FnMut(&str, &mut String);

impl Metric {
    /// The stages that it names, each once, in the order in which it names them.
    pub fn stages(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        self.clone().each_stage(&mut |_, name| {
            if !found.contains(name) {
                found.push(name.clone());
            }
        });
        found
    }

    /// Hands over every stage that it names, with the place where it does (`figure.share.to.entered`).
    pub fn each_stage(&mut self, take: TakeStage<'_>) {
        match &mut self.figure {
            Formula::Count(Subject::Deals(at)) => moment("figure.count.deals", at, take),
            Formula::Share(of) => moments("figure.share", &mut of.from, &mut of.to, take),
            Formula::Sum(of) => amounts("figure.sum", of, take),
            Formula::Mean(of) => amounts("figure.mean", of, take),
            Formula::Quantile(of) => {
                amount("figure.quantile.of", &mut of.of, take);
                moment("figure.quantile.at", &mut of.at, take);
            }
            Formula::Ratio(of) => {
                amounts("figure.ratio.over", &mut of.over, take);
                amounts("figure.ratio.under", &mut of.under, take);
            }
            Formula::Duration(of) => moments("figure.duration", &mut of.from, &mut of.to, take),
            Formula::Moves(of) => stage("figure.moves.stage", of.stage.as_mut(), take),
            Formula::Standing(of) => stage("figure.standing.stage", of.stage.as_mut(), take),
            Formula::Stay(of) => stage("figure.stay.stage", of.stage.as_mut(), take),
            Formula::Against(of) => stage("figure.against.stage", of.stage.as_mut(), take),
            Formula::Count(Subject::Events(_))
            | Formula::Open(_)
            | Formula::Answer(_)
            | Formula::Kept(_)
            | Formula::Velocity(_)
            | Formula::Attainment(_)
            | Formula::ForecastError(_) => {}
        }
    }
}

fn moments(path: &str, from: &mut Moment, to: &mut Moment, take: TakeStage<'_>) {
    moment(&format!("{path}.from"), from, take);
    moment(&format!("{path}.to"), to, take);
}

fn amounts(path: &str, of: &mut Amounts, take: TakeStage<'_>) {
    amount(&format!("{path}.of"), &mut of.of, take);
    moment(&format!("{path}.at"), &mut of.at, take);
}

fn amount(path: &str, of: &mut Amount, take: TakeStage<'_>) {
    if let Amount::Days(Stretch { from, to }) = of {
        moments(&format!("{path}.days"), from, to, take);
    }
}

fn moment(path: &str, at: &mut Moment, take: TakeStage<'_>) {
    match at {
        Moment::Entered(name) => take(&format!("{path}.entered"), name),
        Moment::Left(name) => take(&format!("{path}.left"), name),
        Moment::Created | Moment::Closed | Moment::Won | Moment::Lost | Moment::First(_) | Moment::Last(_) => {}
    }
}

fn stage(path: &str, name: Option<&mut String>, take: TakeStage<'_>) {
    if let Some(name) = name {
        take(path, name);
    }
}
