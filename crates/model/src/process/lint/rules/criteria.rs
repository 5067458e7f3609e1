//! Rules about exit criteria, tasks and days.

use super::{Rule, info, warning};

pub(super) const RULES: &[Rule] = &[
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
        "P150",
        "Approval of nothing",
        "Where no criterion is required, nobody is ever asked, and whoever reads the process believes that somebody is.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
override = "approval"

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
  required = false
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10
override = "approval"

  [[stages.exit]]
  id = "attended"
  says = "The prospect attended a demonstration"
  event = { kind = "meeting.attended", tag = "demo", by = "prospect" }
"#,
    ),
];
