//! The document of a process and its diagram.

use super::{
    super::Process,
    element::Element,
    graph::{Flow, Graph, Node, Shape, Step},
    layout::{Bounds, Layout, name},
};

/// The root of the document.
pub(super) fn definitions(process: &Process, graph: &Graph, layout: &Layout) -> Element {
    Element::new("bpmn:definitions")
        .with("xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL")
        .with("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI")
        .with("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC")
        .with("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("id", "definitions")
        .with("targetNamespace", "urn:stagecraft:process")
        .with("exporter", "Stagecraft")
        .holding([model(process, graph), diagram(graph, layout)])
}

fn model(process: &Process, graph: &Graph) -> Element {
    Element::new("bpmn:process")
        .with("id", "process")
        .with_any("name", &process.name)
        .with("isExecutable", false)
        .holding(documentation(&process.purpose))
        .holding(graph.nodes.iter().enumerate().map(|(at, node)| flow_node(graph, at, node)))
        .holding(graph.flows.iter().map(|flow| sequence_flow(graph, flow)))
}

fn documentation(text: &str) -> Option<Element> {
    (!text.is_empty()).then(|| Element::new("bpmn:documentation").text(text))
}

fn flow_node(graph: &Graph, at: usize, node: &Node) -> Element {
    let element = match node.shape {
        Shape::Start => "bpmn:startEvent",
        Shape::End => "bpmn:endEvent",
        Shape::Milestone => "bpmn:intermediateThrowEvent",
        Shape::Gateway => "bpmn:exclusiveGateway",
        Shape::Task => "bpmn:task",
        // Its tasks may be done in any order.
        Shape::SubProcess => "bpmn:adHocSubProcess",
    };
    let reference = |element, id: &str| Element::new(element).text(id);
    Element::new(element)
        .with("id", &node.id)
        .with_any("name", &node.name)
        .holding(documentation(&node.notes))
        .holding(graph.flows.iter().filter(|f| f.to == at).map(|f| reference("bpmn:incoming", &f.id)))
        .holding(graph.flows.iter().filter(|f| f.from == at).map(|f| reference("bpmn:outgoing", &f.id)))
        .holding(node.tasks.iter().map(user_task))
}

fn user_task(task: &Step) -> Element {
    let owner = (!task.owner.is_empty()).then(|| Element::new("bpmn:potentialOwner").with("name", &task.owner));
    Element::new("bpmn:userTask")
        .with("id", &task.id)
        .with_any("name", &task.name)
        .holding(documentation(&task.notes))
        .holding(owner)
}

fn sequence_flow(graph: &Graph, flow: &Flow) -> Element {
    let condition = (!flow.criteria.is_empty()).then(|| {
        Element::new("bpmn:conditionExpression")
            .with("xsi:type", "bpmn:tFormalExpression")
            .text(&flow.criteria.join("\n"))
    });
    Element::new("bpmn:sequenceFlow")
        .with("id", &flow.id)
        .with_any("name", &name(flow))
        .with("sourceRef", &graph.nodes[flow.from].id)
        .with("targetRef", &graph.nodes[flow.to].id)
        .holding(condition)
}

fn diagram(graph: &Graph, layout: &Layout) -> Element {
    let mut drawn = Vec::new();
    for (at, node) in graph.nodes.iter().enumerate() {
        let shape = shape(&node.id);
        let shape = match node.shape {
            Shape::Gateway => shape.with("isMarkerVisible", true),
            Shape::SubProcess => shape.with("isExpanded", true),
            _ => shape,
        };
        drawn.push(shape.holding([bounds(layout.nodes[at])]).holding(layout.names[at].map(label)));
        let tasks = node.tasks.iter().zip(&layout.tasks[at]);
        drawn.extend(tasks.map(|(task, place)| self::shape(&task.id).holding([bounds(*place)])));
    }
    for (at, flow) in graph.flows.iter().enumerate() {
        let points = layout.flows[at].iter().map(|p| Element::new("di:waypoint").with("x", p.x).with("y", p.y));
        let edge = Element::new("bpmndi:BPMNEdge").with("id", drawn_id(&flow.id)).with("bpmnElement", &flow.id);
        drawn.push(edge.holding(points).holding(layout.criteria[at].map(label)));
    }
    let plane = Element::new("bpmndi:BPMNPlane").with("id", "plane").with("bpmnElement", "process").holding(drawn);
    Element::new("bpmndi:BPMNDiagram").with("id", "diagram").holding([plane])
}

fn shape(id: &str) -> Element {
    Element::new("bpmndi:BPMNShape").with("id", drawn_id(id)).with("bpmnElement", id)
}

/// No element of the process has an id that begins like this.
fn drawn_id(id: &str) -> String {
    format!("di.{id}")
}

fn label(place: Bounds) -> Element {
    Element::new("bpmndi:BPMNLabel").holding([bounds(place)])
}

fn bounds(place: Bounds) -> Element {
    Element::new("dc:Bounds")
        .with("x", place.x)
        .with("y", place.y)
        .with("width", place.width)
        .with("height", place.height)
}
