//! Rules about how deals went.

use super::{Rule, info, warning};

pub(super) const RULES: &[Rule] = &[
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
];
