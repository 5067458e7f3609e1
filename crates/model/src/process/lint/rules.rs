//! The rules of the linter.

use serde::Serialize;
use utoipa::ToSchema;

use crate::process::Level;

/// A rule of the linter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = LintRule)]
pub struct Rule {
    /// Stable id: `P106`.
    pub id: &'static str,
    /// How much breaking it matters.
    pub level: Level,
    /// The flaw in a few words.
    pub title: &'static str,
    /// Why it is one.
    pub why: &'static str,
    /// A part of a process with the flaw; where it has no first line `schema`, the stages `won` and `lost` follow.
    pub example: &'static str,
    /// The same without it.
    pub fixed: &'static str,
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.id == id)
}

const fn error(
    id: &'static str,
    title: &'static str,
    why: &'static str,
    example: &'static str,
    fixed: &'static str,
) -> Rule {
    Rule { id, level: Level::Error, title, why, example, fixed }
}

const fn warning(
    id: &'static str,
    title: &'static str,
    why: &'static str,
    example: &'static str,
    fixed: &'static str,
) -> Rule {
    Rule { id, level: Level::Warning, title, why, example, fixed }
}

const fn info(
    id: &'static str,
    title: &'static str,
    why: &'static str,
    example: &'static str,
    fixed: &'static str,
) -> Rule {
    Rule { id, level: Level::Info, title, why, example, fixed }
}

/// All rules on a process that can be read, by id.
pub fn rules() -> &'static [Rule] {
    RULES
}

const RULES: &[Rule] = &[
    error(
        "P101",
        "Unknown version of the format",
        "The program can only keep what it knows; a file of a later version could lose parts of itself.",
        r#"schema = 2
id = "sales"
name = "Sales"

[[stages]]
id = "won"
name = "Won"
kind = "won"
"#,
        r#"schema = 1
id = "sales"
name = "Sales"

[[stages]]
id = "won"
name = "Won"
kind = "won"
"#,
    ),
    error(
        "P102",
        "No stages",
        "A process without stages moves no deal.",
        r#"schema = 1
id = "sales"
name = "Sales"
"#,
        r#"schema = 1
id = "sales"
name = "Sales"

[[stages]]
id = "won"
name = "Won"
kind = "won"
"#,
    ),
    error(
        "P103",
        "An id twice",
        "Ids tell things apart: figures, silences and links to one of two alike would be of both.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
[[stages]]
id = "demo"
name = "Second demonstration"
target_days = 10
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
[[stages]]
id = "second-demo"
name = "Second demonstration"
target_days = 10
"#,
    ),
    error(
        "P104",
        "No short id",
        "Ids stand in links, events and file names, so they are lower-case letters, digits and hyphens.",
        r#"[[stages]]
id = "The Demo!"
name = "Demonstration"
target_days = 10
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
"#,
    ),
    error(
        "P105",
        "Empty words",
        "People read these words; an empty name or question tells them nothing.",
        r#"[[stages]]
id = "demo"
name = ""
target_days = 10
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
"#,
    ),
    warning(
        "P106",
        "No exit criteria",
        "What nobody has to show, everybody believes: deals leave the stage when the rep feels like it.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    warning(
        "P107",
        "Left without the prospect",
        "A stage that our own acts or somebody’s opinion can end says how busy we are, not how far the buyer is.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "rep" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    warning(
        "P108",
        "Task without owner",
        "A task of everybody is done by nobody.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.tasks]]
  id = "tailor"
  name = "Tailor the demonstration"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.tasks]]
  id = "tailor"
  name = "Tailor the demonstration"
  owner = "rep"
"#,
    ),
    warning(
        "P109",
        "No stage for winning",
        "Without one no deal is won, and no figure can part won from lost.",
        r#"schema = 1
id = "sales"
name = "Sales"
[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[stages]]
id = "lost"
name = "Lost"
kind = "lost"
"#,
        r#"schema = 1
id = "sales"
name = "Sales"
[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[stages]]
id = "won"
name = "Won"
kind = "won"

[[stages]]
id = "lost"
name = "Lost"
kind = "lost"
"#,
    ),
    warning(
        "P110",
        "No stage for losing",
        "Lost deals would stay open for ever and spoil every forecast; the reasons for losing would go unheard.",
        r#"schema = 1
id = "sales"
name = "Sales"
[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[stages]]
id = "won"
name = "Won"
kind = "won"
"#,
        r#"schema = 1
id = "sales"
name = "Sales"
[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[stages]]
id = "won"
name = "Won"
kind = "won"

[[stages]]
id = "lost"
name = "Lost"
kind = "lost"
"#,
    ),
    error(
        "P111",
        "A number that cannot be",
        "Days and counts below their least value hold always or never.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 0
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
"#,
    ),
    error(
        "P112",
        "A kind that no event has",
        "Kinds of events are words joined by points, so a criterion on anything else is never met.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting..attended", tag = "demo", by = "prospect" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    error(
        "P113",
        "An empty list",
        "All of nothing always holds, any of nothing never does; a scheme without questions cannot be answered.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  any = []
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    warning(
        "P114",
        "A name in the data that two stages claim",
        "Deals that the data has there would be counted in one of the two by chance.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
observed = ["Demo"]

[[stages]]
id = "proof"
name = "Proof"
target_days = 10
observed = ["demo"]
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
observed = ["Demo"]

[[stages]]
id = "proof"
name = "Proof"
target_days = 10
observed = ["Proof of concept"]
"#,
    ),
    info(
        "P115",
        "No target",
        "Without days to aim for nobody sees which deals are late.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
"#,
    ),
    warning(
        "P116",
        "Unreachable stage",
        "A stage that no move leads to is dead weight, and its tasks and criteria are never used.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
moves = ["won", "lost"]

[[stages]]
id = "proof"
name = "Proof"
target_days = 10
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
moves = ["proof", "won", "lost"]

[[stages]]
id = "proof"
name = "Proof"
target_days = 10
"#,
    ),
    warning(
        "P117",
        "Dead end",
        "A deal that comes here can go nowhere and stays open for ever.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
moves = ["demo"]
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
moves = ["won", "lost"]
"#,
    ),
    warning(
        "P118",
        "Going round in circles",
        "Deals can move between these stages, but never to an end.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
moves = ["proof"]

[[stages]]
id = "proof"
name = "Proof"
target_days = 10
moves = ["demo"]
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
moves = ["proof"]

[[stages]]
id = "proof"
name = "Proof"
target_days = 10
moves = ["demo", "won", "lost"]
"#,
    ),
    warning(
        "P119",
        "Won without a decision maker",
        "The signature is theirs. A process that can run to its end without them finds out too late.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }

  [[stages.exit]]
  id = "decision-maker"
  says = "Somebody who can decide has taken part"
  person = { role = "decision-maker", engaged = true }
"#,
    ),
    warning(
        "P120",
        "Criterion never met",
        "If no deal ever met it, it either asks for something buyers do not do, or nobody records it.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "never-met"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    info(
        "P121",
        "Criterion always met",
        "What every deal has met parts no good deal from a bad one; it only costs attention.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "always-met"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    warning(
        "P122",
        "Two criteria that say the same",
        "One of them is read, both are counted.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }

  [[stages.exit]]
  id = "came"
  says = "They came to the demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }

  [[stages.exit]]
  id = "came"
  says = "They came to a second meeting"
  event = { kind = "meeting.attended", by = "prospect", at_least = 2 }
"#,
    ),
    warning(
        "P123",
        "Criterion on what no source delivers",
        "Nothing that was imported ever brought such an event, so the criterion rests on people logging it by hand.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "trial.started", by = "prospect" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    warning(
        "P124",
        "Commitment without evidence",
        "A promise counts when something shows that it was kept.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.commitments]]
  id = "trial"
  says = "Names two people who will try it"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.commitments]]
  id = "trial"
  says = "Names two people who will try it"
  event = { kind = "email.received", by = "prospect" }
"#,
    ),
    info(
        "P125",
        "Content missing",
        "What a stage needs and nobody can find is made anew by every rep, or left out.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.content]]
  id = "story"
  name = "A customer’s story"

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
owner = "marketing"
link = "https://example.com/mill"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.content]]
  id = "story"
  name = "A customer’s story"
  item = "story"

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
owner = "marketing"
link = "https://example.com/mill"
"#,
    ),
    warning(
        "P126",
        "Content without owner",
        "Content that nobody keeps true goes stale unseen.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
link = "https://example.com/mill"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
link = "https://example.com/mill"
owner = "marketing"
"#,
    ),
    warning(
        "P127",
        "Content past its review",
        "Prices, names and claims change; a day for looking it over has passed.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
link = "https://example.com/mill"
owner = "marketing"
review_by = "2020-01-31"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
link = "https://example.com/mill"
owner = "marketing"
review_by = "2999-01-31"
"#,
    ),
    warning(
        "P128",
        "Target far from history",
        "A target that most won deals missed calls them all late; one that none came near warns of nothing.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 1
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
"#,
    ),
    warning(
        "P129",
        "Question without owner",
        "Every rep has to be able to answer it, so somebody has to see that they can.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.questions]]
  id = "security"
  name = "Where is our data kept?"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.questions]]
  id = "security"
  name = "Where is our data kept?"
  owner = "sales engineer"
"#,
    ),
    warning(
        "P130",
        "Too much required",
        "More than three things to show at once are not shown but ticked, and nobody learns which of them counts.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "came-1"
  says = "The prospect came to meeting 1"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect", at_least = 1 }

  [[stages.exit]]
  id = "came-2"
  says = "The prospect came to meeting 2"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect", at_least = 2 }

  [[stages.exit]]
  id = "came-3"
  says = "The prospect came to meeting 3"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect", at_least = 3 }

  [[stages.exit]]
  id = "came-4"
  says = "The prospect came to meeting 4"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect", at_least = 4 }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "came-1"
  says = "The prospect came to meeting 1"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect", at_least = 1 }

  [[stages.exit]]
  id = "came-2"
  says = "The prospect came to meeting 2"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect", at_least = 2 }

  [[stages.exit]]
  id = "came-3"
  says = "The prospect came to meeting 3"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect", at_least = 3 }
"#,
    ),
    info(
        "P131",
        "Persona without objections",
        "Somebody who has nothing against us has not been listened to yet.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[personas]]
id = "it-lead"
name = "IT lead"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[personas]]
id = "it-lead"
name = "IT lead"
objections = ["effort"]

[[objections]]
id = "effort"
kind = "onboarding"
says = "We have no time to bring this in."

  [[objections.answers]]
  id = "two-hours"
  says = "We set it up with you in two hours."
"#,
    ),
    warning(
        "P132",
        "Journey step that no stage serves",
        "Buyers take this step without us, and so perhaps with others.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[journeys]]
id = "buying"
name = "Buying"

  [[journeys.steps]]
  id = "compare"
  name = "Compares offers"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[journeys]]
id = "buying"
name = "Buying"

  [[journeys.steps]]
  id = "compare"
  name = "Compares offers"
  stages = ["demo"]
"#,
    ),
    info(
        "P133",
        "Stage that serves no journey step",
        "A stage that helps buyers with nothing exists for us alone.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[journeys]]
id = "buying"
name = "Buying"

  [[journeys.steps]]
  id = "compare"
  name = "Compares offers"
  stages = ["won"]
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[journeys]]
id = "buying"
name = "Buying"

  [[journeys.steps]]
  id = "compare"
  name = "Compares offers"
  stages = ["demo"]
"#,
    ),
    warning(
        "P134",
        "Objection without an answer",
        "The prospect will say it; every rep will answer something else.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[objections]]
id = "effort"
kind = "onboarding"
says = "We have no time to bring this in."
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[objections]]
id = "effort"
kind = "onboarding"
says = "We have no time to bring this in."

  [[objections.answers]]
  id = "two-hours"
  says = "We set it up with you in two hours."
"#,
    ),
    warning(
        "P135",
        "Unknown template variable",
        "The prospect would read the bare braces.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
owner = "marketing"
text = "Dear {{prospect.nmae}},"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
owner = "marketing"
text = "Dear {{prospect.name}},"
"#,
    ),
    warning(
        "P136",
        "Names that differ only by case",
        "“Rep” and “rep” are one role to people and two to a program.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.tasks]]
  id = "tailor"
  name = "Tailor the demonstration"
  owner = "rep"

  [[stages.tasks]]
  id = "invite"
  name = "Invite them to the demonstration"
  owner = "Rep"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.tasks]]
  id = "tailor"
  name = "Tailor the demonstration"
  owner = "rep"

  [[stages.tasks]]
  id = "invite"
  name = "Invite them to the demonstration"
  owner = "rep"
"#,
    ),
    warning(
        "P137",
        "Hand-over without receiver",
        "A customer handed to nobody hears from nobody.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
handover = { with = ["what was promised"] }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
handover = { to = "account manager", with = ["what was promised"] }
"#,
    ),
    info(
        "P138",
        "No stage after the sale",
        "Renewals and referrals come from customers somebody looks after.",
        r#"schema = 1
id = "sales"
name = "Sales"
[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[stages]]
id = "won"
name = "Won"
kind = "won"

[[stages]]
id = "lost"
name = "Lost"
kind = "lost"
"#,
        r#"schema = 1
id = "sales"
name = "Sales"
[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
handover = { to = "account manager" }

[[stages]]
id = "won"
name = "Won"
kind = "won"

[[stages]]
id = "lost"
name = "Lost"
kind = "lost"

[[stages]]
id = "onboarding"
name = "Onboarding"
kind = "after-sale"
"#,
    ),
    error(
        "P139",
        "Reference to what is not there",
        "The name of a stage, of content, of an objection or of a persona leads nowhere.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
moves = ["wno", "lost"]
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
moves = ["won", "lost"]
"#,
    ),
    warning(
        "P140",
        "Left on perception",
        "In history most deals moved on from here without any act of the prospect: the stage ended because we thought so.",
        r#"[[stages]]
id = "talk"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    warning(
        "P141",
        "Silence that does not work",
        "A silenced rule needs a reason, so that who comes later can judge whether it still holds.",
        r#"[[silence]]
rule = "P115"
reason = ""

[[stages]]
id = "demo"
name = "Demonstration"
"#,
        r#"[[silence]]
rule = "P115"
reason = "We do not know yet how long this takes"

[[stages]]
id = "demo"
name = "Demonstration"
"#,
    ),
    error(
        "P142",
        "Predicates too deep",
        "More than six groups in each other can be read by nobody.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  not = { not = { not = { not = { not = { not = { not = { event = { kind = "call" } } } } } } } }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
    error(
        "P143",
        "No day",
        "Days are written as 2027-01-31, so that nobody has to guess which number is the month.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
owner = "marketing"
link = "https://example.com/mill"
review_by = "31.1.2999"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
owner = "marketing"
link = "https://example.com/mill"
review_by = "2999-01-31"
"#,
    ),
    warning(
        "P144",
        "Answer to a question that nobody asks",
        "A criterion waits for an answer, and no stage and no scheme asks for it.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }

  [[stages.exit]]
  id = "budget-known"
  says = "We know who pays"
  answer = { question = "who-pays" }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }

  [[stages.exit]]
  id = "budget-known"
  says = "We know who pays"
  answer = { question = "who-pays" }

  [[stages.questions]]
  id = "who-pays"
  name = "Who pays?"
  owner = "rep"
"#,
    ),
    info(
        "P145",
        "Task due after the stage should be left",
        "By then the deal should be in the next stage; one of the two days is wrong.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.tasks]]
  id = "tailor"
  name = "Tailor the demonstration"
  owner = "rep"
  due_days = 20
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

  [[stages.tasks]]
  id = "tailor"
  name = "Tailor the demonstration"
  owner = "rep"
  due_days = 2
"#,
    ),
    warning(
        "P146",
        "File that is not there",
        "Somebody will want to send it to a prospect, and nobody has brought it to the library.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
owner = "marketing"
file = "mil.pdf"
review_by = "2999-01-31"
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[library]]
id = "story"
name = "How a mill halved its scrap"
kind = "case-study"
owner = "marketing"
file = "mill.pdf"
review_by = "2999-01-31"
"#,
    ),
];
