//! Who gets a lead: rules in order, and among the reps of one a turn each or the one with the least to do.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::process::same_value;

/// All rules, the first that fits counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentRules {
    /// In order.
    pub rules: Vec<AssignmentRule>,
}

/// Which leads go to which reps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignmentRule {
    /// Its id, unique among the rules; turns are counted by it.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What has to hold of the lead, all of it; a rule without conditions fits every lead.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// How its leads are shared out.
    pub sharing: Sharing,
    /// Among whom.
    pub reps: Vec<RepShare>,
}

/// A field has one of some values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LeadCondition)]
pub struct Condition {
    /// Name of a field or an attribute: `country`, `source`, `employees`.
    pub field: String,
    /// One of these, whatever the case; an empty text stands for leads that have none.
    pub is: Vec<String>,
}

/// How leads are shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LeadSharing)]
pub enum Sharing {
    /// In turn, by weight.
    RoundRobin,
    /// To who has the fewest open leads and deals, by weight.
    LeastLoad,
}

/// A rep who gets leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = LeadRepShare)]
pub struct RepShare {
    /// Their name, which the lead's owner bears then.
    pub name: String,
    /// How many they get for one of a rep of weight 1; 1 to 100.
    #[serde(default = "one")]
    pub weight: u32,
    /// They get none up to and including this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = "date")]
    pub away_until: Option<Date>,
}

fn one() -> u32 {
    1
}

/// What has been given to whom, as far as rules ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Leads that a rule gave to a rep: by the rule's id and the rep's name.
    pub given: HashMap<(String, String), u64>,
    /// Open leads and deals of a rep, by their name in lower case.
    pub load: HashMap<String, u64>,
}

impl Tally {
    fn given(&self, rule: &str, rep: &str) -> u64 {
        self.given.get(&(rule.to_owned(), rep.to_owned())).copied().unwrap_or(0)
    }

    fn load(&self, rep: &str) -> u64 {
        self.load.get(&rep.trim().to_lowercase()).copied().unwrap_or(0)
    }

    fn note(&mut self, rule: &str, rep: &str) {
        *self.given.entry((rule.to_owned(), rep.to_owned())).or_default() += 1;
        *self.load.entry(rep.trim().to_lowercase()).or_default() += 1;
    }
}

impl AssignmentRule {
    fn fits<'l>(&self, field: &impl Fn(&str) -> Option<&'l str>) -> bool {
        self.when.iter().all(|condition| {
            let value = field(condition.field.trim()).unwrap_or_default();
            condition.is.iter().any(|wanted| same_value(wanted, value))
        })
    }

    /// Who is next: of those who are there, the one with the least for their weight; at a draw the first.
    fn next(&self, tally: &Tally, today: Date) -> Option<&RepShare> {
        let has = |rep: &RepShare| match self.sharing {
            Sharing::RoundRobin => tally.given(&self.id, &rep.name),
            Sharing::LeastLoad => tally.load(&rep.name),
        };
        let there = self.reps.iter().filter(|rep| rep.weight > 0 && rep.away_until.is_none_or(|until| until < today));
        there.min_by(|a, b| {
            // a / weight of a against b / weight of b, exactly
            let (of_a, of_b) = (u128::from(has(a) + 1), u128::from(has(b) + 1));
            (of_a * u128::from(b.weight)).cmp(&(of_b * u128::from(a.weight)))
        })
    }
}

impl AssignmentRules {
    /// The rule that gives a lead to somebody, and to whom; the tally is that after it. A rule whose reps are all away
    /// gives nothing, and the next one counts.
    pub fn assign<'r, 'l>(
        &'r self,
        field: impl Fn(&str) -> Option<&'l str>,
        tally: &mut Tally,
        today: Date,
    ) -> Option<(&'r AssignmentRule, &'r str)> {
        let fitting = self.rules.iter().filter(|rule| rule.fits(&field));
        let (rule, rep) = fitting.filter_map(|rule| Some((rule, rule.next(tally, today)?))).next()?;
        tally.note(&rule.id, &rep.name);
        Some((rule, &rep.name))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const TODAY: Date = jiff::civil::date(2026, 3, 2);

    /// `Ann Ben*2 Cem-2026-03-05`: weights and absence.
    fn rule(id: &str, sharing: Sharing, when: &str, reps: &str) -> AssignmentRule {
        let condition = |text: &str| {
            let (field, is) = text.split_once('=')?;
            Some(Condition { field: field.to_owned(), is: is.split('/').map(str::to_owned).collect() })
        };
        let rep = |text: &str| {
            let (text, away) = text.split_once('-').map_or((text, None), |(name, day)| (name, day.parse().ok()));
            let (name, weight) = text.split_once('*').unwrap_or((text, "1"));
            RepShare { name: name.to_owned(), weight: weight.parse().unwrap_or(0), away_until: away }
        };
        AssignmentRule {
            id: id.to_owned(),
            name: id.to_owned(),
            when: when.split_whitespace().filter_map(condition).collect(),
            sharing,
            reps: reps.split_whitespace().map(rep).collect(),
        }
    }

    fn given(rules: &AssignmentRules, tally: &mut Tally, country: &str, times: usize) -> String {
        let field = |name: &str| (name == "country" && !country.is_empty()).then_some(country);
        let next = |_| rules.assign(field, tally, TODAY).map_or("-", |(_, rep)| rep).to_owned();
        (0..times).map(next).collect::<Vec<_>>().join(" ")
    }

    #[rstest]
    #[case("Ann Ben Cem", "Ann Ben Cem Ann Ben Cem")]
    #[case("Ann*2 Ben", "Ann Ann Ben Ann Ann Ben")]
    #[case("Ann Ben-2026-03-02 Cem-2026-03-01", "Ann Cem Ann Cem Ann Cem")]
    #[case("Ann-2026-03-02", "- - - - - -")]
    fn in_turn(#[case] reps: &str, #[case] expected: &str) {
        let rules = AssignmentRules { rules: vec![rule("all", Sharing::RoundRobin, "", reps)] };
        assert_eq!(given(&rules, &mut Tally::default(), "DE", 6), expected);
    }

    #[test]
    fn to_who_has_least_to_do() {
        let rules = AssignmentRules { rules: vec![rule("all", Sharing::LeastLoad, "", "Ann Ben*2")] };
        let mut tally = Tally { load: [("ann".to_owned(), 1), ("ben".to_owned(), 6)].into(), ..Tally::default() };
        assert_eq!(given(&rules, &mut tally, "DE", 4), "Ann Ann Ben Ann");
    }

    #[test]
    fn the_first_rule_that_fits_counts() {
        let rules = AssignmentRules {
            rules: vec![
                rule("dach", Sharing::RoundRobin, "country=de/AT/ch", "Ann"),
                rule("none", Sharing::RoundRobin, "country=", "Cem"),
                rule("away", Sharing::RoundRobin, "country=FR", "Dov-2099-01-01"),
                rule("rest", Sharing::RoundRobin, "", "Ben"),
            ],
        };
        let mut tally = Tally::default();
        let of = |country: &str, tally: &mut Tally| given(&rules, tally, country, 1);
        assert_eq!(["DE", "at", "", "FR", "US"].map(|c| of(c, &mut tally)), ["Ann", "Ann", "Cem", "Ben", "Ben"]);
    }
}
