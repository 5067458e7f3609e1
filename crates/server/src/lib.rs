//! HTTP: the API and its description, sign-in, permissions, jobs, live news, and the web application.

#![allow(clippy::result_large_err, reason = "a problem ends a request, so its size costs nothing")]

mod api;
mod assets;
mod auth;
mod catalogue;
mod day;
mod deal_view;
mod guard;
pub mod importing;
mod jobs;
mod keeper;
mod leads;
mod link;
mod live;
mod pace;
pub mod permission;
pub mod printing;
mod problem;
mod processes;
mod reader;
mod routes;
mod selection;
mod serving;
mod state;
mod typical;
mod work;

pub use self::{
    api::{document, router},
    problem::Problem,
    routes::session::{NOTICE, new_link},
    serving::{Listening, listen},
    state::App,
};
