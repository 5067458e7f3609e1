//! Commission: plans, who goes by them, exchange rates; statements; splits and corrections of deals.

pub mod assignments;
pub mod deal;
pub mod plans;
pub mod rates;
pub mod statements;
pub mod terms;

use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    problem::{Answer, Problem},
    state::App,
};

/// All routes about commission.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(statements::overview))
        .routes(routes!(statements::list))
        .routes(routes!(statements::csv))
        .routes(routes!(statements::pdf))
        .routes(routes!(plans::list, plans::add))
        .routes(routes!(plans::change, plans::remove))
        .routes(routes!(plans::preview))
        .routes(routes!(assignments::list, assignments::add))
        .routes(routes!(assignments::change, assignments::remove))
        .routes(routes!(rates::list, rates::add))
        .routes(routes!(rates::change, rates::remove))
        .routes(routes!(deal::see))
        .routes(routes!(deal::split))
        .routes(routes!(deal::correct))
}

/// Whether statements of ended periods may change.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Confirmed {
    /// True to count statements of ended periods anew; without it such a change is refused, with what would change.
    #[serde(default)]
    pub confirmed: bool,
}

/// A currency by its three letters.
pub(super) fn currency(field: &str, given: &str) -> Answer<String> {
    let currency = given.trim().to_uppercase();
    let letters = currency.len() == 3 && currency.chars().all(|c| c.is_ascii_uppercase());
    if letters {
        Ok(currency)
    } else {
        Err(Problem::field(field, "Name a currency by its three letters, such as EUR."))
    }
}

/// A day that is not out of sight.
pub(super) fn day(field: &str, given: jiff::civil::Date) -> Answer<()> {
    if (1990..2200).contains(&given.year()) {
        return Ok(());
    }
    Err(Problem::field(field, "Choose a day between 1990 and 2199."))
}
