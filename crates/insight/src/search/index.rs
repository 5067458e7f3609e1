//! The index: a document for each deal, each person on one, and each account.

use model::{Deal, Outcome, ids::DealId, people::DealPerson};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{fold::words, query::Query, terms::Terms};

/// Most documents that one search looks at.
const MOST_LOOKED_AT: usize = 60_000;
/// Documents that are gone before the index is made anew, at least.
const FEWEST_GONE: usize = 10_000;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = SearchKind)]
pub enum Kind {
    /// A deal.
    Deal,
    /// Somebody on a deal.
    Person,
    /// An account.
    Account,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// The deal, or one with this person or account.
    pub deal: DealId,
    /// Its name.
    pub name: String,
    /// A person's address.
    pub email: String,
    /// How well it meets the query.
    pub score: f32,
}

#[derive(Debug, Clone)]
struct Document {
    kind: Kind,
    live: bool,
    open: bool,
    /// Terms of the name; those after it are of what stands beside it: key and account, address.
    named: u16,
    deal: DealId,
    name: Box<str>,
    email: Box<str>,
    terms: Box<[u32]>,
}

/// Which documents a deal has: one after the other.
#[derive(Debug, Clone)]
struct Own {
    first: u32,
    count: u32,
    account: Option<Box<str>>,
}

/// Names of deals, people and accounts, ready to be searched. It follows the store deal by deal.
#[derive(Debug, Clone, Default)]
pub struct SearchIndex {
    terms: Terms,
    documents: Vec<Document>,
    of: FxHashMap<DealId, Own>,
    /// The document of an account and how many deals it has.
    accounts: FxHashMap<Box<str>, (u32, u32)>,
    gone: usize,
}

impl SearchIndex {
    /// Takes a deal as it is now, with the people on it, in place of what was known of it.
    pub fn put(&mut self, deal: &Deal, people: &[DealPerson]) {
        if self.knows(deal, people) {
            return;
        }
        self.remove(deal.id);
        let first = self.documents.len() as u32;
        let beside = [Some(deal.key.as_str()).filter(|key| *key != deal.name), deal.account.as_deref()];
        let open = deal.outcome == Outcome::Open;
        self.add(Kind::Deal, deal.id, open, &deal.name, "", beside.into_iter().flatten());
        for person in people.iter().filter(|p| !p.name.is_empty() || p.email.is_some()) {
            let email = person.email.as_deref().unwrap_or_default();
            self.add(Kind::Person, deal.id, open, &person.name, email, [email].into_iter());
        }
        let count = self.documents.len() as u32 - first;
        let account = deal.account.as_deref().filter(|account| !account.trim().is_empty()).map(Box::from);
        if let Some(account) = &account {
            self.join(account, deal.id);
        }
        self.of.insert(deal.id, Own { first, count, account });
    }

    /// Forgets a deal.
    pub fn remove(&mut self, deal: DealId) {
        let Some(own) = self.of.remove(&deal) else { return };
        (own.first..own.first + own.count).for_each(|at| self.end(at));
        if let Some(account) = own.account {
            self.leave(&account);
        }
        self.renew_if_due();
    }

    /// Whether there is nothing to change for a deal.
    fn knows(&self, deal: &Deal, people: &[DealPerson]) -> bool {
        let Some(own) = self.of.get(&deal.id) else { return false };
        let at = own.first as usize;
        let Some((of_deal, of_people)) =
            self.documents.get(at..at + own.count as usize).and_then(<[Document]>::split_first)
        else {
            return false;
        };
        let open = deal.outcome == Outcome::Open;
        let named = |p: &&DealPerson| !p.name.is_empty() || p.email.is_some();
        let same = |(document, person): (&Document, &DealPerson)| {
            *document.name == *person.name && *document.email == *person.email.as_deref().unwrap_or_default()
        };
        let account = deal.account.as_deref().filter(|account| !account.trim().is_empty());
        *of_deal.name == *deal.name
            && of_deal.open == open
            && own.account.as_deref() == account
            && people.iter().filter(named).count() == of_people.len()
            && of_people.iter().zip(people.iter().filter(named)).all(same)
    }

    fn add<'a>(
        &mut self,
        kind: Kind,
        deal: DealId,
        open: bool,
        name: &str,
        email: &str,
        beside: impl Iterator<Item = &'a str>,
    ) {
        let document = self.documents.len() as u32;
        let mut terms: Vec<u32> = Vec::new();
        let mut take = |index: &mut Terms, text: &str| {
            for word in words(text) {
                let term = index.intern(&word.folded);
                if !terms.contains(&term) {
                    terms.push(term);
                    index.add(term, document);
                }
            }
            terms.len()
        };
        let named = take(&mut self.terms, name).min(usize::from(u16::MAX)) as u16;
        for text in beside {
            take(&mut self.terms, text);
        }
        let (name, email) = (name.into(), email.into());
        self.documents.push(Document { kind, live: true, open, named, deal, name, email, terms: terms.into() });
    }

    /// One more deal of an account.
    fn join(&mut self, account: &str, deal: DealId) {
        match self.accounts.get_mut(account) {
            Some((_, deals)) => *deals += 1,
            None => {
                let at = self.documents.len() as u32;
                self.add(Kind::Account, deal, true, account, "", std::iter::empty());
                self.accounts.insert(account.into(), (at, 1));
            }
        }
    }

    fn leave(&mut self, account: &str) {
        let Some((at, deals)) = self.accounts.get_mut(account) else { return };
        *deals -= 1;
        if *deals == 0 {
            let at = *at;
            self.accounts.remove(account);
            self.end(at);
        }
    }

    fn end(&mut self, at: u32) {
        if let Some(document) = self.documents.get_mut(at as usize) {
            document.live = false;
            self.gone += 1;
        }
    }

    /// Makes the index anew without what is gone, once that is more than what is there.
    fn renew_if_due(&mut self) {
        if self.gone < FEWEST_GONE || self.gone * 2 < self.documents.len() {
            return;
        }
        let old = std::mem::take(self);
        let mut places = FxHashMap::default();
        for (at, document) in (0_u32..).zip(old.documents) {
            if !document.live {
                continue;
            }
            let place = self.documents.len() as u32;
            places.insert(at, place);
            let mut terms = Vec::with_capacity(document.terms.len());
            for term in &document.terms {
                let term = self.terms.intern(old.terms.text(*term));
                self.terms.add(term, place);
                terms.push(term);
            }
            self.documents.push(Document { terms: terms.into(), ..document });
        }
        let place = |at: u32| places.get(&at).copied().unwrap_or(u32::MAX);
        self.of = old.of.into_iter().map(|(id, own)| (id, Own { first: place(own.first), ..own })).collect();
        self.accounts = old.accounts.into_iter().map(|(name, (at, deals))| (name, (place(at), deals))).collect();
    }

    /// What meets a query best, at most `limit` of each kind, the best first. Where nothing meets all its words, what
    /// meets most of them.
    pub fn find(&self, query: &Query, limit: usize) -> Vec<Found> {
        let meant: Vec<FxHashMap<u32, f32>> =
            query.words.iter().map(|word| self.terms.meant(word).into_iter().collect()).collect();
        if meant.is_empty() {
            return Vec::new();
        }
        let all = self.meet(query, &meant, meant.len(), limit);
        if !all.is_empty() || meant.len() == 1 {
            return all;
        }
        self.meet(query, &meant, meant.len().div_ceil(2), limit)
    }

    fn meet(&self, query: &Query, meant: &[FxHashMap<u32, f32>], needed: usize, limit: usize) -> Vec<Found> {
        // the words with the fewest documents first; so many that one of them is in whatever meets enough
        let size = |terms: &FxHashMap<u32, f32>| terms.keys().map(|t| self.terms.documents(*t).len()).sum::<usize>();
        let mut order: Vec<usize> = (0..meant.len()).collect();
        order.sort_by_key(|word| size(&meant[*word]));
        let mut seen = FxHashSet::default();
        let mut found: Vec<(f32, u32)> = Vec::new();
        for word in order.into_iter().take(meant.len() - needed + 1) {
            let mut terms: Vec<(u32, f32)> = meant[word].iter().map(|(term, score)| (*term, *score)).collect();
            terms.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            for (term, _) in terms {
                for at in self.terms.documents(term).iter().rev() {
                    if seen.len() >= MOST_LOOKED_AT {
                        break;
                    }
                    let Some(document) = self.documents.get(*at as usize).filter(|d| d.live) else { continue };
                    if seen.insert(*at)
                        && let Some(score) = score(document, meant, needed)
                    {
                        found.push((score, *at));
                    }
                }
            }
        }
        self.best(query, found, limit)
    }

    /// The best of each kind.
    fn best(&self, query: &Query, mut found: Vec<(f32, u32)>, limit: usize) -> Vec<Found> {
        found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
        let mut counts: FxHashMap<Kind, usize> = FxHashMap::default();
        let mut best: Vec<Found> = Vec::new();
        for (score, at) in found {
            let Some(document) = self.documents.get(at as usize) else { continue };
            let count = counts.entry(document.kind).or_default();
            // a few more than asked for, as the whole name decides among them
            if *count >= limit * 8 {
                continue;
            }
            *count += 1;
            best.push(Found {
                kind: document.kind,
                deal: document.deal,
                name: document.name.to_string(),
                email: document.email.to_string(),
                score: score + query.whole(&document.name) + if document.open { 0.03 } else { 0.0 },
            });
        }
        best.sort_by(|a, b| {
            let shorter = a.name.chars().count().cmp(&b.name.chars().count());
            a.kind.cmp(&b.kind).then(b.score.total_cmp(&a.score)).then(shorter).then(a.name.cmp(&b.name))
        });
        let same =
            |a: &Found, b: &Found| (a.kind, &a.name, &a.email) == (b.kind, &b.name, &b.email) && a.kind != Kind::Deal;
        best.dedup_by(|a, b| same(a, b));
        let mut counts: FxHashMap<Kind, usize> = FxHashMap::default();
        best.retain(|found| {
            let count = counts.entry(found.kind).or_default();
            *count += 1;
            *count <= limit
        });
        best
    }
}

/// How well a document meets the words that are meant; `None` if it has fewer of them than needed.
fn score(document: &Document, meant: &[FxHashMap<u32, f32>], needed: usize) -> Option<f32> {
    let (mut met, mut sum) = (0, 0.0);
    for terms in meant {
        let own = document.terms.iter().zip(0_u16..);
        let scores = own.filter_map(|(term, place)| {
            let score = terms.get(term)?;
            Some(if place < document.named { *score } else { *score * 0.7 })
        });
        if let Some(best) = scores.max_by(f32::total_cmp) {
            met += 1;
            sum += best;
        }
    }
    (met >= needed).then(|| sum / meant.len() as f32)
}
