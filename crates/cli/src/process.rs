//! `stagecraft process`: process files begun, compared, exported.

use std::{
    fs::File,
    io::{Read, Write, stdout},
    path::Path,
    process::ExitCode,
};

use model::{
    language::Language,
    process::{LONGEST, Process, bpmn, difference, parse, template_text, templates},
};

use crate::{arguments::ProcessCommand, failure::Failure, output};

/// Runs one of them; exit code 2 for a file that is no process.
pub fn run(command: &ProcessCommand) -> Result<ExitCode, Failure> {
    match command {
        ProcessCommand::Template { id: None, language } => {
            for template in templates(*language) {
                output::line(&format!("{:<14} {}: {}", template.id, template.name, template.about));
            }
        }
        ProcessCommand::Template { id: Some(id), language } => {
            let unknown = || {
                let known: Vec<&str> = templates(Language::En).iter().map(|t| t.id).collect();
                Failure::Input(format!("there is no template {id:?}; there are: {}", known.join(", ")))
            };
            print(template_text(id, *language).ok_or_else(unknown)?)?;
        }
        ProcessCommand::Diff { old, new } => {
            let changes = difference(&process(old)?, &process(new)?);
            if changes.is_empty() {
                output::line("Nothing changed.");
            }
            changes.iter().for_each(|change| output::line(change));
        }
        ProcessCommand::Bpmn { file } => print(&bpmn(&process(file)?))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn print(text: &str) -> Result<(), Failure> {
    stdout().write_all(text.as_bytes()).map_err(Failure::other)
}

fn process(file: &Path) -> Result<Process, Failure> {
    let name = file.display();
    parse(&text(file)?).map_err(|findings| {
        let lines: Vec<String> = findings.iter().map(|f| format!("{name}:{f}")).collect();
        Failure::Input(lines.join("\n"))
    })
}

/// The text of a process file; of one that is far too large the beginning, which is enough to say so.
pub fn text(file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let opened = File::open(file).map_err(Failure::file(file))?;
    let size = opened.metadata().map_or(0, |m| m.len());
    opened.take(LONGEST as u64 + 1).read_to_end(&mut bytes).map_err(Failure::file(file))?;
    if bytes.len() > LONGEST {
        let mib = size as f64 / f64::from(1 << 20);
        return Err(Failure::Input(format!(
            "{}:1:1: error P008: the file has {mib:.1} MiB; a process file has at most 1 MiB, so this is something else",
            file.display()
        )));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
        Failure::Input(format!("{}:{line}: this is no UTF-8 text; save the process file as UTF-8", file.display()))
    })
}
