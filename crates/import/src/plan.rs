//! How a set of files is to be read: what [`crate::recognise`] guessed and a person may correct.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Closings;

/// How a set of files that belong together is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Plan {
    /// One entry a file (of a workbook: one a sheet), in the order given.
    pub files: Vec<FilePlan>,
    /// Which column of one file names rows of another.
    pub joins: Vec<Join>,
    /// What a person should look at before the import; empty where everything is clear.
    pub questions: Vec<Question>,
    /// IANA time zone of times that bear none.
    pub zone: String,
    /// ISO 4217 code for values whose file names no currency; empty if unknown.
    pub currency: String,
    /// How mailboxes and calendars are read.
    #[serde(default)]
    pub mail: MailPlan,
    /// What means that a deal was won or lost, beside the usual words.
    #[serde(default)]
    pub closings: Closings,
}

impl Plan {
    /// True if mailboxes or calendars are among the files to read.
    pub fn has_touchpoints(&self) -> bool {
        self.files.iter().any(|f| f.role == FileRole::Touchpoints)
    }
}

/// How mailboxes and calendars are read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct MailPlan {
    /// Domains (`ourco.com`) and addresses of your own side, in lower case; guessed where it is empty.
    pub team: Vec<String>,
    /// Keep the subject of a message and the title of a meeting.
    pub subjects: bool,
    /// Keep the text of messages, shortened.
    pub bodies: bool,
}

impl Default for MailPlan {
    fn default() -> Self {
        Self { team: Vec::new(), subjects: true, bodies: false }
    }
}

/// How one file is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FilePlan {
    /// Index of the source among those given (the sheets of one workbook share it).
    #[serde(default)]
    pub source: usize,
    /// Of a ZIP archive: the name of the file in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The name shown to people.
    pub name: String,
    /// Of what format it is.
    pub format: Format,
    /// What its rows are.
    pub role: FileRole,
    /// Its columns in order.
    pub columns: Vec<ColumnPlan>,
    /// The first rows, as text.
    pub sample: Vec<Vec<String>>,
    /// Size in bytes.
    pub bytes: u64,
    /// What every row of a file of events is, where no column says it: `Call` for an export of calls.
    #[serde(default)]
    pub activity: Option<String>,
    /// True: names of activities that differ in nothing but numbers are one: `Call with #4711` is `Call with #`.
    #[serde(default)]
    pub strip_numbers: bool,
    /// True: activities that are not among the commonest are one, called `Other`.
    #[serde(default)]
    pub rare_as_one: bool,
    /// The commonest activities, where there are very many; found when the file is looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub common: Vec<String>,
}

impl FilePlan {
    /// The name that tells what it holds: of a file in an archive, its own.
    pub(crate) fn called(&self) -> &str {
        self.part.as_deref().unwrap_or(&self.name)
    }

    /// True for a file of an archive that holds no rows.
    pub(crate) fn is_left_out(&self) -> bool {
        self.part.is_some() && self.role == FileRole::Ignored && self.columns.is_empty()
    }
}

/// Of what format a file is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Format {
    /// Text with delimiters, compressed or not.
    Delimited {
        /// WHATWG label of the encoding: `utf-8`, `utf-16le`, `windows-1252`, …
        encoding: String,
        /// `,`, `;`, tab or `|`.
        delimiter: char,
    },
    /// A sheet of a workbook.
    Sheet {
        /// Its name.
        sheet: String,
    },
    /// A table in Apache Parquet.
    Parquet {
        /// Names of columns that hold lists, records or what is no text, and are not read.
        #[serde(default)]
        skipped: Vec<String>,
    },
    /// An event log in XES, compressed or not.
    Xes,
    /// E-mail: a mailbox in mbox or a single message, compressed or not.
    Mbox,
    /// A calendar in iCalendar.
    Calendar,
    /// An object-centric event log in OCEL 2.0 JSON, compressed or not.
    Ocel {
        /// The type of the objects that are the deals.
        object_type: String,
        /// All types, the likeliest first.
        #[serde(default)]
        object_types: Vec<String>,
    },
}

impl Format {
    /// What divides the cells of a text; a comma where it is none.
    pub(crate) fn delimiter(&self) -> char {
        match self {
            Self::Delimited { delimiter, .. } => *delimiter,
            _ => ',',
        }
    }

    /// True for event logs, whose columns a standard names; false for tables.
    pub(crate) fn is_log(&self) -> bool {
        matches!(self, Self::Xes | Self::Ocel { .. })
    }

    /// True for mailboxes and calendars.
    pub fn is_mail(&self) -> bool {
        matches!(self, Self::Mbox | Self::Calendar)
    }
}

/// What the rows of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FileRole {
    /// One row a deal.
    Deals,
    /// One row an event of a deal.
    Events,
    /// One row something that deals name (an account, a product, a person): joined to them.
    Lookup,
    /// One row a person on the prospect's side, or the part that one has in a deal.
    People,
    /// Messages and meetings, linked to deals by the addresses of the people on them.
    Touchpoints,
    /// Not read.
    Ignored,
}

/// How a column is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ColumnPlan {
    /// The header as the file has it.
    pub name: String,
    /// What it means.
    pub meaning: Meaning,
    /// Why that was guessed, in a few words.
    pub why: String,
    /// How sure the guess is, 0 to 1.
    pub confidence: f64,
    /// Order of its dates, where it has some.
    #[serde(default)]
    pub dates: Option<DateOrder>,
    /// True if some of its dates are day first and others month first: what can be read both ways is rejected.
    #[serde(default)]
    pub mixed_dates: bool,
    /// `.` or `,` where it has decimal numbers.
    #[serde(default)]
    pub decimal: Option<char>,
    /// For a date with another meaning: the stage that a deal entered on it, as well.
    #[serde(default)]
    pub enters: Option<String>,
    /// Of a further attribute in a file of events: true if it is the deal's, and not the event's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_deal: bool,
}

/// Order of day, month and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 2026-03-31.
    YearFirst,
    /// 31.03.2026.
    DayFirst,
    /// 03/31/2026.
    MonthFirst,
    /// Seconds or milliseconds since 1970.
    Epoch,
    /// Days since 1899-12-30, as spreadsheets count.
    Serial,
}

/// What a column means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Meaning {
    /// The id of the deal.
    DealId,
    /// The deal's name.
    Name,
    /// The prospect's organisation.
    Account,
    /// The rep who owns the deal.
    Owner,
    /// The owner's team.
    Team,
    /// What is sold.
    Product,
    /// Value.
    Value,
    /// Currency of the value.
    Currency,
    /// The stage (of an event: the stage entered or the stage it happened in).
    Stage,
    /// When the deal was created or first engaged.
    Created,
    /// When it closed.
    Closed,
    /// When it was won.
    WonAt,
    /// When it was lost.
    LostAt,
    /// Open, won or lost, in any words.
    Outcome,
    /// When the deal entered a stage.
    StageEntered {
        /// The stage.
        stage: String,
    },
    /// When the deal left a stage.
    StageLeft {
        /// The stage.
        stage: String,
    },
    /// When an activity happened on the deal.
    ActivityAt {
        /// The activity.
        activity: String,
    },
    /// Name of an event's activity.
    Activity,
    /// When the event happened.
    Timestamp,
    /// The event's own id.
    EventId,
    /// The kind of event.
    EventKind,
    /// Whose act: prospect or rep.
    Side,
    /// Who did it.
    Actor,
    /// When the event happened, for rows whose timestamp is empty.
    OtherTime,
    /// Incoming or outgoing: whose act a call or an e-mail was.
    Direction,
    /// How it went: completed, no show, connected.
    Result,
    /// Whether it was done or is only planned.
    Done,
    /// Of a history of fields: the field that changed.
    Field,
    /// Of a history of fields: what it was before.
    OldValue,
    /// Of a history of fields: what it is since.
    NewValue,
    /// When the source last changed the deal.
    Modified,
    /// When the deal entered the stage it is in.
    StageSince,
    /// The pipeline, whose name some exports add to the names of stages.
    Pipeline,
    /// A person on the prospect's side: their id in a file of people, their name, or their address.
    Person,
    /// The part that the person has in the deal.
    PersonRole,
    /// The person's e-mail address.
    Email,
    /// The person's title.
    JobTitle,
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// What names the row of a lookup file or of a file of people.
    Key,
    /// A further attribute of the deal, the event or the joined thing.
    Attribute {
        /// Under which name it is kept.
        name: String,
    },
    /// Not read.
    Ignored,
}

/// `from.column` names rows of `to` by its key column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Join {
    /// Index of the file that names.
    pub from: usize,
    /// Its column.
    pub column: String,
    /// Index of the file that is named.
    pub to: usize,
    /// Its key column.
    pub key: String,
    /// Distinct values that were found as they are.
    pub matched: u64,
    /// Values that were not, with what they probably mean.
    pub near: Vec<NearMatch>,
}

/// A value that no row has as its key, but one nearly has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NearMatch {
    /// The value: `GTXPro`.
    pub value: String,
    /// In how many rows.
    pub rows: u64,
    /// The key that it probably means: `GTX Pro`; none if none is near.
    pub key: Option<String>,
    /// True: joined to that key. The value itself stays as the file has it.
    pub accepted: bool,
}

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Question {
    /// Index of the file.
    pub file: usize,
    /// The column, where it is about one.
    pub column: Option<String>,
    /// The question, in a sentence.
    pub text: String,
}
