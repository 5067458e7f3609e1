//! The program `stagecraft`.

mod arguments;
mod check;
mod demo;
mod discover;
mod failure;
mod imap;
mod import;
mod output;
mod process;
mod schema;
mod serve;
mod summary;

use std::process::ExitCode;

use clap::Parser;

use crate::{
    arguments::{Arguments, Command},
    failure::Failure,
};

/// Answers are made of many small texts by several threads at once; the system's allocator takes a quarter of their time,
/// and keeps half as much memory again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}

fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    match arguments.command {
        Command::Discover(options) => discover::run(&options)?,
        Command::Plan(options) => discover::show_plan(&options)?,
        Command::Check(options) => return check::run(&options),
        Command::Process(command) => return process::run(&command),
        Command::Schema(options) => schema::run(&options)?,
        Command::Demo(options) => demo::run(&options)?,
        Command::Serve(options) => serve::run(&options)?,
        Command::Import(options) => import::run(&options)?,
    }
    Ok(ExitCode::SUCCESS)
}
