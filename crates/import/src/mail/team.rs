//! Who is on your own side.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    address::{address, and_above, domain, is_free},
    message::Person,
};

/// Your own side: domains and addresses.
#[derive(Debug, Default)]
pub struct Team {
    domains: FxHashSet<String>,
    addresses: FxHashSet<String>,
}

impl Team {
    /// Domains and addresses as a plan has them, and addresses known to be yours.
    pub fn new(team: &[String], own: &[String]) -> Self {
        let mut all = Self::default();
        for text in team {
            let text = text.trim().trim_start_matches('@').to_lowercase();
            match address(&text) {
                Some(address) => all.addresses.insert(address),
                None => all.domains.insert(text),
            };
        }
        all.addresses.extend(own.iter().cloned());
        all
    }

    /// True if an address is on your side.
    pub fn has(&self, address: &str) -> bool {
        self.addresses.contains(address) || and_above(domain(address)).any(|d| self.domains.contains(d))
    }
}

/// How often domains take part, to guess which is yours: it is in nearly every message.
#[derive(Debug, Default)]
pub struct Count {
    seen: FxHashMap<String, (u64, u64)>,
    all: u64,
    /// Those of reps, and those of prospects, as other files have them.
    ours: FxHashSet<String>,
    theirs: FxHashSet<String>,
}

/// The domain of an address; at a free mail provider the address.
fn name(address: &str) -> String {
    match domain(address) {
        at if is_free(at) => address.to_owned(),
        at => at.to_owned(),
    }
}

/// A guess at your own side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// A domain; at a free mail provider, an address.
    pub team: String,
    /// In so many messages and meetings it takes part.
    pub with: u64,
    /// Of so many.
    pub of: u64,
    /// Another that takes part as often or nearly.
    pub rival: Option<String>,
}

impl Count {
    /// Counts those who take part in a message or meeting; `delivered` to these.
    pub fn add<'p>(&mut self, people: impl Iterator<Item = &'p Person>, delivered: &[String]) {
        let present: FxHashSet<String> = people.map(|p| name(&p.address)).collect();
        self.all += 1;
        for name in present {
            self.seen.entry(name).or_default().0 += 1;
        }
        for address in delivered {
            self.seen.entry(name(address)).or_default().1 += 1;
        }
    }

    /// Notes what a column of the deals or of what they name says: addresses of reps, or of prospects.
    pub fn hint(&mut self, address: &str, ours: bool) {
        let side = if ours { &mut self.ours } else { &mut self.theirs };
        side.insert(name(address));
    }

    /// The likeliest; `None` if nothing was counted.
    pub fn guess(&self) -> Option<Guess> {
        let is_ours = |name: &String| self.ours.contains(name);
        let mut all: Vec<(&String, &(u64, u64))> =
            self.seen.iter().filter(|(name, _)| is_ours(name) || !self.theirs.contains(*name)).collect();
        all.sort_by(|a, b| (is_ours(b.0), b.1, a.0).cmp(&(is_ours(a.0), a.1, b.0)));
        let (team, (with, _)) = all.first()?;
        let rival = all.get(1).filter(|(_, (n, _))| n * 10 >= with * 8).map(|(name, _)| (*name).clone());
        Some(Guess { team: (*team).clone(), with: *with, of: self.all, rival })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(list: &str) -> Vec<Person> {
        list.split_whitespace().map(|a| Person { address: a.to_owned(), name: String::new() }).collect()
    }

    #[test]
    fn a_domain_holds_those_below_it() {
        let team = Team::new(&["@Our.co".into(), "me@gmail.com".into()], &["ext@agency.com".into()]);
        for (address, ours) in [
            ("a@our.co", true),
            ("a@eu.our.co", true),
            ("a@notour.co", false),
            ("me@gmail.com", true),
            ("you@gmail.com", false),
            ("ext@agency.com", true),
        ] {
            assert_eq!(team.has(address), ours, "{address}");
        }
    }

    #[test]
    fn your_side_is_in_nearly_every_message() {
        let mut count = Count::default();
        for list in ["a@our.co x@acme.com y@acme.com", "a@our.co b@our.co", "z@beta.io a@our.co", "n@news.org"] {
            count.add(people(list).iter(), &[]);
        }
        assert_eq!(count.guess().unwrap(), Guess { team: "our.co".into(), with: 3, of: 4, rival: None });
    }

    #[test]
    fn in_a_folder_of_one_prospect_the_delivery_tells() {
        let mut count = Count::default();
        for _ in 0..3 {
            count.add(people("a@our.co x@acme.com").iter(), &["a@our.co".into()]);
        }
        let guess = count.guess().unwrap();
        assert_eq!((guess.team.as_str(), guess.rival.as_deref()), ("our.co", Some("acme.com")));
    }

    #[test]
    fn other_files_tell_the_sides_apart() {
        let mut count = Count::default();
        count.add(people("a@our.co x@acme.com").iter(), &[]);
        assert_eq!(count.guess().unwrap().team, "acme.com");
        count.hint("y@acme.com", false);
        assert_eq!(count.guess().unwrap().team, "our.co");
    }

    #[test]
    fn at_a_free_provider_you_are_an_address() {
        let mut count = Count::default();
        count.add(people("me@gmail.com x@gmail.com").iter(), &[]);
        count.add(people("me@gmail.com y@acme.com").iter(), &[]);
        assert_eq!(count.guess().unwrap().team, "me@gmail.com");
    }
}
