//! The routes, one file a theme. Who may take which stands in [`crate::permission`].

#![allow(unused_qualifications, reason = "utoipa's macros write them")]

pub mod accounts;
pub mod after;
pub mod approval;
pub mod audit;
pub mod board;
pub mod brief;
pub mod bulk;
pub mod calendar;
pub mod calls;
pub mod commission;
pub mod commitments;
pub mod custom_fields;
pub mod dashboards;
pub mod day;
pub mod deal_list;
pub mod deals;
pub mod discover;
pub mod export;
pub mod feedback;
pub mod findings;
pub mod first_days;
pub mod forecast;
pub mod form_page;
pub mod imports;
pub mod interviews;
pub mod leads;
pub mod library;
pub mod mail;
pub mod manual;
pub mod measure;
pub mod meetings;
pub mod metrics;
pub mod notices;
pub mod objections;
pub mod people;
pub mod price_lists;
pub mod process;
pub mod products;
pub mod quotas;
pub mod quotes;
pub mod ramp;
pub mod review;
pub mod search;
pub mod sequences;
pub mod session;
pub mod settings;
pub mod targets;
pub mod teams;
pub mod touchpoints;
pub mod uploads;
pub mod users;
pub mod views;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::App;

/// All of them, below [`crate::guard::PREFIX`].
pub fn all() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(session::see, session::sign_in, session::sign_out))
        .routes(routes!(session::sign_in_by_link))
        .routes(routes!(session::set_up))
        .routes(routes!(users::list, users::add))
        .routes(routes!(users::change))
        .routes(routes!(users::link))
        .routes(routes!(audit::see))
        .routes(routes!(audit::csv))
        .merge(OpenApiRouter::new().routes(routes!(uploads::upload)).layer(DefaultBodyLimit::max(uploads::MOST_BYTES)))
        .routes(routes!(uploads::see))
        .routes(routes!(uploads::correct))
        .routes(routes!(uploads::import))
        .routes(routes!(imports::list))
        .routes(routes!(imports::see))
        .routes(routes!(imports::progress))
        .routes(routes!(imports::cancel))
        .routes(routes!(imports::rejects))
        .routes(routes!(imports::rejects_csv))
        .routes(routes!(imports::undo))
        .routes(routes!(discover::see))
        .routes(routes!(discover::back::look_back))
        .routes(routes!(discover::back::work_backward))
        .routes(routes!(discover::touch::touchpoints))
        .routes(routes!(discover::touch::first_and_last))
        .routes(routes!(discover::touch::bottlenecks))
        .routes(routes!(discover::map::map))
        .routes(routes!(discover::map::svg))
        .routes(routes!(discover::map::replay))
        .routes(routes!(discover::map::variants))
        .routes(routes!(discover::map::variants_csv))
        .routes(routes!(discover::drivers::see))
        .routes(routes!(discover::fields))
        .merge(interviews::all())
        .routes(routes!(deal_list::list, deals::create))
        .routes(routes!(deal_list::csv))
        .routes(routes!(deals::see, deals::change))
        .routes(routes!(deals::go))
        .routes(routes!(deals::tick))
        .routes(routes!(touchpoints::touch))
        .routes(routes!(touchpoints::answer))
        .routes(routes!(commitments::commit))
        .routes(routes!(people::add))
        .routes(routes!(people::remove))
        .routes(routes!(approval::decide, approval::withdraw))
        .merge(after::all())
        .routes(routes!(day::see))
        .routes(routes!(settings::work, settings::keep_work))
        .routes(routes!(touchpoints::list))
        .routes(routes!(board::see))
        .merge(bulk::all())
        .merge(custom_fields::all())
        .merge(teams::all())
        .merge(views::all())
        .merge(accounts::all())
        .merge(price_lists::all())
        .routes(routes!(search::find))
        .routes(routes!(settings::discounts, settings::keep_discounts))
        .routes(routes!(settings::currency, settings::keep_currency))
        .routes(routes!(board::column))
        .merge(process::all())
        .merge(library::all())
        .routes(routes!(products::list, products::add))
        .routes(routes!(products::change, products::remove))
        .merge(quotes::all())
        .merge(meetings::all())
        .merge(calendar::all())
        .merge(findings::all())
        .merge(calls::all())
        .merge(objections::all())
        .merge(brief::all())
        .merge(commission::all())
        .merge(mail::all())
        .merge(sequences::all())
        .merge(notices::all())
        .merge(leads::all())
        .merge(feedback::all())
        .routes(routes!(review::see))
        .merge(metrics::all())
        .merge(dashboards::all())
        .merge(targets::all())
        .merge(export::all())
        .merge(forecast::all())
        .merge(quotas::all())
        .merge(ramp::all())
        .merge(first_days::all())
        .routes(routes!(measure::flow))
        .routes(routes!(measure::flow_csv))
        .routes(routes!(measure::flow_parquet))
        .routes(routes!(measure::time_in_stage))
        .routes(routes!(measure::time_in_stage_csv))
        .routes(routes!(measure::time_in_stage_parquet))
        .routes(routes!(measure::conversion))
        .routes(routes!(measure::conversion_csv))
        .routes(routes!(measure::conversion_parquet))
        .routes(routes!(measure::win_rate))
        .routes(routes!(measure::win_rate_csv))
        .routes(routes!(measure::win_rate_parquet))
        .routes(routes!(manual::contents))
        .routes(routes!(manual::pdf))
        .routes(routes!(manual::page))
        .routes(routes!(manual::write))
        .routes(routes!(manual::rewrite, manual::remove))
        .routes(routes!(manual::name_editor))
        .routes(routes!(session::live))
}
