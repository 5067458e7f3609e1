//! An invented team whose deals carry planted truths. The same seed makes the same deals.

use std::f64::consts::SQRT_2;

use fastrand::Rng;
use statrs::function::erf::erf_inv;

/// The stages in order.
pub const STAGES: [&str; 6] =
    ["Prospecting", "Connecting & Qualifying", "Researching", "Presenting", "Handling objections", "Closing"];
/// Where the outcome is decided.
const PRESENTING: usize = 3;
const OBJECTIONS: usize = 4;
const CLOSING: usize = 5;
/// What the prospect does before a stage is left forward.
const ACTS: [&str; 6] =
    ["Email received", "Needs confirmed", "Meeting accepted", "Demo attended", "Objection raised", "Contract signed"];
const SOURCES: [(&str, f64, f64); 5] = [
    ("Referral", 0.15, 1.3),
    ("Inbound web", 0.3, 0.15),
    ("Outbound", 0.3, -0.35),
    ("Event", 0.15, 0.0),
    ("Partner", 0.1, 0.2),
];
const PERSONAS: [(&str, f64, f64); 4] =
    [("Owner", 0.25, 0.3), ("Finance lead", 0.25, -0.2), ("IT lead", 0.25, 0.0), ("Operations lead", 0.25, 0.0)];
const INDUSTRIES: [&str; 6] = ["Manufacturing", "Health", "Education", "Retail", "Finance", "Public sector"];
const REGIONS: [&str; 4] = ["North", "South", "East", "West"];
const REASONS: [&str; 4] = ["Price", "No decision", "Competitor", "Timing"];
const DAY: f64 = 86_400.0;

/// What to plant.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Seed of all randomness.
    pub seed: u64,
    /// Deals.
    pub deals: usize,
    /// Years over which they begin.
    pub years: f64,
    /// Odds ratio of an engineer at the demonstration.
    pub engineer: f64,
    /// Odds ratio of a reply within a day.
    pub reply: f64,
    /// Place of the stage that takes longest.
    pub bottleneck: usize,
    /// Place of the stage that is left on the rep's opinion.
    pub opinion: usize,
    /// Place of the stage from which deals go back to the one before, and how often.
    pub back: (usize, f64),
    /// A rep who takes three times as long in Presenting.
    pub slow_rep: usize,
    /// Reps.
    pub reps: usize,
}

impl Plan {
    /// A plan whose places differ from seed to seed.
    pub fn of_seed(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed ^ 0x9e37_79b9_7f4a_7c15);
        let bottleneck = [1, 3, 4, 5][rng.usize(..4)];
        let opinion = [1, 2, 4].into_iter().filter(|p| *p != bottleneck).nth(rng.usize(..2)).unwrap_or(1);
        let back = (3 + rng.usize(..3), 0.3);
        Self {
            seed,
            deals: 1500,
            years: 3.0,
            engineer: 2.5,
            reply: 2.2,
            bottleneck,
            opinion,
            back,
            slow_rep: 1,
            reps: 6,
        }
    }

    fn median_days(&self, stage: usize) -> f64 {
        if stage == self.bottleneck { 21.0 } else { [4.0, 6.0, 3.0, 7.0, 6.0, 6.0][stage] }
    }
}

/// An event; `kind` is `stage`, `won`, `lost` or `touch`.
#[derive(Debug, Clone)]
pub struct Happening {
    /// Place of the deal.
    pub deal: usize,
    /// Seconds since 1970.
    pub at: i64,
    pub kind: &'static str,
    pub activity: String,
    pub stage: &'static str,
    pub prospect: bool,
    pub along: &'static str,
}

/// A deal.
#[derive(Debug, Clone, Default)]
pub struct Planted {
    pub key: String,
    pub owner: String,
    pub source: &'static str,
    pub persona: &'static str,
    pub industry: &'static str,
    pub region: &'static str,
    pub amount: u64,
    pub discount: u64,
    pub loss_reason: &'static str,
    /// Seconds since 1970.
    pub created: i64,
    pub closed: Option<i64>,
    pub won: bool,
    /// What truly bears on the outcome.
    pub engineer: bool,
    pub quick_reply: bool,
    /// Got to where the outcome is decided.
    pub decided: bool,
}

/// Deals and their events, those of a deal together and in order.
#[derive(Debug, Clone, Default)]
pub struct World {
    pub deals: Vec<Planted>,
    pub events: Vec<Happening>,
}

/// The world of a plan. Data ends when the period does: later events have not happened yet.
pub fn world(plan: &Plan) -> World {
    let mut rng = Rng::with_seed(plan.seed);
    let start = 1_641_000_000_f64;
    let end = start + plan.years * 365.25 * DAY;
    let mut world = World::default();
    for number in 0..plan.deals {
        let created = start + rng.f64() * (end - start);
        let mut story =
            Story { plan, rng: &mut rng, deal: number, at: created, events: Vec::new(), facts: Planted::default() };
        story.tell();
        let Story { facts, mut events, .. } = story;
        events.sort_by_key(|e| e.at);
        events.retain(|e| (e.at as f64) < end);
        let closed = facts.closed.filter(|at| (*at as f64) < end);
        world.deals.push(Planted {
            closed,
            loss_reason: if closed.is_some() { facts.loss_reason } else { "" },
            ..facts
        });
        world.events.extend(events);
    }
    world
}

struct Story<'a> {
    plan: &'a Plan,
    rng: &'a mut Rng,
    deal: usize,
    at: f64,
    events: Vec<Happening>,
    facts: Planted,
}

impl Story<'_> {
    fn chance(&mut self, p: f64) -> bool {
        self.rng.f64() < p
    }

    /// Log-normal with this median.
    fn spread(&mut self, median: f64, sigma: f64) -> f64 {
        let u = self.rng.f64().clamp(1e-12, 1.0 - 1e-12);
        median * (sigma * SQRT_2 * erf_inv(2.0 * u - 1.0)).exp()
    }

    fn of<T: Copy>(&mut self, all: &[(T, f64, f64)]) -> (T, f64) {
        let mut left = self.rng.f64();
        for (name, share, weight) in all {
            left -= share;
            if left < 0.0 {
                return (*name, *weight);
            }
        }
        (all[0].0, all[0].2)
    }

    fn add(&mut self, at: f64, kind: &'static str, activity: &str, stage: usize, prospect: bool, along: &'static str) {
        let (deal, stage) = (self.deal, STAGES[stage]);
        self.events.push(Happening {
            deal,
            at: at as i64,
            kind,
            activity: activity.to_owned(),
            stage,
            prospect,
            along,
        });
    }

    fn tell(&mut self) {
        let ((source, by_source), (persona, by_persona)) = (self.of(&SOURCES), self.of(&PERSONAS));
        let rep = self.rng.usize(..self.plan.reps);
        let amount = self.spread(12_000.0, 0.8) as u64;
        self.facts = Planted {
            key: format!("D{:05}", self.deal + 1),
            owner: format!("Rep {rep:03}"),
            source,
            persona,
            industry: INDUSTRIES[self.rng.usize(..6)],
            region: REGIONS[self.rng.usize(..4)],
            amount,
            created: self.at as i64,
            ..Planted::default()
        };
        // The traps go with the source, so that they look useful.
        let testimonial = self.chance(if source == "Referral" { 0.55 } else { 0.25 });
        let engineer = self.chance(if by_persona > 0.0 { 0.5 } else { 0.35 });
        let mut lost_in =
            [(0, 0.12), (1, 0.2), (2, 0.08)].into_iter().filter(|(_, p)| self.rng.f64() < *p).map(|(s, _)| s).next();
        let mut stage = 0;
        let mut shown = false;
        loop {
            self.add(self.at, "stage", &format!("Stage: {}", STAGES[stage]), stage, false, "");
            if stage >= PRESENTING && !self.facts.decided {
                self.facts.decided = true;
                self.facts.engineer = engineer;
                lost_in = self.outcome(by_source + by_persona);
            }
            let leaves = self.visit(stage, rep, testimonial, &mut shown);
            if lost_in.is_some_and(|place| stage >= place) {
                return self.close(false, stage, leaves);
            }
            let next = self.next(stage);
            let forward = next.is_none_or(|next| next > stage);
            if forward {
                self.exit_act(stage, leaves);
            }
            self.at = leaves;
            match next {
                None => return self.close(true, stage, leaves),
                Some(next) => stage = next,
            }
        }
    }

    /// Where it will be lost, if it will.
    fn outcome(&mut self, weight: f64) -> Option<usize> {
        let of = |yes: bool, odds: f64| if yes { odds.ln() } else { 0.0 };
        let odds =
            -0.75 + weight + of(self.facts.engineer, self.plan.engineer) + of(self.facts.quick_reply, self.plan.reply);
        self.facts.won = self.rng.f64() < 1.0 / (1.0 + (-odds).exp());
        let place = [PRESENTING, OBJECTIONS, CLOSING][match self.rng.f64() {
            x if x < 0.3 => 0,
            x if x < 0.55 => 1,
            _ => 2,
        }];
        (!self.facts.won).then_some(place)
    }

    /// What happens in a stay; when it ends.
    fn visit(&mut self, stage: usize, rep: usize, testimonial: bool, shown: &mut bool) -> f64 {
        let slow = if stage == PRESENTING && rep == self.plan.slow_rep { 3.0 } else { 1.0 };
        let mut length = self.spread(self.plan.median_days(stage), 0.6) * slow * DAY;
        let from = self.at;
        if stage == 0 {
            let asked = from + self.spread(3.0 * 3_600.0, 0.5);
            let lag = self.spread(DAY, 1.0);
            self.facts.quick_reply = lag <= DAY;
            self.add(asked, "touch", "Inquiry received", stage, true, "");
            self.add(asked + lag, "touch", "Reply sent", stage, false, "");
            length += asked - from + lag;
        }
        let mut at = from;
        loop {
            at += -self.rng.f64().max(1e-12).ln() * 1.7 * DAY;
            if at >= from + length {
                break;
            }
            let (what, prospect) = [
                ("Call", false),
                ("Email sent", false),
                ("Email sent", false),
                ("Meeting", false),
                ("Note from prospect", true),
            ][self.rng.usize(..5)];
            // Where a stage is left on opinion the prospect is silent.
            if prospect && stage == self.plan.opinion {
                continue;
            }
            self.add(at, "touch", what, stage, prospect, "");
        }
        if stage == PRESENTING {
            let along = if self.facts.engineer && !*shown { "engineer" } else { "" };
            *shown = true;
            let when = from + length * (0.5 + 0.4 * self.rng.f64());
            self.add(when, "touch", "Demo", stage, false, along);
            if testimonial {
                let when = from + length * self.rng.f64();
                self.add(when, "touch", "Testimonial shared", stage, false, "");
            }
        }
        if stage == CLOSING {
            if self.facts.discount == 0 && self.chance(0.45) {
                self.facts.discount = [5, 10, 15][self.rng.usize(..3)];
            }
            self.add(from + (3.0 * 3_600.0_f64).min(length / 2.0), "touch", "Quote sent", stage, false, "");
        }
        from + length
    }

    fn next(&mut self, stage: usize) -> Option<usize> {
        let (back, often) = self.plan.back;
        match stage {
            CLOSING if back != CLOSING || !self.chance(often) => None,
            s if s == back => Some(if s == CLOSING || self.chance(often) { s - 1 } else { s + 1 }),
            s if s > 1 && self.chance(0.04) => Some(s - 1),
            1 if self.chance(0.15) => Some(PRESENTING),
            PRESENTING if self.chance(0.2) => Some(CLOSING),
            s => Some(s + 1),
        }
    }

    /// The prospect's act before a stage is left forward, but where it is left on opinion.
    fn exit_act(&mut self, stage: usize, leaves: f64) {
        let p = if stage == self.plan.opinion { 0.05 } else { 0.95 };
        if self.chance(p) {
            let before = self.spread(4.0 * 3_600.0, 0.6).min(0.9 * (leaves - self.at));
            self.add(leaves - before, "touch", ACTS[stage], stage, true, "");
        }
    }

    fn close(&mut self, won: bool, stage: usize, at: f64) {
        self.facts.won = won;
        self.facts.closed = Some(at as i64);
        let (kind, name) = if won { ("won", "Closed Won") } else { ("lost", "Closed Lost") };
        if !won {
            self.facts.loss_reason = REASONS[self.rng.usize(..4)];
        }
        self.add(at, kind, name, stage, false, "");
    }
}
