//! Rules about form and names.

use super::{Rule, error, info, warning};

pub(super) const RULES: &[Rule] = &[
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
];
