//! What the events of a deal say about its commission.

use rstest::rstest;

use super::*;
use crate::{
    commission::{Told, split_attributes, told},
    deal::{Deal, field},
    event::{Event, Side, kind},
    ids::{DealId, EventId, ImportId},
    money::Money,
};

fn event(second: i64, kind: &str, attributes: &[(&str, &str)]) -> Event {
    Event {
        id: EventId::of_key(&format!("{second}{kind}")),
        deal: DealId::of_key("D-1"),
        at: jiff::Timestamp::from_second(second).unwrap(),
        undated: false,
        kind: kind.to_owned(),
        activity: String::new(),
        stage: None,
        side: Side::Rep,
        actor: None,
        attributes: attributes.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
        import: None,
    }
}

fn created() -> Event {
    event(1, kind::CREATED, &[(field::OWNER, "Ann"), (field::VALUE, "100.00"), (field::CURRENCY, "EUR")])
}

/// A day has 100 seconds here: 345 is the third day.
fn read(events: &[Event]) -> Told {
    let deal = Deal::new(DealId::of_key("D-1"), "D-1");
    told(&deal, events, |at| jiff::civil::date(2026, 1, i8::try_from(at.as_second() / 100).unwrap()))
}

fn price(told: &Told) -> Option<(i64, Option<&str>)> {
    told.price.as_ref().map(|price| (price.money.minor, price.quote.as_deref()))
}

fn changed(second: i64, by_import: bool) -> Event {
    let import = by_import.then(|| ImportId(uuid::Uuid::nil()));
    Event { import, ..event(second, kind::CHANGED, &[(field::OWNER, "Ben"), (field::VALUE, "250.00")]) }
}

#[rstest]
#[case::before_the_close(200, false, "Ben", 25_000)]
#[case::by_hand_after_it(400, false, "Ann", 10_000)]
#[case::told_by_an_import_after_it(400, true, "Ben", 25_000)]
fn owner_and_value_are_those_of_the_close(
    #[case] second: i64,
    #[case] by_import: bool,
    #[case] owner: &str,
    #[case] minor: i64,
) {
    let mut events = vec![created(), event(300, kind::WON, &[]), changed(second, by_import)];
    events.sort_by_key(|event| event.at);
    let told = read(&events);
    assert_eq!((told.owner.as_deref(), price(&told)), (Some(owner), Some((minor, None))));
}

#[test]
fn a_deal_won_again_counts_as_it_stood_the_last_time() {
    let reopened = event(350, kind::STAGE, &[]);
    let events = [created(), event(300, kind::WON, &[]), reopened, changed(400, false), event(500, kind::WON, &[])];
    assert_eq!(price(&read(&events)), Some((25_000, None)));
}

fn quote(second: i64, name: &str, minor: i64, accepted: i64) -> [Event; 2] {
    let offer = format!(
        r#"{{"number": "Q-{name}", "version": 1, "currency": "EUR", "issued": "2026-01-01", "valid_until": "2026-01-31",
            "lines": [{{"id": "a", "product": "Pro", "quantity": "1", "unit": {{"minor": {minor}, "currency": "EUR"}},
            "tax_percent": "19"}}]}}"#
    );
    let about = [("quote", name), ("version", "1")];
    let written = event(second, kind::QUOTE_WRITTEN, &[about[0], about[1], ("offer", &offer)]);
    [written, event(accepted, kind::QUOTE_ACCEPTED, &about)]
}

#[rstest]
#[case::none(&[], (10_000, None))]
#[case::net_of_tax(&[(10, 8_000, 20)], (8_000, Some("Q-0")))]
#[case::the_last_before_the_close(&[(10, 8_000, 20), (30, 7_000, 40)], (7_000, Some("Q-1")))]
#[case::not_a_later_one(&[(10, 8_000, 20), (320, 90_000, 400)], (8_000, Some("Q-0")))]
#[case::the_first_where_none_was_before(&[(310, 8_000, 320), (330, 90_000, 400)], (8_000, Some("Q-0")))]
fn the_price_is_that_of_the_accepted_quote(#[case] quotes: &[(i64, i64, i64)], #[case] expected: (i64, Option<&str>)) {
    let of = |(at, (written, minor, accepted)): (usize, &(i64, i64, i64))| {
        quote(*written, &at.to_string(), *minor, *accepted)
    };
    let mut events: Vec<Event> = quotes.iter().enumerate().flat_map(of).collect();
    events.extend([created(), event(300, kind::WON, &[])]);
    events.sort_by_key(|event| event.at);
    assert_eq!(price(&read(&events)), Some(expected));
}

#[test]
fn the_last_split_counts_and_an_empty_one_takes_it_back() {
    let shares = [("Ann", "0.7"), ("Ben", "0.3")]
        .map(|(person, share)| crate::commission::Share { person: person.to_owned(), share: share.parse().unwrap() });
    let split = |second, shares| Event {
        attributes: split_attributes(shares, "both sold it"),
        ..event(second, kind::COMMISSION_SPLIT, &[])
    };
    let broken = event(420, kind::COMMISSION_SPLIT, &[("shares", "half")]);
    let mut events = vec![created(), event(300, kind::WON, &[]), split(400, &shares), broken];
    assert_eq!(read(&events).split, shares);
    events.push(split(500, &[]));
    assert!(read(&events).split.is_empty());
}

#[test]
fn a_correction_is_read_as_it_was_written() {
    let correction = crate::commission::Correction {
        person: "Ann".into(),
        day: day("2026-02-01"),
        amount_minor: -12_345,
        currency: "EUR".into(),
        reason: "Paid twice".into(),
        deal: Some("D-1".into()),
    };
    let written = Event { attributes: correction.attributes(), ..event(400, kind::COMMISSION_CORRECTED, &[]) };
    let unreadable = event(401, kind::COMMISSION_CORRECTED, &[("person", "Ann"), ("amount", "much")]);
    assert_eq!(read(&[created(), written, unreadable]).corrections, [correction]);
}

#[rstest]
#[case::on_its_day(&[event(500, kind::CHURNED, &[])], Some("2026-01-05"))]
#[case::on_the_day_named(&[event(500, kind::CHURNED, &[("day", "2026-01-04")])], Some("2026-01-04"))]
#[case::the_first_counts(&[event(500, kind::CHURNED, &[]), event(400, kind::CHURNED, &[])], Some("2026-01-04"))]
#[case::before_the_close(&[event(500, kind::CHURNED, &[("day", "2026-01-02")])], None)]
#[case::never(&[], None)]
fn when_the_customer_left(#[case] churns: &[Event], #[case] left: Option<&str>) {
    let events: Vec<Event> = [created(), event(300, kind::WON, &[])].iter().chain(churns).cloned().collect();
    assert_eq!(read(&events).left, left.map(day));
}

#[test]
fn a_deal_of_which_nothing_is_known() {
    let told = read(&[event(300, kind::WON, &[])]);
    assert_eq!(told, Told::default());
    let empty = Money { minor: 0, currency: String::new() };
    let valued = read(&[event(1, kind::CREATED, &[(field::VALUE, "0")]), event(300, kind::WON, &[])]);
    assert_eq!(valued.price.map(|price| price.money), Some(empty));
}
