//! Rules about metrics.

use super::{Rule, error, warning};

pub(super) const RULES: &[Rule] = &[
    error(
        "P151",
        "Metric that does not hold together",
        "Nothing can be figured by it, so no page could show it.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[metrics]]
id = "fast"
name = "Won within days"
figure = { share = { from = "won", to = "won" } }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[metrics]]
id = "fast"
name = "Won within days"
figure = { share = { from = "created", to = "won", within_days = 30 } }
"#,
    ),
    error(
        "P152",
        "Metric with the id of a standard one",
        "Links and people know the standard one by this id; two figures under one name end in a quarrel.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[metrics]]
id = "win-rate"
name = "Our win rate"
figure = { share = { from = { entered = "demo" }, to = "won" } }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[metrics]]
id = "won-after-demo"
name = "Our win rate"
figure = { share = { from = { entered = "demo" }, to = "won" } }
"#,
    ),
    warning(
        "P153",
        "Metric of a stage that is not there",
        "A metric names a stage by its id, its name or one of its names in the data; what no stage is called counts nothing.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[metrics]]
id = "shown"
name = "Shown"
figure = { count = { deals = { entered = "demmo" } } }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[metrics]]
id = "shown"
name = "Shown"
figure = { count = { deals = { entered = "demo" } } }
"#,
    ),
    warning(
        "P154",
        "Metric made in the browser too",
        "Of two metrics with one id only that of the process is figured; the other one waits until it gets another id.",
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[metrics]]
id = "big-wins"
name = "Big wins"
figure = { mean = { of = "value", at = "won" } }
"#,
        r#"[[stages]]
id = "demo"
name = "Demonstration"
target_days = 10

[[metrics]]
id = "value-of-big-wins"
name = "Big wins"
figure = { mean = { of = "value", at = "won" } }
"#,
    ),
];
