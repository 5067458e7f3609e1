//! HTTP: the API and its description, sign-in, permissions, jobs, live news, and the web application.

#![allow(clippy::result_large_err, reason = "a problem ends a request, so its size costs nothing")]

mod accounts;
mod api;
mod assets;
mod auth;
mod cards;
mod catalogue;
pub mod commission;
mod dashboards;
mod day;
mod day_after;
mod deal_view;
mod discounts;
mod feedback;
mod fields;
mod guard;
mod held;
mod ics;
pub mod imap;
pub mod importing;
mod jobs;
mod keeper;
mod leads;
mod link;
mod live;
mod mail;
mod metrics;
mod money;
mod notify;
mod owned;
mod pace;
pub mod permission;
mod played;
pub mod printing;
mod problem;
mod processes;
mod reader;
mod routes;
mod selection;
mod sequences;
mod serving;
mod state;
mod tables;
mod targets;
mod trail;
mod typical;
mod work;

pub use self::{
    api::{document, router},
    feedback::{FEEDBACK, Kept as KeptFeedback},
    problem::Problem,
    routes::{
        quotas::QUOTA,
        session::{NOTICE, new_link},
    },
    serving::{Listening, listen},
    state::App,
    targets::{Kept as KeptTarget, TARGET},
};
