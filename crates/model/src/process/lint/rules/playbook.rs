//! Rules about personas, journeys, content, objections.

use super::{Rule, error, info, warning};

pub(super) const RULES: &[Rule] = &[
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
