//! Rules about metrics.

use super::Lint;
use crate::metric::STANDARD_IDS;

/// Metrics of a process at most.
const MOST: usize = 200;

impl Lint<'_> {
    pub(super) fn metrics(&mut self, in_the_browser: &[String]) {
        let process = self.process;
        self.list("metric", "metrics", "name", process.metrics.iter().map(|m| (m.id.as_str(), m.name.as_str())));
        if process.metrics.len() > MOST {
            let message = format!("{} metrics are more than anybody reads; at most {MOST}", process.metrics.len());
            self.note("P151", "metrics", message);
        }
        for (i, metric) in process.metrics.iter().enumerate() {
            let path = format!("metrics[{i}]");
            if let Err(error) = metric.check() {
                self.note("P151", format!("{path}.{}", error.path), format!("`{}`: {}", metric.id, error.says));
            }
            if STANDARD_IDS.contains(&metric.id.as_str()) {
                let message = format!("every team has a metric `{}`; give this one another id", metric.id);
                self.note("P152", format!("{path}.id"), message);
            }
            if in_the_browser.contains(&metric.id) {
                let message = format!(
                    "a metric `{}` was made in the browser; this one counts instead, until one of them has another id",
                    metric.id
                );
                self.note("P154", format!("{path}.id"), message);
            }
            self.stages_of_metric(i);
        }
    }

    fn stages_of_metric(&mut self, i: usize) {
        let process = self.process;
        let mut unknown: Vec<(String, String)> = Vec::new();
        process.metrics[i].clone().each_stage(&mut |place, name| {
            if process.stage_of(name).is_none() {
                unknown.push((place.to_owned(), name.clone()));
            }
        });
        for (place, name) in unknown {
            let stages = process.stages.iter().map(|s| s.id.as_str());
            self.refer_by("P153", &name, "stage", stages, format!("metrics[{i}].{place}"));
        }
    }
}
