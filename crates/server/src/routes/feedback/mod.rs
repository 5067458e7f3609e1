//! Feedback on the process: said, taken up, settled; and the short survey.

pub mod acts;
pub mod figures;
pub mod list;
pub mod pulse;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::App;

/// All routes about feedback.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, acts::say))
        .routes(routes!(list::csv))
        .routes(routes!(list::parquet))
        .routes(routes!(list::see))
        .routes(routes!(acts::act))
        .routes(routes!(figures::see))
        .routes(routes!(pulse::asked))
        .routes(routes!(pulse::answer))
        .routes(routes!(pulse::skip))
        .routes(routes!(pulse::settings, pulse::keep_settings))
        .routes(routes!(pulse::begin))
        .routes(routes!(pulse::results))
}
