use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
};

use quick_xml::{Reader, events::Event};
use rstest::rstest;

use super::{
    super::{Criterion, EventTest, Predicate, Task, template},
    graph::Shape,
    layout::Bounds,
    *,
};
use crate::process::{Stage, StageKind};

/// What another reader finds in a document.
#[derive(Debug, Default)]
struct Found {
    /// Attributes of every element, after its name.
    elements: Vec<(String, BTreeMap<String, String>)>,
    /// Text of every element that has some, after its name.
    texts: Vec<(String, String)>,
}

impl Found {
    fn read(xml: &str) -> Result<Self, Box<dyn Error>> {
        let (mut found, mut reader, mut open) = (Self::default(), Reader::from_str(xml), Vec::new());
        loop {
            let event = reader.read_event()?;
            match &event {
                Event::Start(start) | Event::Empty(start) => {
                    let name = start.name().as_ref().to_owned();
                    let mut attributes = BTreeMap::new();
                    for attribute in start.attributes() {
                        let attribute = attribute?;
                        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0)?;
                        attributes.insert(attribute.key.as_ref().to_owned(), value.into_owned());
                    }
                    found.elements.push((name.clone(), attributes));
                    if matches!(event, Event::Start(_)) {
                        open.push((name, String::new()));
                    }
                }
                Event::Text(text) => {
                    if let Some((_, said)) = open.last_mut() {
                        said.push_str(&text.xml_content(quick_xml::XmlVersion::Implicit1_0));
                    }
                }
                Event::GeneralRef(name) => {
                    let resolved = quick_xml::escape::resolve_predefined_entity(name.as_ref());
                    if let (Some((_, said)), Some(resolved)) = (open.last_mut(), resolved) {
                        said.push_str(resolved);
                    }
                }
                Event::End(_) => found.texts.extend(open.pop().filter(|(_, said)| !said.trim().is_empty())),
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }

    fn values<'a>(&'a self, name: &'a str, key: &'a str) -> impl Iterator<Item = &'a str> {
        let of_name = self.elements.iter().filter(move |(n, _)| n == name);
        of_name.filter_map(move |(_, attributes)| attributes.get(key).map(String::as_str))
    }

    fn ids(&self) -> Vec<&str> {
        self.elements.iter().filter_map(|(_, attributes)| attributes.get("id").map(String::as_str)).collect()
    }
}

fn stage(id: &str, kind: StageKind, moves: &[&str]) -> Stage {
    let moves = moves.iter().map(|m| (*m).to_owned()).collect();
    Stage { id: id.into(), name: id.into(), kind, moves, ..Stage::default() }
}

fn process(stages: Vec<Stage>) -> Process {
    Process { name: "Sales".into(), stages, ..Process::default() }
}

/// Every kind of move, from every kind of stage.
fn tangled() -> Process {
    use StageKind::{AfterSale, Lost, Nurturing, Open, Won};
    let mut process = process(vec![
        stage("a", Open, &["c", "won", "lost", "later", "nowhere", "a"]),
        stage("b", Open, &[]),
        stage("c", Open, &["a", "b", "d", "d"]),
        stage("d", Open, &["lost"]),
        stage("won", Won, &["onboarding", "lost"]),
        stage("onboarding", AfterSale, &[]),
        stage("renewal", AfterSale, &["onboarding", "lost"]),
        stage("lost", Lost, &[]),
        stage("disqualified", Lost, &["later"]),
        stage("later", Nurturing, &[]),
        stage("much later", Nurturing, &["b"]),
    ]);
    for stage in &mut process.stages {
        stage.exit = (1..5).map(|n| criterion(&"Somebody did it ".repeat(n), n > 1)).collect();
        let task = |n: usize| Task { id: n.to_string(), name: "A task ".repeat(n * 5), ..Task::default() };
        stage.tasks = (1..stage.id.len()).map(task).collect();
    }
    process
}

const HOSTILE: &str = "<a b='1'>&amp; “\"]]> 🎯 見込み客\n\tä";

fn hostile() -> Process {
    let mut process = process(vec![
        stage(HOSTILE, StageKind::Open, &[]),
        stage(HOSTILE, StageKind::Open, &[]),
        stage("a b", StageKind::Won, &[]),
        stage("a_b", StageKind::Lost, &[]),
        stage("", StageKind::Lost, &[]),
    ]);
    process.name = HOSTILE.into();
    process.purpose = HOSTILE.into();
    for stage in &mut process.stages[..2] {
        stage.purpose = HOSTILE.into();
        let (id, owner) = (HOSTILE.to_owned(), HOSTILE.to_owned());
        stage.tasks = vec![Task { id, name: HOSTILE.into(), owner, ..Task::default() }; 2];
    }
    process
}

#[rstest]
#[case::template(template())]
#[case::tangled(tangled())]
#[case::hostile(hostile())]
#[case::empty(Process::default())]
#[case::only_lost(process(vec![stage("lost", StageKind::Lost, &[])]))]
#[case::only_nurturing(process(vec![stage("later", StageKind::Nurturing, &[])]))]
fn it_holds_together(#[case] process: Process) -> Result<(), Box<dyn Error>> {
    let xml = bpmn(&process);
    assert_eq!(xml, bpmn(&process.clone()));
    let found = Found::read(&xml)?;
    let ids = found.ids();
    let once: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), once.len(), "ids are there once: {ids:?}");
    for id in &ids {
        assert!(id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_'), "{id}");
        assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c)), "{id}");
    }
    let flows: BTreeSet<&str> = found.values("bpmn:sequenceFlow", "id").collect();
    for end in ["sourceRef", "targetRef"] {
        assert!(found.values("bpmn:sequenceFlow", end).all(|id| once.contains(id)));
    }
    let refers = |name: &str| found.texts.iter().filter(|(n, _)| n == name).map(|(_, id)| id.as_str()).collect();
    for refers in [refers("bpmn:incoming"), refers("bpmn:outgoing")] as [BTreeSet<&str>; 2] {
        assert_eq!(refers, flows);
    }
    let edges: BTreeSet<&str> = found.values("bpmndi:BPMNEdge", "bpmnElement").collect();
    assert_eq!(edges, flows);
    let nodes =
        ["startEvent", "endEvent", "intermediateThrowEvent", "exclusiveGateway", "task", "adHocSubProcess", "userTask"]
            .map(|name| format!("bpmn:{name}"));
    let nodes: BTreeSet<&str> = nodes.iter().flat_map(|name| found.values(name, "id")).collect();
    let shapes: BTreeSet<&str> = found.values("bpmndi:BPMNShape", "bpmnElement").collect();
    assert_eq!(shapes, nodes);
    Ok(())
}

fn overlap(a: Bounds, b: Bounds) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

#[rstest]
#[case::template(template())]
#[case::tangled(tangled())]
#[case::hostile(hostile())]
fn nothing_lies_on_anything_else(#[case] process: Process) {
    let graph = Graph::of(&process, Language::En);
    let layout = Layout::of(&graph);
    let beside = layout.names.iter().chain(&layout.criteria).flatten();
    let boxes: Vec<Bounds> = layout.nodes.iter().chain(beside).copied().collect();
    for (n, a) in boxes.iter().enumerate() {
        assert!(a.x >= 0 && a.y >= 0, "{a:?}");
        assert!(boxes[n + 1..].iter().all(|b| !overlap(*a, *b)), "{a:?} in {boxes:#?}");
    }
    for (node, tasks) in layout.nodes.iter().zip(&layout.tasks) {
        for (n, task) in tasks.iter().enumerate() {
            assert!(task.x > node.x && task.right() < node.right(), "{task:?} in {node:?}");
            assert!(task.y > node.y && task.bottom() < node.bottom(), "{task:?} in {node:?}");
            assert!(tasks[n + 1..].iter().all(|other| !overlap(*task, *other)));
        }
    }
    for (flow, points) in graph.flows.iter().zip(&layout.flows) {
        let on_edge = |at: usize, point: Option<&layout::Point>| {
            let node = layout.nodes[at];
            point.is_some_and(|p| {
                let across = p.x >= node.x && p.x <= node.right() && p.y >= node.y && p.y <= node.bottom();
                across && (p.x == node.x || p.x == node.right() || p.y == node.y || p.y == node.bottom())
            })
        };
        assert!(on_edge(flow.from, points.first()) && on_edge(flow.to, points.last()), "{}: {points:?}", flow.id);
        assert!(points.windows(2).all(|p| p[0].x == p[1].x || p[0].y == p[1].y), "{}: {points:?}", flow.id);
    }
}

#[rstest]
#[case::onward_to_lost_and_to_rest("open", &[], &["next", "lost", "later"])]
#[case::only_what_is_listed("open", &["lost"], &["lost"])]
#[case::passing_over("open", &["won", "later"], &["won", "later"])]
#[case::back("next", &["won", "open"], &["won", "open"])]
#[case::rest("later", &[], &["open", "lost"])]
#[case::after_the_sale("won", &[], &["after"])]
#[case::end("after", &[], &["end_after"])]
#[case::lost("lost", &[], &[])]
#[case::won_again("lost", &["open"], &["open"])]
fn moves(#[case] from: &str, #[case] listed: &[&str], #[case] drawn: &[&str]) {
    use StageKind::{AfterSale, Lost, Nurturing, Open, Won};
    let kinds =
        [("open", Open), ("next", Open), ("won", Won), ("after", AfterSale), ("lost", Lost), ("later", Nurturing)];
    let stages = kinds.map(|(id, kind)| stage(id, kind, if id == from { listed } else { &[] }));
    let graph = Graph::of(&process(stages.into()), Language::En);
    let leaves = |id: &str| -> Vec<usize> {
        graph.flows.iter().filter(|f| graph.nodes[f.from].id == id).map(|f| f.to).collect()
    };
    let mut to = leaves(&format!("stage_{from}"));
    if let [only] = to[..]
        && graph.nodes[only].shape == Shape::Gateway
    {
        to = leaves(&graph.nodes[only].id);
    }
    let to: Vec<&str> = to.iter().map(|at| graph.nodes[*at].id.trim_start_matches("stage_")).collect();
    assert_eq!(to, drawn);
}

#[test]
fn what_xml_can_hold_survives() -> Result<(), Box<dyn Error>> {
    let found = Found::read(&bpmn(&hostile()))?;
    assert!(found.values("bpmn:process", "name").all(|name| name == HOSTILE));
    for (name, key) in [("bpmn:adHocSubProcess", "name"), ("bpmn:userTask", "name"), ("bpmn:potentialOwner", "name")] {
        let values: Vec<&str> = found.values(name, key).collect();
        assert!(values.len() >= 2 && values.iter().all(|v| *v == HOSTILE), "{values:?}");
    }
    let documented = found.texts.iter().filter(|(name, said)| name == "bpmn:documentation" && said.contains(HOSTILE));
    assert_eq!(documented.count(), 7);
    Ok(())
}

#[test]
fn what_xml_forbids_is_left_out() -> Result<(), Box<dyn Error>> {
    let name = "a\0b\u{1}\u{b}c\u{1f}\u{fffe}d\u{ffff}\r\ne\rf";
    let found = Found::read(&bpmn(&Process { name: name.into(), purpose: name.into(), ..Process::default() }))?;
    assert_eq!(found.values("bpmn:process", "name").collect::<Vec<_>>(), ["abcd\ne\nf"]);
    assert_eq!(
        found.texts.iter().find(|(n, _)| n == "bpmn:documentation").map(|(_, t)| t.as_str()),
        Some("abcd\ne\nf")
    );
    Ok(())
}

/// Stages with a required criterion each, and one that is wished for.
fn demanding(moves: &[&str]) -> Process {
    use StageKind::{Lost, Nurturing, Open, Won};
    let kinds = [("one", Open), ("two", Open), ("three", Open), ("won", Won), ("lost", Lost), ("later", Nurturing)];
    let mut stages = kinds.map(|(id, kind)| stage(id, kind, if id == "two" { moves } else { &[] }));
    for stage in &mut stages {
        stage.exit = vec![criterion(&format!("{} done", stage.id), true), criterion("wished for", false)];
    }
    process(stages.into())
}

fn criterion(says: &str, required: bool) -> Criterion {
    let test = Predicate::Event(EventTest { kind: "meeting.attended".into(), ..EventTest::default() });
    Criterion { id: says.into(), says: says.into(), test, required, evidence: String::new() }
}

#[rstest]
#[case::onward(&[], "two", "three", &["two done"], "two done")]
#[case::passing_over(&["won"], "two", "won", &["two done", "three done"], "• two done\n• three done")]
#[case::passing_over_beside(&["three", "won"], "two", "won", &["two done", "three done"], "")]
#[case::back(&["three", "one"], "two", "one", &[], "")]
#[case::lost(&[], "two", "lost", &[], "")]
#[case::rest(&[], "two", "later", &[], "")]
#[case::out_of_rest(&[], "later", "one", &["later done"], "later done")]
fn criteria(
    #[case] moves: &[&str],
    #[case] from: &str,
    #[case] to: &str,
    #[case] needed: &[&str],
    #[case] written: &str,
) {
    let graph = Graph::of(&demanding(moves), Language::En);
    let leaves = [format!("stage_{from}"), format!("gateway_{from}")];
    let found = graph
        .flows
        .iter()
        .find(|f| leaves.contains(&graph.nodes[f.from].id) && graph.nodes[f.to].id == format!("stage_{to}"));
    assert_eq!(found.map(|f| f.criteria.iter().map(String::as_str).collect()), Some(needed.to_vec()));
    assert_eq!(found.map(layout::name).as_deref(), Some(written));
}

#[test]
fn conditions_are_in_the_language_of_the_process() -> Result<(), Box<dyn Error>> {
    let mut process = process(vec![stage("a", StageKind::Open, &[]), stage("won", StageKind::Won, &[])]);
    process.language = "de-AT".into();
    process.stages[0].exit = vec![criterion("", true)];
    let found = Found::read(&bpmn(&process))?;
    let sentence = "Der Interessent hat an einem Termin teilgenommen.";
    assert!(found.texts.contains(&("bpmn:conditionExpression".into(), sentence.into())));
    assert_eq!(found.values("bpmn:sequenceFlow", "name").collect::<Vec<_>>(), [sentence]);
    Ok(())
}
