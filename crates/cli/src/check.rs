//! `stagecraft check`: the linter on a file.

use std::{fs, process::ExitCode};

use model::process::{Finding, has_errors, lint, parse, sarif};

use crate::{
    arguments::{CheckFormat, CheckOptions},
    failure::Failure,
    output,
};

/// Prints the findings; exit code 2 if one of them is an error.
pub fn run(options: &CheckOptions) -> Result<ExitCode, Failure> {
    let name = options.file.display().to_string();
    let bytes = fs::read(&options.file).map_err(Failure::file(&options.file))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
        Failure::Input(format!("{name}:{line}: this is no UTF-8 text; save the process file as UTF-8"))
    })?;
    let findings = match parse(&text) {
        Ok(process) => lint(&process, Some(&text)),
        Err(findings) => findings,
    };
    match options.format {
        CheckFormat::Text => output::line(&in_words(&name, &findings)),
        CheckFormat::Json => output::json(&findings)?,
        CheckFormat::Sarif => output::json(&sarif(&name, &findings))?,
    }
    Ok(if has_errors(&findings) { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

fn in_words(name: &str, findings: &[Finding]) -> String {
    if findings.is_empty() {
        return format!("{name}: nothing to complain about");
    }
    let lines: Vec<String> = findings.iter().map(|f| format!("{name}:{f}")).collect();
    lines.join("\n")
}
