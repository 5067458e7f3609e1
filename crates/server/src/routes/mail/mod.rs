//! Mail: mailboxes, what goes out, what came in and belongs to no deal, whom nobody is to write to.

pub mod accounts;
pub mod contacts;
pub mod deal;
pub mod outbox;
pub mod templates;
pub mod unmatched;
pub mod unsubscribe;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::App;

/// All routes about mail.
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(accounts::see))
        .routes(routes!(accounts::keep, accounts::remove))
        .routes(routes!(accounts::keep_own, accounts::remove_own))
        .routes(routes!(accounts::test))
        .routes(routes!(accounts::test_own))
        .routes(routes!(accounts::keep_policy))
        .routes(routes!(accounts::fetch))
        .routes(routes!(contacts::list, contacts::block))
        .routes(routes!(contacts::unblock))
        .routes(routes!(contacts::say))
        .routes(routes!(outbox::list))
        .routes(routes!(outbox::cancel))
        .routes(routes!(outbox::settle))
        .routes(routes!(deal::see, deal::write))
        .routes(routes!(deal::preview))
        .routes(routes!(templates::list, templates::add))
        .routes(routes!(templates::change, templates::remove))
        .routes(routes!(unmatched::list))
        .routes(routes!(unmatched::attach))
        .routes(routes!(unmatched::take_in))
        .routes(routes!(unmatched::dismiss, unmatched::restore))
        .routes(routes!(unsubscribe::see, unsubscribe::end))
        .routes(routes!(unsubscribe::open, unsubscribe::click))
}
