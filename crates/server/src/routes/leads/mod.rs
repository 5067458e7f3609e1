//! Leads: deals that nobody has taken up yet.

pub mod acts;
pub mod duplicates;
pub mod forms;
pub mod list;
pub mod lists;
pub mod rules;
pub mod sources;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::App;

/// All routes about leads.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, list::add))
        .routes(routes!(list::csv))
        .routes(routes!(list::filters))
        .routes(routes!(acts::act))
        .routes(routes!(sources::see))
        .routes(routes!(duplicates::list))
        .routes(routes!(duplicates::decide))
        .routes(routes!(forms::list, forms::add))
        .routes(routes!(forms::change, forms::remove))
        .routes(routes!(forms::snippet))
        .routes(routes!(rules::see, rules::keep))
        .routes(routes!(rules::run))
        .routes(routes!(lists::list))
        .merge(OpenApiRouter::new().routes(routes!(lists::bring)).layer(DefaultBodyLimit::max(lists::MOST_BYTES)))
        .routes(routes!(lists::correct))
        .routes(routes!(lists::import))
        .routes(routes!(lists::change))
}
