//! Writes an invented history with planted truths, to try Discover on:
//!
//! ```sh
//! cargo run --release -p stagecraft-insight --example plant -- --seed 7 --deals 1500 --out /tmp/planted
//! ```
//!
//! makes `deals.csv`, `events.csv` and `truth.json`. What is planted depends on the seed, and can be set: `--engineer`
//! and `--reply` (odds ratios), `--bottleneck`, `--opinion`, `--back` (places of stages, 0 the first).

mod world;

use std::{collections::HashMap, error::Error, fs, io::Write as _, path::Path};

use jiff::Timestamp;
use world::{Plan, STAGES, World, world};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let given: HashMap<&str, &str> =
        words.chunks_exact(2).map(|pair| (pair[0].trim_start_matches('-'), pair[1].as_str())).collect();
    let plan = plan(&given)?;
    let made = world(&plan);
    let out = Path::new(given.get("out").copied().unwrap_or("planted"));
    fs::create_dir_all(out)?;
    write_deals(&made, &out.join("deals.csv"))?;
    write_events(&made, &out.join("events.csv"))?;
    fs::write(out.join("truth.json"), serde_json::to_string_pretty(&truth(&plan, &made))?)?;
    writeln!(std::io::stdout(), "{} deals, {} events in {}", made.deals.len(), made.events.len(), out.display())?;
    Ok(())
}

fn plan(given: &HashMap<&str, &str>) -> Result<Plan, Box<dyn Error>> {
    let number = |name: &str| given.get(name).map(|v| v.parse::<f64>()).transpose();
    let mut plan = Plan::of_seed(number("seed")?.unwrap_or(1.0) as u64);
    plan.deals = number("deals")?.map_or(plan.deals, |n| n as usize);
    plan.engineer = number("engineer")?.unwrap_or(plan.engineer);
    plan.reply = number("reply")?.unwrap_or(plan.reply);
    plan.bottleneck = number("bottleneck")?.map_or(plan.bottleneck, |n| n as usize).min(STAGES.len() - 1);
    plan.opinion = number("opinion")?.map_or(plan.opinion, |n| n as usize).min(STAGES.len() - 1);
    plan.back.0 = number("back")?.map_or(plan.back.0, |n| n as usize).clamp(1, STAGES.len() - 1);
    Ok(plan)
}

fn time(at: i64) -> Result<String, jiff::Error> {
    Ok(Timestamp::from_second(at)?.to_string().trim_end_matches('Z').to_owned())
}

fn write_deals(made: &World, path: &Path) -> Result<(), Box<dyn Error>> {
    let mut text =
        "deal_id,owner,source,persona,industry,region,amount,discount_pct,loss_reason,created_at,closed_at,outcome\n"
            .to_owned();
    for d in &made.deals {
        let (created, closed) = (time(d.created)?, d.closed.map(time).transpose()?.unwrap_or_default());
        let outcome = match (d.closed, d.won) {
            (None, _) => "open",
            (_, true) => "won",
            (_, false) => "lost",
        };
        let (a, b) = ([&d.key, &d.owner], [d.source, d.persona, d.industry, d.region]);
        text += &format!(
            "{},{},{},{},{},{created},{closed},{outcome}\n",
            a.map(String::as_str).join(","),
            b.join(","),
            d.amount,
            d.discount,
            d.loss_reason
        );
    }
    Ok(fs::write(path, text)?)
}

fn write_events(made: &World, path: &Path) -> Result<(), Box<dyn Error>> {
    let mut text = "event_id,deal_id,timestamp,type,activity,stage,actor,owner,participants\n".to_owned();
    for (number, e) in made.events.iter().enumerate() {
        let deal = &made.deals[e.deal];
        let kind = if e.kind == "touch" { "touch" } else { "stage" };
        let actor = if e.prospect { "prospect" } else { "rep" };
        text += &format!(
            "{},{},{},{kind},{},{},{actor},{},{}\n",
            number + 1,
            deal.key,
            time(e.at)?,
            e.activity,
            e.stage,
            deal.owner,
            e.along
        );
    }
    Ok(fs::write(path, text)?)
}

fn truth(plan: &Plan, made: &World) -> serde_json::Value {
    let closed = made.deals.iter().filter(|d| d.closed.is_some());
    serde_json::json!({
        "seed": plan.seed,
        "bottleneck_stage": STAGES[plan.bottleneck],
        "opinion_stage": STAGES[plan.opinion],
        "loop": {"from": STAGES[plan.back.0], "to": STAGES[plan.back.0 - 1], "share": plan.back.1},
        "slow_rep": {"rep": format!("Rep {:03}", plan.slow_rep), "stage": "Presenting", "factor": 3.0},
        "odds_ratios": {
            "engineer at the first Demo": plan.engineer,
            "Reply sent within 24 hours": plan.reply,
            "discount": 1.0, "Testimonial shared": 1.0, "industry": 1.0, "region": 1.0, "rep": 1.0, "number of touches": 1.0,
        },
        "outcome_drawn": "once, at first entry into Presenting or a later stage; earlier losses are independent of every driver",
        "won": closed.clone().filter(|d| d.won).count(),
        "lost": closed.filter(|d| !d.won).count(),
        "got_to_presenting": made.deals.iter().filter(|d| d.decided).count(),
        "with_engineer": made.deals.iter().filter(|d| d.engineer).count(),
        "replied_within_24_hours": made.deals.iter().filter(|d| d.quick_reply).count(),
    })
}
