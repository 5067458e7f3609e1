//! `stagecraft schema`: contracts, printed.

use insight::discover::Discovery;
use model::{process::Process, schema::json_schema};

use crate::{
    arguments::{SchemaOf, SchemaOptions},
    failure::Failure,
    output,
};

/// Prints a JSON Schema, or the OpenAPI document.
pub fn run(options: &SchemaOptions) -> Result<(), Failure> {
    output::json(&match options.of {
        SchemaOf::Discovery => json_schema::<Discovery>("discovery", "What discovery finds (discovery.json)"),
        SchemaOf::Process => Process::json_schema(),
        SchemaOf::Api => server::document(),
    })
}
