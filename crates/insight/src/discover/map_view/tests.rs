use model::{
    Outcome, Side,
    event::kind,
    fact::{EventFact, FactSink},
};
use rstest::rstest;

use super::*;
use crate::{
    EventLogBuilder,
    discover::{VariantRequest, variant_csv, variant_list},
};

/// One deal a word, a step a letter, one day apart: capitals enter a stage (`W` wins, `L` loses), small ones are
/// activities.
fn log(deals: &[&str]) -> EventLog {
    let mut builder = EventLogBuilder::default();
    for (i, steps) in deals.iter().enumerate() {
        let key = format!("D{i:03}");
        for (day, step) in (1..).zip(steps.chars()) {
            let (kind, name) = match step {
                'W' => (kind::WON, "Won".to_owned()),
                'L' => (kind::LOST, "Lost".to_owned()),
                s if s.is_uppercase() => (kind::STAGE, s.to_string()),
                s => (kind::ACTIVITY, s.to_string()),
            };
            let stage = (kind == kind::STAGE).then_some(name.as_str());
            let at = format!("2026-01-{day:02}T00:00:00Z").parse().ok();
            let Ok(()) = builder.event(EventFact {
                deal: &key,
                at,
                kind,
                activity: &name,
                stage,
                side: Side::Unknown,
                actor: None,
                attributes: &[],
                key: None,
            });
        }
    }
    builder.finish()
}

fn view(log: &EventLog, request: MapRequest) -> MapView {
    map_view(log, &Selection::default(), &request)
}

/// `from to count`, sorted.
fn moves(view: &MapView) -> Vec<String> {
    let name = |at: u32| {
        let node = &view.nodes[at as usize];
        if node.activity.is_empty() { node.kind.clone() } else { node.activity.clone() }
    };
    let mut all: Vec<String> =
        view.edges.iter().map(|e| format!("{} {} {}", name(e.from), name(e.to), e.count)).collect();
    all.sort();
    all
}

const ALL: MapRequest = MapRequest {
    view: Wanted::All,
    activities: Some(1.0),
    paths: Some(1.0),
    grouped: false,
    compare: true,
    toward: Toward::Down,
};

#[rstest]
#[case("all", 1.0, &["A B 1", "A x 1", "B W 1", "B x 1", "start A 2", "x B 1", "x end 1"])]
#[case("x, once in each, goes before A and B do by its name", 0.66, &["A B 2", "B W 1", "B end 1", "start A 2"])]
#[case("never nothing", 0.0, &["A W 1", "A end 1", "start A 2"])]
fn activities_left_out_join_their_neighbours(#[case] what: &str, #[case] activities: f64, #[case] expected: &[&str]) {
    let log = log(&["AxBW", "ABx"]);
    let expected: Vec<String> = expected.iter().map(|e| e.replace("W", "Won")).collect();
    assert_eq!(moves(&view(&log, MapRequest { activities: Some(activities), ..ALL })), expected, "{what}");
}

#[test]
fn every_box_stays_on_a_way_from_start_to_end() {
    let log = log(&["ABCDW", "ABCDW", "ABCDW", "ACBDL", "AxBCDW", "ABDyL", "ABAW", "BCL"]);
    for paths in [0.0, 0.3, 0.8, 1.0] {
        let map = view(&log, MapRequest { paths: Some(paths), ..ALL });
        let reach = |from: Vec<usize>, turned: bool| {
            let mut seen = from;
            let mut at = 0;
            while at < seen.len() {
                for edge in &map.edges {
                    let (from, to) = if turned { (edge.to, edge.from) } else { (edge.from, edge.to) };
                    if from as usize == seen[at] && !seen.contains(&(to as usize)) {
                        seen.push(to as usize);
                    }
                }
                at += 1;
            }
            seen.len()
        };
        let ends = |kind: &str| kind == "end" || is_closing(kind);
        let last = (0..map.nodes.len()).filter(|i| ends(&map.nodes[*i].kind)).collect();
        let shown = map.nodes.iter().filter(|n| n.count > 0).count();
        assert_eq!(reach(vec![0], false), shown, "{paths}");
        assert!(reach(last, true) >= shown, "{paths}");
    }
    let (few, all) = (view(&log, MapRequest { paths: Some(0.0), ..ALL }), view(&log, ALL));
    assert!(few.edges.len() < all.edges.len() && all.paths.share == 1.0 && all.paths.shown == all.paths.of);
    let main: Vec<&str> = few.main.iter().map(|i| few.nodes[*i as usize].activity.as_str()).collect();
    assert_eq!(main, ["", "A", "B", "C", "D", "Won"]);
    let x: Vec<f64> = few.main.iter().map(|i| few.nodes[*i as usize].x).collect();
    assert!(x.windows(2).all(|w| w[0] == w[1]), "{x:?}");
}

#[rstest]
#[case("all have closed", &["ABW", "AL"], false)]
#[case("one is open", &["ABW", "AB"], true)]
fn the_end_is_marked_where_something_ends_there(#[case] what: &str, #[case] deals: &[&str], #[case] marked: bool) {
    let map = view(&log(deals), ALL);
    assert_eq!(map.nodes.iter().any(|n| n.kind == "end"), marked, "{what}");
    let reached = |i: usize| map.edges.iter().any(|e| e.from as usize == i || e.to as usize == i);
    assert!((0..map.nodes.len()).all(reached), "{what}: a box without a line");
}

#[test]
fn what_comes_back_is_counted_by_deals_and_can_be_chosen() {
    let log = log(&["ABABAW", "ABxBW", "ALAW", "xx"]);
    let map = view(&log, ALL);
    let of = |name: &str| map.nodes.iter().find(|n| n.activity == name).unwrap();
    // B x B is no way back among stages; x x is none either.
    assert_eq!((of("A").returned, of("B").returned, of("x").returned), (2, 1, 0));
    assert_eq!((of("A").most, of("A").deals, of("A").won_deals), (3, 3, 3));
    assert_eq!(map.reopened, 1);
    for name in ["A", "B", "x"] {
        let chosen = Selection { returned: Some(name.into()), ..Selection::default() };
        assert_eq!(chosen.deals(&log).len() as u64, of(name).returned, "{name}");
    }
    let reopens: Vec<u64> = map.edges.iter().filter(|e| e.reopens).map(|e| e.deals).collect();
    assert_eq!(reopens, [1]);
    assert!(map.sentences.iter().any(|s| s == "2 deals came back to A, 1 deal came back to B."), "{:?}", map.sentences);
}

#[test]
fn lines_lead_to_as_many_deals_as_they_say() {
    let log = log(&["AxBW", "ABxL", "AxxB", "BxAW"]);
    for (share, among) in [(1.0, vec!["A", "B", "x", "Won", "Lost"]), (0.5, vec!["x", "A", "Won", "Lost"])] {
        let map = view(&log, MapRequest { activities: Some(share), ..ALL });
        let shown: Vec<&str> = map.nodes.iter().map(|n| n.activity.as_str()).filter(|n| !n.is_empty()).collect();
        assert!(shown.iter().all(|n| among.contains(n)) || share < 1.0, "{shown:?}");
        for edge in &map.edges {
            let (from, to) = (&map.nodes[edge.from as usize], &map.nodes[edge.to as usize]);
            let mut chosen =
                Selection { among: shown.iter().map(|n| (*n).to_owned()).collect(), ..Selection::default() };
            match (from.kind.as_str(), to.kind.as_str()) {
                ("start", _) => chosen.starts = Some(to.activity.clone()),
                (_, "end") => chosen.ends = Some(from.activity.clone()),
                _ => chosen.moved_directly = Some((from.activity.clone(), to.activity.clone())),
            }
            assert_eq!(chosen.deals(&log).len() as u64, edge.deals, "{} → {}", from.activity, to.activity);
        }
    }
}

#[test]
fn won_against_lost_among_those_who_went_on() {
    // Of those that went on from A, won deals go to B (20 of 20) and lost ones to C (18 of 20); twenty more lost at A.
    let deals: Vec<&str> =
        [("ABW", 20), ("ABL", 2), ("ACL", 18), ("AL", 20)].iter().flat_map(|(d, n)| vec![*d; *n]).collect();
    let map = view(&log(&deals), ALL);
    let edge = |from: &str, to: &str| {
        let of = |at: u32| map.nodes[at as usize].activity.as_str();
        map.edges.iter().find(|e| of(e.from) == from && of(e.to) == to).unwrap()
    };
    let b = edge("A", "B").compared.unwrap();
    assert_eq!((b.won, b.won_of, b.lost, b.lost_of, b.supported), (20, 20, 2, 20, true));
    assert!((b.difference - 0.9).abs() < 1e-12 && b.low > 0.6 && b.high <= 1.0, "{b:?}");
    assert!(edge("A", "C").compared.unwrap().difference < 0.0);
    assert!(edge("A", "Lost").compared.is_none() && edge("B", "Won").compared.is_none(), "the outcome is not compared");
    assert!(!edge("", "A").compared.unwrap().supported, "all start there");
    assert_eq!(edge("A", "B").won_median_seconds, Some(86_400.0));
    // The same with two deals a side: counts, no test.
    let few = view(&log(&["ABW", "ABW", "ACL", "ACL"]), ALL);
    assert!(few.edges.iter().filter_map(|e| e.compared).all(|c| c.p_adjusted.is_none() && !c.supported));
    assert!(few.sentences.iter().any(|s| s.starts_with("We can't tell yet")), "{:?}", few.sentences);
}

#[test]
fn ten_thousand_names_are_limited_and_can_be_grouped() {
    let mut builder = EventLogBuilder::default();
    for deal in 0..2_000 {
        let key = format!("D{deal}");
        for step in 0..5 {
            let name = format!("{} #{}", ["Call", "Mail", "Visit"][(deal + step) % 3], deal * 5 + step);
            let at = format!("2026-01-{:02}T00:00:00Z", step + 1).parse().ok();
            let Ok(()) = builder.event(EventFact {
                deal: &key,
                at,
                kind: kind::ACTIVITY,
                activity: &name,
                stage: None,
                side: Side::Unknown,
                actor: None,
                attributes: &[],
                key: None,
            });
        }
    }
    let log = builder.finish();
    let begun = std::time::Instant::now();
    let map = view(&log, MapRequest::default());
    assert_eq!((map.activities.of, map.groups), (10_000, 3));
    assert!(map.nodes.len() <= 62, "{}", map.nodes.len());
    assert!(map.sentences.iter().any(|s| s.contains("taken together they would be 3")), "{:?}", map.sentences);
    let grouped = view(&log, MapRequest { grouped: true, ..MapRequest::default() });
    assert_eq!((grouped.activities.of, grouped.nodes.len()), (3, 5));
    assert!(grouped.nodes.iter().filter(|n| n.kind == "activity").all(|n| n.alike > 3_000));
    let whole = view(&log, MapRequest { activities: Some(1.0), paths: Some(1.0), ..MapRequest::default() });
    assert_eq!(whole.activities.shown, 60);
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    let call = grouped.nodes.iter().find(|n| n.activity.starts_with("Call")).unwrap();
    let chosen = Selection { visited: Some(call.activity.clone()), grouped: true, ..Selection::default() };
    assert_eq!(chosen.deals(&log).len() as u64, call.deals);
}

#[test]
fn no_deals_make_an_empty_map() {
    let map = view(&EventLogBuilder::default().finish(), ALL);
    assert!(map.edges.is_empty() && map.deals.total == 0);
    assert_eq!(replay(&log(&[]), &Selection::default(), &ALL, 10), Replay::default());
}

#[test]
fn a_replay_is_an_even_sample() {
    let log = log(&["ABW", "AL", "AB", "ABW", "AB"]);
    let played = replay(&log, &Selection::default(), &ALL, 2);
    assert_eq!((played.of, played.deals.len(), played.seconds), (5, 2, 2 * 86_400));
    assert_eq!(played.activities, ["A", "B", "Won"]);
    assert_eq!(played.deals[0].steps, [(0, 0), (1, 86_400), (2, 172_800)]);
    assert_eq!((played.deals[0].outcome, played.deals[1].outcome), (Outcome::Won, Outcome::Won));
}

#[test]
fn ways_come_page_by_page() {
    let log = log(&["ABW", "ABW", "ABL", "AxBW", "AL", "ACL", "ACL"]);
    let ask = |contains: &str, offset, limit| {
        let contains = contains.to_owned();
        variant_list(&log, &Selection::default(), &VariantRequest { view: Wanted::All, contains, offset, limit })
    };
    let first = ask("", 0, 2);
    let paths: Vec<String> = first.variants.iter().map(|v| v.path.concat()).collect();
    assert_eq!(paths, ["ABWon", "ACLost"]);
    assert_eq!((first.all, first.found, first.deals, first.next), (5, 5, 7, Some(2)));
    assert!((first.variants[1].cumulative - 4.0 / 7.0).abs() < 1e-12);
    assert_eq!(first.variants[0].days.median, Some(2.0));
    let last = ask("", 4, 2);
    assert_eq!((last.variants.len(), last.next, last.variants[0].place), (1, None, 5));
    assert!((last.variants[0].cumulative - 1.0).abs() < 1e-12);
    let with_x = ask("X", 0, 9);
    assert_eq!((with_x.found, with_x.found_deals, with_x.variants[0].win_rate.won), (1, 1, 1));
    assert_eq!(ask("nothing", 0, 9).found, 0);
}

/// The CSV of all ways, put together.
fn csv(log: &EventLog, request: &VariantRequest) -> String {
    variant_csv(log, &Selection::default(), request).collect()
}

#[test]
fn the_csv_of_ways_has_every_way_whatever_the_page() {
    let log = log(&["ABW", "ABW", "ABL", "AxBW", "AL", "ACL", "ACL"]);
    let text = csv(&log, &VariantRequest { view: Wanted::All, offset: 3, limit: 1, ..VariantRequest::default() });
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 6);
    assert_eq!(lines[1], "1,A → B → Won,3,2,0,2,0,0.2857,0.2857,1,0.3424,1,2,2,2");
    assert!(lines[5].starts_with("5,") && lines[5].contains(",1,"), "{}", lines[5]);
    let with_x = csv(&log, &VariantRequest { view: Wanted::All, contains: "x".into(), ..VariantRequest::default() });
    assert_eq!(with_x.split_terminator("\r\n").count(), 2);
    assert_eq!(csv(&EventLogBuilder::default().finish(), &VariantRequest::default()).lines().count(), 1);
}

#[test]
fn a_long_csv_of_ways_comes_in_pieces_that_end_with_a_line() {
    let ways: Vec<String> = (0..4_000_u32)
        .map(|n| format!("A{}W", (0..12).map(|b| if n >> b & 1 == 1 { 'y' } else { 'x' }).collect::<String>()))
        .collect();
    let log = log(&ways.iter().map(String::as_str).collect::<Vec<_>>());
    let request = VariantRequest { view: Wanted::All, ..VariantRequest::default() };
    let pieces: Vec<String> = variant_csv(&log, &Selection::default(), &request).collect();
    assert!(pieces.len() > 2 && pieces.iter().all(|p| p.ends_with("\r\n") && p.len() < 1 << 17), "{}", pieces.len());
    assert_eq!(pieces.concat().lines().count(), 4_001);
}
