//! What events tell, as tables.

#![allow(clippy::unwrap_used, clippy::panic)]

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rstest::rstest;

use super::*;
use crate::{
    calendar::WorkCalendar,
    event::Side,
    ids::{DealId, EventId},
};

/// `day side actor kind name=value …`; `_` is a blank in values.
fn event(text: &str) -> Event {
    let mut words = text.split(' ');
    let mut next = || words.next().unwrap_or_default().to_owned();
    let (day, side, actor, kind) = (next(), next(), next(), next());
    let pairs = words.filter_map(|word| word.split_once('='));
    Event {
        id: EventId::of_key(text),
        deal: DealId::of_key("1"),
        at: format!("{day}T10:00:00Z").parse().unwrap(),
        undated: false,
        kind,
        activity: String::new(),
        stage: None,
        side: if side == "p" { Side::Prospect } else { Side::Rep },
        actor: Some(actor.replace('_', " ")),
        attributes: pairs.map(|(name, value)| (name.to_owned(), value.replace('_', " "))).collect(),
        import: None,
    }
}

fn told(events: &[&str]) -> AfterSale {
    // Names of attributes keep their underlines.
    let events: Vec<Event> = events.iter().map(|text| event(text)).collect();
    after_sale(&events)
}

fn on<T>(day: &str, of: impl FnOnce(Today<'_>) -> T) -> T {
    let (zone, calendar) = (TimeZone::UTC, WorkCalendar::default());
    let now: Timestamp = format!("{day}T12:00:00Z").parse().unwrap();
    of(Today { now, zone: &zone, calendar: &calendar })
}

const OFFERED: &str =
    r#"2026-03-02 r Ann handover.offered to=Cora user=01890a5d-ac96-774b-bcce-b302099a8057 items=["Why","Who"]"#;
const ACCEPTED: &str = "2026-03-03 r Cora handover.accepted";

#[rstest]
#[case(&[], None, "Why- Who-")]
#[case(&["2026-03-01 r Ann handover.item item=Why done=true"], None, "Why+ Who-")]
#[case(&["2026-03-01 r Ann handover.item item=Why done=true", "2026-03-02 r Ann handover.item item=Why done=false"], None, "Why- Who-")]
#[case(&["2026-03-01 r Ann handover.item item=Old done=true"], None, "Why- Who- Old+")]
#[case(&[OFFERED], Some(HandoverStanding::Offered), "Why- Who-")]
#[case(&[OFFERED, "2026-03-03 r Cora handover.returned reason=Who_pays?"], Some(HandoverStanding::Returned), "Why- Who-")]
#[case(&[OFFERED, "2026-03-03 r Cora handover.returned", ACCEPTED], Some(HandoverStanding::Returned), "Why- Who-")]
#[case(&[OFFERED, ACCEPTED], Some(HandoverStanding::Accepted), "Why- Who-")]
#[case(&[OFFERED, "2026-03-03 r Cora handover.returned", OFFERED, ACCEPTED], Some(HandoverStanding::Accepted), "Why- Who-")]
#[case(&[ACCEPTED], None, "Why- Who-")]
fn a_hand_over(#[case] events: &[&str], #[case] standing: Option<HandoverStanding>, #[case] list: &str) {
    let after = told(events);
    assert_eq!(after.handover().map(|handover| handover.standing), standing);
    let named = ["Why".to_owned(), "Who".to_owned()];
    let items = HandoverOfDeal::checklist(after.handover(), &named, &after.ticks);
    let shown: Vec<String> = items.iter().map(|i| format!("{}{}", i.says, if i.done { '+' } else { '-' })).collect();
    assert_eq!(shown.join(" "), list);
}

const MADE: &str = "2026-03-02 r Ann promise.made promise=a says=Training due=2026-03-10";

#[rstest]
#[case(&[MADE], PromiseState::Open, Some(5))]
#[case(&[MADE, "2026-03-11 r Ann promise.kept promise=a"], PromiseState::Kept, None)]
#[case(&[MADE, "2026-03-11 r Ann promise.dropped promise=a"], PromiseState::Dropped, None)]
#[case(&[MADE, "2026-03-11 r Ann promise.kept promise=a", "2026-03-12 r Ann promise.made promise=a"], PromiseState::Open, Some(5))]
#[case(&[MADE, "2026-03-11 r Ann promise.kept promise=b"], PromiseState::Open, Some(5))]
fn a_promise(#[case] events: &[&str], #[case] state: PromiseState, #[case] late: Option<i64>) {
    let after = told(events);
    let [promise] = &after.promises[..] else { panic!("{:?}", after.promises) };
    assert_eq!((promise.state, promise.late_by("2026-03-15".parse().unwrap())), (state, late));
    assert_eq!(promise.says, "Training");
}

const SENT: &str =
    r#"2026-03-02 r Ann delivery.sent lines=[{"id":"a","product":"Pro","quantity":"2"},{"id":"b","product":"Help"}]"#;

#[rstest]
#[case(&[SENT], DeliveryStanding::Waiting, "a? b?")]
#[case(&[SENT, "2026-03-03 p Eva delivery.confirmed lines=a how=page"], DeliveryStanding::Waiting, "a+Eva b?")]
#[case(&[SENT, "2026-03-03 p Eva delivery.confirmed lines=a,b"], DeliveryStanding::Confirmed, "a+Eva b+Eva")]
#[case(&[SENT, "2026-03-03 p Eva delivery.confirmed lines=a", "2026-03-03 p Eva delivery.disputed lines=b note=Broken"], DeliveryStanding::Disputed, "a+Eva b!Eva")]
// Delivered again: what was confirmed stays, the other line waits.
#[case(&[SENT, "2026-03-03 p Eva delivery.confirmed lines=a", "2026-03-03 p Eva delivery.disputed lines=b", SENT], DeliveryStanding::Waiting, "a+Eva b?")]
#[case(&[SENT, "2026-03-03 p Eva delivery.disputed lines=b", "2026-03-04 p Eva delivery.confirmed lines=a,b"], DeliveryStanding::Confirmed, "a+Eva b+Eva")]
// What we wrote down names who told us, and is not theirs.
#[case(&[SENT, "2026-03-03 r Ann delivery.confirmed lines=a,b how=call told_by=Eva_Kern"], DeliveryStanding::Confirmed, "a+(Eva Kern) b+(Eva Kern)")]
#[case(&[SENT, "2026-03-03 p Eva delivery.confirmed lines=z"], DeliveryStanding::Waiting, "a? b?")]
#[case(&[SENT, "2026-03-04 r Ann delivery.sent lines=nonsense"], DeliveryStanding::Waiting, "a? b?")]
fn a_delivery(#[case] events: &[&str], #[case] standing: DeliveryStanding, #[case] expected: &str) {
    let delivery = told(events).delivery.unwrap();
    let line = |line: &DeliveryLine| {
        let mark = match line.state {
            LineState::Waiting => '?',
            LineState::Confirmed => '+',
            LineState::Disputed => '!',
        };
        let by = line.by.clone().unwrap_or_default();
        let by = if line.theirs || by.is_empty() { by } else { format!("({by})") };
        format!("{}{mark}{by}", line.id)
    };
    let shown: Vec<String> = delivery.lines.iter().map(line).collect();
    assert_eq!((delivery.standing, shown.join(" ").as_str()), (standing, expected));
}

#[test]
fn an_answer_to_nothing_is_none() {
    assert_eq!(told(&["2026-03-03 p Eva delivery.confirmed lines=a"]).delivery, None);
}

const HELD: &str = r#"2026-04-01 r Cora review.held on=2026-04-01 participants=Eva,Ben results=[{"goal":"Less_scrap","reached":"yes"}]"#;

#[rstest]
// Nothing before the hand-over was accepted.
#[case(&[], Some(90.0), None)]
#[case(&[OFFERED], Some(90.0), None)]
// 90 days after 3 March is Monday, 1 June; 87 days after it a Friday, 88 a Saturday.
#[case(&[OFFERED, ACCEPTED], Some(90.0), Some(("2026-06-01", 0)))]
#[case(&[OFFERED, ACCEPTED], Some(88.0), Some(("2026-06-01", 0)))]
#[case(&[OFFERED, ACCEPTED], None, None)]
#[case(&[OFFERED, ACCEPTED], Some(10.0), Some(("2026-03-13", 79)))]
#[case(&[OFFERED, ACCEPTED, HELD], Some(90.0), Some(("2026-06-30", 0)))]
#[case(&[OFFERED, ACCEPTED, "2026-04-02 r Cora review.planned on=2026-05-02"], Some(90.0), Some(("2026-05-02", 29)))]
#[case(&["2026-04-02 r Cora review.planned on=2026-06-10"], None, Some(("2026-06-10", 0)))]
// A plan is over when the review was held, or taken back.
#[case(&["2026-03-02 r Cora review.planned on=2026-06-10", HELD], Some(90.0), Some(("2026-06-30", 0)))]
#[case(&["2026-03-02 r Cora review.planned on=2026-06-10", "2026-03-03 r Cora review.planned on="], Some(90.0), None)]
#[case(&[OFFERED, ACCEPTED, "2026-05-01 r Cora customer.churned reason=Price"], Some(10.0), None)]
fn when_the_next_review_is(#[case] events: &[&str], #[case] every: Option<f64>, #[case] expected: Option<(&str, i64)>) {
    let next = on("2026-05-31", |today| told(events).next_review(every, today));
    let expected = expected.map(|(day, late)| (day.parse::<Date>().unwrap(), late));
    assert_eq!(next.map(|next| (next.on, next.late_days)), expected);
}

#[test]
fn a_review_tells_what_was_reached_and_who_was_there() {
    let [review] = &told(&[HELD]).reviews[..] else { panic!("one review") };
    assert_eq!((review.attended.join(" ").as_str(), review.worst()), ("Eva Ben", Some(Reached::Yes)));
}

const TERM: &str = "2026-03-02 r Ann contract.term from=2026-03-02 until=2026-12-31 notice_days=30";
const LINK: &str = "2026-10-01 r Ann deal.linked deal=01890a5d-ac96-774b-bcce-b302099a8057 relation=renewal";

#[rstest]
// 30 days before the last of December is Tuesday, 1 December.
#[case(&[TERM], "2026-05-01", ContractStanding::Running)]
#[case(&[TERM], "2026-10-01", ContractStanding::Running)]
#[case(&[TERM], "2026-10-02", ContractStanding::Due)]
#[case(&[TERM], "2026-12-01", ContractStanding::Due)]
#[case(&[TERM], "2026-12-02", ContractStanding::NoticePassed)]
#[case(&[TERM], "2027-01-01", ContractStanding::Ended)]
#[case(&[TERM, LINK], "2026-12-01", ContractStanding::Renewing)]
// Prolonged: the renewal was for the time before.
#[case(&[TERM, LINK, "2026-11-01 r Ann contract.term until=2027-12-31 notice_days=30"], "2026-12-01", ContractStanding::Running)]
fn a_contract(#[case] events: &[&str], #[case] day: &str, #[case] standing: ContractStanding) {
    let contract = on(day, |today| told(events).contract(60, today)).unwrap();
    assert_eq!(contract.standing, standing);
}

#[test]
fn notice_is_given_on_a_working_day() {
    // 30 days before 31 January 2027 is Friday, 1 January; 29 days before a Saturday.
    let by = |days: u32| {
        let term = format!("2026-03-02 r Ann contract.term until=2027-01-31 notice_days={days}");
        on("2026-05-01", |today| told(&[&term]).contract(60, today)).unwrap().notice_by.to_string()
    };
    assert_eq!([by(30), by(29), by(28), by(27)], ["2027-01-01", "2027-01-01", "2027-01-01", "2027-01-04"]);
}

#[rstest]
#[case(&[], Light::Unknown, "")]
#[case(&["2026-02-01 r Ann file.attached file=a name=Contract.pdf"], Light::Unknown, "")]
#[case(&["2026-03-20 p Eva email.received"], Light::Green, "The customer last acted 11 days ago.")]
// What they did before the sale says nothing about how they are doing after it.
#[case(&["2025-12-20 p Eva quote.accepted"], Light::Unknown, "")]
#[case(&["2026-03-31 p Eva email.received", OFFERED], Light::Green, "The customer acted today.")]
#[case(&[OFFERED], Light::Amber, "The customer has done nothing in the 89 days since the sale.")]
#[case(&["2026-03-20 p Eva email.received", MADE], Light::Red, "Promised and 21 days late: Training")]
#[case(&["2026-03-20 p Eva email.received", "2026-03-20 r Ann promise.made promise=b says=Offer due=2026-03-30"], Light::Amber, "Promised and 1 day late: Offer")]
#[case(&["2026-03-20 p Eva email.received", "2026-03-20 r Ann promise.made promise=b says=Offer"], Light::Green, "The customer last acted 11 days ago. One promise is open and not late.")]
#[case(&["2026-03-20 p Eva email.received", SENT], Light::Amber, "Delivered 29 days ago and not confirmed by the customer.")]
#[case(&[SENT, "2026-03-30 p Eva delivery.disputed lines=a note=One_is_broken"], Light::Amber, "Missing or wrong for 1 day: One is broken")]
#[case(&[SENT, "2026-03-20 p Eva delivery.disputed lines=a"], Light::Red, "Missing or wrong for 11 days: Pro")]
#[case(&["2026-03-20 p Eva email.received", "2026-03-02 r Ann review.planned on=2026-03-30"], Light::Amber, "A review of the value is 1 day late.")]
#[case(&[r#"2026-03-20 p Eva review.held on=2026-03-20 results=[{"goal":"Less_scrap","reached":"no"},{"goal":"Speed","reached":"yes"}]"#], Light::Red, "Not reached: Less scrap")]
#[case(&[r#"2026-03-20 p Eva review.held on=2026-03-20 results=[{"goal":"Less_scrap","reached":"partly"}]"#], Light::Amber, "Reached in part only: Less scrap")]
#[case(&["2026-03-20 p Eva email.received", "2026-03-21 r Ann customer.churned reason=Too_dear day=2026-03-21"], Light::Red, "The customer left on 2026-03-21: Too dear")]
#[case(&["2026-03-20 p Eva email.received", "2026-03-21 r Ann customer.churned", "2026-03-22 r Ann customer.stayed"], Light::Green, "The customer last acted 11 days ago.")]
fn how_a_customer_is_doing(#[case] events: &[&str], #[case] light: Light, #[case] says: &str) {
    let won = "2026-01-01T10:00:00Z".parse().ok();
    let health = on("2026-03-31", |today| health(&told(events), won, Some(90.0), &HealthLimits::default(), today));
    let worst: Vec<&str> =
        health.reasons.iter().filter(|reason| reason.light == light).map(|reason| reason.says.as_str()).collect();
    assert_eq!((health.light, worst.join(" ").as_str()), (light, says));
}

#[test]
fn files_links_and_referrals() {
    let after = told(&[
        "2026-03-01 r Ann file.attached file=a name=Contract.pdf size=12 contract=true",
        "2026-03-01 r Ann file.attached file=b name=Plan.pdf size=7",
        "2026-03-02 r Ann file.removed file=b",
        LINK,
        "2026-03-02 r Ann deal.linked deal=nonsense relation=renewal",
        "2026-03-02 r Ann referral.asked person=Eva",
        "2026-03-03 r Ann referral.received name=Nora company=Next deal=01890a5d-ac96-774b-bcce-b302099a8057",
    ]);
    let files: Vec<(&str, u64, bool)> = after.files.iter().map(|f| (f.name.as_str(), f.size, f.contract)).collect();
    assert_eq!(files, [("Contract.pdf", 12, true)]);
    assert_eq!(after.links.iter().map(|link| link.relation).collect::<Vec<_>>(), [Relation::Renewal]);
    assert_eq!((after.asked.len(), after.received[0].deal), (1, Some(after.links[0].deal)));
}
