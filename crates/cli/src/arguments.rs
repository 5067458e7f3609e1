//! What can be said on the command line.

use std::{net::IpAddr, path::PathBuf};

use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use model::language::Language;

/// Find out how your team really sells, write it down, run deals by it, measure it, publish it.
#[derive(Debug, Parser)]
#[command(name = "stagecraft", version)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Load real data into a fresh workspace and serve it.
    Demo(DemoOptions),
    /// Read exports and write the figures, a proposed process and a manual. Needs no server.
    Discover(DiscoverOptions),
    /// Print how files would be read, to be corrected and given back with --plan.
    Plan(PlanOptions),
    /// Import exports into a workspace.
    Import(ImportOptions),
    /// Check a process file and print what is wrong, with lines and columns.
    Check(CheckOptions),
    /// Begin, compare and export process files.
    #[command(subcommand)]
    Process(ProcessCommand),
    /// Serve a workspace: web application and API.
    Serve(ServeOptions),
    /// Print the JSON Schema of a file that Stagecraft writes or reads.
    Schema(SchemaOptions),
}

#[derive(Debug, Args)]
pub struct DiscoverOptions {
    /// Exports of deals, accounts, products, contacts; event tables (CSV, also as gz or zip, Excel, Parquet); event logs (XES, OCEL);
    /// mailboxes (.mbox, .eml) and calendars (.ics).
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Folder for discovery.json, process.toml and manual.pdf; made if it is not there.
    #[arg(long, short)]
    pub out: Option<PathBuf>,
    /// Print the figures as JSON instead of a table.
    #[arg(long)]
    pub json: bool,
    /// Write nothing and end with exit code 2 if a single row cannot be read.
    #[arg(long)]
    pub strict: bool,
    #[command(flatten)]
    pub reading: ReadingOptions,
    #[command(flatten)]
    pub imap: ImapOptions,
    /// Title of the manual.
    #[arg(long, default_value = "Sales manual")]
    pub title: String,
    /// The one person responsible for the manual.
    #[arg(long)]
    pub editor: Option<String>,
}

/// How files are read.
#[derive(Debug, Clone, Args)]
pub struct ReadingOptions {
    /// A plan as `stagecraft plan` prints it, corrected by hand.
    #[arg(long)]
    pub plan: Option<PathBuf>,
    /// IANA time zone of times that bear none, such as Europe/Berlin; UTC if left out.
    #[arg(long)]
    pub zone: Option<String>,
    /// A domain or address of your own side, as ourco.com, for mailboxes and calendars; repeat it for several. Guessed if
    /// left out.
    #[arg(long, value_name = "DOMAIN")]
    pub team_domain: Vec<String>,
    /// Do not keep the subjects of messages and the titles of meetings.
    #[arg(long)]
    pub no_subjects: bool,
    /// Keep the text of messages, shortened.
    #[arg(long)]
    pub keep_bodies: bool,
}

/// How a mail server is asked. The password comes from the variable STAGECRAFT_IMAP_PASSWORD or is asked for.
#[derive(Debug, Clone, Args)]
pub struct ImapOptions {
    /// Fetch all messages of the folder again, not only those that are new since the last import.
    #[arg(long)]
    pub imap_all: bool,
    /// A file of certificates (PEM) to trust beside the usual ones, for a server with an authority of your own.
    #[arg(long, value_name = "FILE")]
    pub imap_ca: Option<PathBuf>,
    /// Allow a connection without encryption to a server that is not this computer.
    #[arg(long)]
    pub imap_plaintext: bool,
    /// Seconds to wait for the server to say something.
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    pub imap_timeout: u64,
}

#[derive(Debug, Args)]
pub struct PlanOptions {
    /// Exports that belong together.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingOptions,
}

#[derive(Debug, Args)]
pub struct CheckOptions {
    /// The process file.
    pub file: PathBuf,
    /// How to print the findings.
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// Folder of a workspace whose deals the rules about history look at.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// The same in PostgreSQL: postgres://user@host/name
    #[arg(long, conflicts_with = "data", value_name = "URL")]
    pub database: Option<String>,
}

/// Files of processes, without a workspace.
#[derive(Debug, Subcommand)]
pub enum ProcessCommand {
    /// Print a template to begin with; without a name list them.
    Template {
        /// Its id.
        id: Option<String>,
        /// Its language.
        #[arg(long, value_parser = languages(), default_value = Language::En.tag())]
        language: Language,
    },
    /// Print what changed between two process files, in sentences.
    Diff {
        /// The older one.
        old: PathBuf,
        /// The newer one.
        new: PathBuf,
    },
    /// Print a process as BPMN 2.0 with its diagram.
    Bpmn {
        /// The process file.
        file: PathBuf,
    },
}

/// The languages that templates are written in, by their tags.
fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::tag)).map(|tag| Language::of_tag(&tag).unwrap_or_default())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// One line a finding.
    Text,
    /// A JSON array.
    Json,
    /// SARIF 2.1.0, as code hosts read it.
    Sarif,
}

#[derive(Debug, Args)]
pub struct SchemaOptions {
    /// Whose schema.
    #[arg(value_enum)]
    pub of: SchemaOf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum SchemaOf {
    /// discovery.json
    Discovery,
    /// process.toml
    Process,
    /// The HTTP API (OpenAPI 3.1)
    Api,
}

/// Where a workspace lives.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// Folder of the workspace's data.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// PostgreSQL instead of the embedded database: postgres://user@host/name
    #[arg(long, env = "STAGECRAFT_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

/// Where to listen.
#[derive(Debug, Clone, Args)]
pub struct Listen {
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    pub host: IpAddr,
    /// Port; if it is not given and 7171 is taken, the next free one. 0 lets the system choose.
    #[arg(long)]
    pub port: Option<u16>,
}

#[derive(Debug, Args)]
pub struct DemoOptions {
    /// Folder of the demo's data; by default `data/demo`, or `data/demo-generated` with --generated.
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// Load a generated history with all its touchpoints instead of the real export, which has none.
    #[arg(long)]
    pub generated: bool,
    #[command(flatten)]
    pub listen: Listen,
}

#[derive(Debug, Args)]
pub struct ServeOptions {
    #[command(flatten)]
    pub place: Place,
    #[command(flatten)]
    pub listen: Listen,
}

#[derive(Debug, Args)]
pub struct ImportOptions {
    /// Exports, mailboxes and calendars that belong together; a folder of a mail server as imap://USER@HOST/FOLDER.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub place: Place,
    #[command(flatten)]
    pub reading: ReadingOptions,
    #[command(flatten)]
    pub imap: ImapOptions,
    /// Print the report as JSON.
    #[arg(long)]
    pub json: bool,
}
