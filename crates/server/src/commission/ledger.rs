//! All statements, remembered until something that they follow from changes.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use jiff::civil::Date;
use model::{
    Timestamp,
    commission::{Churn, CommissionError, Correction, Input, Price, Share, Statement, WonDeal, statements},
    ids::DealId,
    money::{Money, shown},
};
use uuid::Uuid;

use super::{Book, Held, LARGEST_MINOR, Names, Picture, Why, change::unusable, picture::Seen, told, view::DealName};
use crate::{
    permission::same_name,
    problem::{Answer, Problem},
    state::App,
    work::Work,
};

/// Everything that follows from the plans and the deals won.
#[derive(Debug)]
pub struct Ledger {
    /// Plans, assignments and rates.
    pub book: Book,
    /// The day as of which it is.
    pub through: Date,
    /// The statements, by person and period.
    pub statements: Vec<Statement>,
    /// What is on none of them.
    pub held: Vec<Held>,
    /// Names of the deals by key.
    pub names: HashMap<String, DealName>,
    /// What the deals count with, by key.
    pub deals: HashMap<String, (WonDeal, Option<String>)>,
}

/// What the ledger was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Made {
    log: u64,
    picture: u64,
    book: Vec<(Uuid, i64)>,
    zone: Option<String>,
    through: Date,
}

/// Holds the last ledger.
#[derive(Debug, Default)]
pub struct Commissions {
    kept: tokio::sync::Mutex<Remembered>,
    /// Held while a change is looked over and written.
    pub(super) changing: tokio::sync::Mutex<()>,
}

#[derive(Debug, Default)]
struct Remembered {
    told: told::Known,
    last: Option<(Made, Arc<Ledger>)>,
}

impl App {
    /// The ledger as of now.
    ///
    /// # Errors
    /// If it cannot be read; 409 naming the deal whose amounts are too large.
    pub async fn ledger(&self) -> Answer<Arc<Ledger>> {
        let book = Book::read(self).await?;
        let work = self.work().await?;
        let mut kept = self.commissions.kept.lock().await;
        let mut made = Made {
            log: self.keeper.version(),
            picture: 0,
            book: book.state(),
            zone: work.zone.iana_name().map(str::to_owned),
            through: work.day(self.now()),
        };
        if let Some((of, known)) = &kept.last {
            made.picture = of.picture;
            if *of == made {
                return Ok(Arc::clone(known));
            }
        }
        let picture = self.picture(&book, &work).await?;
        made.picture = picture.mark;
        if let Some((of, known)) = &mut kept.last
            && (Made { log: made.log, ..of.clone() }) == made
        {
            of.log = made.log;
            return Ok(Arc::clone(known));
        }
        let fresh = Arc::new(self.ledger_of(book, picture, &work, &mut kept.told).await?);
        kept.last = Some((made, Arc::clone(&fresh)));
        Ok(fresh)
    }

    /// The ledger as it would be with another book.
    ///
    /// # Errors
    /// As [`App::ledger`].
    pub async fn ledger_with(&self, book: Book) -> Answer<Ledger> {
        let work = self.work().await?;
        let picture = self.picture(&book, &work).await?;
        let mut kept = self.commissions.kept.lock().await;
        self.ledger_of(book, picture, &work, &mut kept.told).await
    }

    async fn picture(&self, book: &Book, work: &Work) -> Answer<Picture> {
        let begin = |day: Date| day.to_zoned_datetime(work.zone.clone()).ok().map(|at| at.timestamp());
        let since: Option<Timestamp> = book.since().and_then(begin);
        self.on_log(move |log| Picture::of(log, since)).await
    }

    async fn ledger_of(&self, book: Book, picture: Picture, work: &Work, known: &mut told::Known) -> Answer<Ledger> {
        told::read(self, &picture.deals, work, known).await?;
        // What belongs to no deal of the picture any more is forgotten.
        let still: HashSet<DealId> = picture.deals.iter().filter(|d| d.events.is_some()).map(|d| d.id).collect();
        known.retain(|id, _| still.contains(id));
        let (known, work, through) = (known.clone(), work.clone(), work.day(self.now()));
        let count = move || Gathering::new(book, through).gather(picture, &known, &work).count();
        tokio::task::spawn_blocking(count).await.map_err(Problem::internal)?.map_err(|error| unusable(&error))
    }
}

/// What statements are made from, while it is put together.
struct Gathering {
    book: Book,
    input: Input,
    held: Vec<Held>,
    names: HashMap<String, DealName>,
    quotes: HashMap<String, String>,
    people: Names,
}

impl Gathering {
    fn new(book: Book, through: Date) -> Self {
        let mut people = Names::default();
        let input = book.input(&mut people, through);
        Self { book, input, held: Vec::new(), names: HashMap::new(), quotes: HashMap::new(), people }
    }

    fn gather(mut self, picture: Picture, known: &told::Known, work: &Work) -> Self {
        for seen in picture.deals {
            let told = seen.events.and_then(|_| known.get(&seen.id)).map(|(_, told)| told.as_ref());
            self.names.insert(seen.key.clone(), DealName::new(seen.id, &seen.name));
            for correction in told.iter().flat_map(|told| &told.corrections) {
                let person = self.people.spelled(&correction.person);
                self.input.corrections.push(Correction { person, ..correction.clone() });
            }
            if !seen.won {
                continue;
            }
            let split = told.map(|told| told.split.clone()).unwrap_or_default();
            let owner = told.map_or_else(|| seen.owner.clone(), |told| told.owner.clone());
            let price = told.map_or_else(|| price_of(&seen), |told| told.price.clone());
            let day = seen.closed.map(|at| work.day(at));
            match self.deal(&seen, split, owner, price, day) {
                Ok(deal) => {
                    let left = told.and_then(|told| told.left);
                    self.input.churns.extend(left.map(|day| Churn { deal: deal.id.clone(), day }));
                    self.input.deals.push(deal);
                }
                Err((why, person)) => {
                    let deal = DealName::new(seen.id, &seen.name);
                    self.held.push(Held { why, deal, person, day, what: String::new() });
                }
            }
        }
        self
    }

    fn deal(
        &mut self,
        seen: &Seen,
        mut split: Vec<Share>,
        owner: Option<String>,
        price: Option<Price>,
        day: Option<Date>,
    ) -> Result<WonDeal, (Why, Option<String>)> {
        if split.is_empty() {
            let whole = |person| Share { person, share: model::Decimal::ONE };
            split.extend(owner.filter(|owner| !owner.trim().is_empty()).map(whole));
        }
        split.iter_mut().for_each(|share| share.person = self.people.spelled(&share.person));
        let first = split.first().map(|share| share.person.clone());
        let held = |why| (why, first.clone());
        let closed = day.ok_or_else(|| held(Why::NoDay))?;
        let Price { money, quote } = price.ok_or_else(|| held(Why::NoPrice))?;
        if !(0..=LARGEST_MINOR).contains(&money.minor) {
            return Err(held(Why::PriceOff));
        }
        if split.is_empty() {
            return Err(held(Why::NoOwner));
        }
        let named = Some(money.currency.trim().to_uppercase()).filter(|currency| !currency.is_empty());
        let currency = named.or_else(|| self.book.only_currency().map(str::to_owned));
        let currency = currency.ok_or_else(|| held(Why::NoCurrency))?;
        self.quotes.extend(quote.map(|quote| (seen.key.clone(), quote)));
        Ok(WonDeal { id: seen.key.clone(), closed, price_minor: money.minor, currency, split })
    }

    /// Makes the statements. What has no rate, and corrections that belong nowhere, are left out and named.
    fn count(mut self) -> Result<Ledger, CommissionError> {
        let mut all = loop {
            let before = self.input.deals.len() + self.input.corrections.len();
            let error = match statements(&self.input) {
                Ok(all) => break all,
                Err(error) => error,
            };
            match &error {
                CommissionError::NoRate { deals } => {
                    let without: HashMap<&str, String> =
                        deals.iter().map(|d| (d.deal.as_str(), format!("{} to {}", d.from, d.to))).collect();
                    self.without_rate(&without);
                }
                CommissionError::Correction { person, day, currency } => self.unplaced(person, *day, currency),
                _ => {}
            }
            if self.input.deals.len() + self.input.corrections.len() == before {
                return Err(error);
            }
        };
        let Self { book, mut held, names, mut quotes, input, .. } = self;
        // Today may bring deals still.
        let runs_until_today = |statement: &mut Statement| statement.complete &= statement.period.until < input.through;
        all.statements.iter_mut().for_each(runs_until_today);
        for without in all.without_plan {
            let deal = names.get(&without.deal).cloned();
            let (person, day) = (Some(without.person), Some(without.closed));
            held.extend(deal.map(|deal| Held { why: Why::NoPlan, deal, person, day, what: String::new() }));
        }
        let deals = input.deals.into_iter().map(|deal| (deal.id.clone(), (quotes.remove(&deal.id), deal)));
        let deals = deals.map(|(key, (quote, deal))| (key, (deal, quote))).collect();
        Ok(Ledger { book, through: input.through, statements: all.statements, held, names, deals })
    }

    fn without_rate(&mut self, without: &HashMap<&str, String>) {
        let (names, held) = (&self.names, &mut self.held);
        self.input.churns.retain(|churn| !without.contains_key(churn.deal.as_str()));
        self.input.deals.retain(|deal| {
            let what = without.get(deal.id.as_str());
            if let (Some(what), Some(name)) = (what, names.get(&deal.id)) {
                let person = deal.split.first().map(|share| share.person.clone());
                let (day, what) = (Some(deal.closed), what.clone());
                held.push(Held { why: Why::NoRate, deal: name.clone(), person, day, what });
            }
            what.is_none()
        });
    }

    fn unplaced(&mut self, person: &str, day: Date, currency: &str) {
        let (names, held) = (&self.names, &mut self.held);
        self.input.corrections.retain(|c| {
            let same = c.person == person && c.day == day && c.currency == currency;
            let name = c.deal.as_ref().and_then(|deal| names.get(deal));
            if let Some(name) = name.filter(|_| same) {
                let what = format!("{currency} ({})", shown(c.amount_minor));
                let (deal, person) = (name.clone(), Some(person.to_owned()));
                held.push(Held { why: Why::Correction, deal, person, day: Some(day), what });
            }
            !same
        });
    }
}

fn price_of(seen: &Seen) -> Option<Price> {
    let money = Money { minor: seen.value_minor?, currency: seen.currency.clone() };
    Some(Price { money, quote: None })
}

impl Ledger {
    /// The deals of somebody, and a further correction of theirs: enough to see whether it belongs on a statement.
    pub fn input_with(&self, correction: &Correction) -> Input {
        let theirs = |deal: &&WonDeal| deal.split.iter().any(|share| same_name(&share.person, &correction.person));
        let mut names = Names::default();
        let input = self.book.input(&mut names, self.through);
        let person = names.spelled(&correction.person);
        Input {
            deals: self.deals.values().map(|(deal, _)| deal).filter(theirs).cloned().collect(),
            corrections: vec![Correction { person, ..correction.clone() }],
            ..input
        }
    }
}
