//! The rules of the linter.

mod criteria;
mod form;
mod history;
mod metrics;
mod playbook;
mod ways;

use std::sync::LazyLock;

use serde::Serialize;
use utoipa::ToSchema;

use crate::process::Level;

/// A rule of the linter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = LintRule)]
pub struct Rule {
    /// Stable id: `P106`.
    pub id: &'static str,
    /// How much breaking it matters.
    pub level: Level,
    /// The flaw in a few words.
    pub title: &'static str,
    /// Why it is one.
    pub why: &'static str,
    /// A part of a process with the flaw; where it has no first line `schema`, the stages `won` and `lost` follow.
    pub example: &'static str,
    /// The same without it.
    pub fixed: &'static str,
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.id == id)
}

const fn error(
    id: &'static str,
    title: &'static str,
    why: &'static str,
    example: &'static str,
    fixed: &'static str,
) -> Rule {
    Rule { id, level: Level::Error, title, why, example, fixed }
}

const fn warning(
    id: &'static str,
    title: &'static str,
    why: &'static str,
    example: &'static str,
    fixed: &'static str,
) -> Rule {
    Rule { id, level: Level::Warning, title, why, example, fixed }
}

const fn info(
    id: &'static str,
    title: &'static str,
    why: &'static str,
    example: &'static str,
    fixed: &'static str,
) -> Rule {
    Rule { id, level: Level::Info, title, why, example, fixed }
}

/// All rules on a process that can be read, by id.
pub fn rules() -> &'static [Rule] {
    static ALL: LazyLock<Vec<Rule>> = LazyLock::new(|| {
        let themes = [form::RULES, ways::RULES, criteria::RULES, playbook::RULES, history::RULES, metrics::RULES];
        let mut all = themes.concat();
        all.sort_by_key(|rule| rule.id);
        all
    });
    &ALL
}
