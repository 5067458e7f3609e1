//! Rules about stages and the ways between them.

use super::{Rule, error, info, warning};

pub(super) const RULES: &[Rule] = &[
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
];
