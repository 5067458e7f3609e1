//! What the program prints: results to standard output, all else to standard error.

use std::{
    io::{IsTerminal, Write, stderr, stdout},
    time::{Duration, Instant},
};

use import::{
    Progress,
    report::{MailReport, Reject},
};
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use crate::failure::Failure;

/// A line of the result. A reader that has gone away is no failure of ours.
pub fn line(text: &str) {
    let _ = writeln!(stdout(), "{text}");
}

/// A line about what is going on.
pub fn say(text: &str) {
    let _ = writeln!(stderr(), "{text}");
}

/// The result as JSON.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    line(&serde_json::to_string_pretty(value).map_err(Failure::other)?);
    Ok(())
}

/// So many rows take longer than a second to store.
const MANY: u64 = 50_000;

/// Shows how far reading is: a bar on a terminal, else a line every two seconds.
pub struct Reading {
    bar: ProgressBar,
    last: Instant,
    terminal: bool,
    read: bool,
}

impl Reading {
    /// Nothing read yet.
    pub fn begin() -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
        let style = ProgressStyle::with_template("Reading {wide_bar} {bytes} of {total_bytes}, {msg}, {eta} left");
        if let Ok(style) = style {
            bar.set_style(style);
        }
        Self { bar, last: Instant::now(), terminal: stderr().is_terminal(), read: false }
    }

    /// Shows it; always goes on.
    pub fn show(&mut self, now: Progress) -> bool {
        if now.done >= now.total && now.rows > 0 {
            self.all_read(now);
        } else if self.terminal {
            self.bar.set_length(now.total);
            self.bar.set_position(now.done);
            self.bar.set_message(format!("{} rows", HumanCount(now.rows)));
        } else if self.last.elapsed() > Duration::from_secs(2) {
            self.last = Instant::now();
            let (done, total) = (HumanBytes(now.done), HumanBytes(now.total));
            say(&format!("Reading: {done} of {total}, {} rows", HumanCount(now.rows)));
        }
        true
    }

    /// What comes after reading shows no figure, so it says at least what it is.
    fn all_read(&mut self, now: Progress) {
        if std::mem::replace(&mut self.read, true) || now.rows < MANY {
            return;
        }
        let what = format!("{} rows read; putting the deals together …", HumanCount(now.rows));
        if let (true, Ok(style)) = (self.terminal, ProgressStyle::with_template("{spinner} {msg}")) {
            self.bar.set_style(style);
            self.bar.set_message(what);
            self.bar.enable_steady_tick(Duration::from_millis(100));
        } else {
            say(&what);
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// A step that may take longer than a second: says so, and how long it took.
pub fn step<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let bar = ProgressBar::new_spinner().with_message(what.to_owned());
    bar.enable_steady_tick(Duration::from_millis(100));
    let done = work();
    bar.finish_and_clear();
    done
}

/// Rejected rows: how many, and the first ones.
#[derive(Debug, Default)]
pub struct Rejects {
    /// The first ones.
    pub first: Vec<Reject>,
    /// All.
    pub count: u64,
}

/// Rejected rows told one by one.
pub const SHOWN: usize = 20;
const KEPT: usize = 100_000;

impl Rejects {
    /// One more.
    pub fn take(&mut self, reject: Reject) {
        self.count += 1;
        if self.first.len() < KEPT {
            self.first.push(reject);
        }
    }

    /// Tells about them on standard error.
    pub fn tell(&self) {
        for r in self.first.iter().take(SHOWN) {
            say(&rejected(&r.file, r.line, &r.column, &r.reason));
        }
        say_more(self.count);
    }

    /// As a table to download.
    pub fn csv(&self) -> String {
        let row =
            |r: &Reject| vec![r.file.clone(), r.line.to_string(), r.column.clone(), r.value.clone(), r.reason.clone()];
        let rows = self.first.iter().map(row).collect();
        insight::table::Table::of_texts(&["file", "line", "column", "value", "reason"], rows).csv()
    }
}

/// A rejected row in a line.
pub fn rejected(file: &str, line: u64, column: &str, reason: &str) -> String {
    if column.is_empty() {
        return format!("{file}:{line}: {reason}");
    }
    format!("{file}:{line}: column {column:?}: {reason}")
}

/// Says how many of `all` rejected rows were not shown.
pub fn say_more(all: u64) {
    if all > SHOWN as u64 {
        say(&format!("… and {} more rows that cannot be read", HumanCount(all - SHOWN as u64)));
    }
}

/// Strangers and ambiguous messages told one by one.
const TOLD: usize = 10;

/// Says who writes but is on no deal, and which messages could belong to several.
pub fn say_of_mail(mail: &MailReport) {
    let day = |at: &model::Timestamp| at.strftime("%Y-%m-%d").to_string();
    if !mail.strangers.is_empty() {
        say(&format!("People outside who are on no deal ({}):", HumanCount(mail.strangers_in_all)));
    }
    for s in mail.strangers.iter().take(TOLD) {
        let times = plural(s.messages, "message");
        say(&format!("  {} {}: {times}, {} to {}", s.address, s.name, day(&s.first), day(&s.last)).replace(" :", ":"));
    }
    if !mail.ambiguities.is_empty() {
        say(&format!("Could belong to several deals ({}):", HumanCount(mail.ambiguous)));
    }
    for a in mail.ambiguities.iter().take(TOLD) {
        say(&format!("  {} with {}: {}", day(&a.at), a.with, a.deals.join(", ")));
    }
}

/// `1 deal`, `2 deals`.
pub fn plural(n: u64, one: &str) -> String {
    format!("{} {one}{}", HumanCount(n), if n == 1 { "" } else { "s" })
}
