//! What a process looks like as nodes and flows.

use std::collections::BTreeSet;

use super::{
    super::{Process, Stage, StageKind},
    notes,
};
use crate::language::Language;

/// Nodes in rows, and the flows between them.
#[derive(Debug, Default)]
pub(super) struct Graph {
    pub nodes: Vec<Node>,
    pub flows: Vec<Flow>,
    /// Places of nodes, from left to right. The first row is the way to the sale; in each other stands a lost or a
    /// nurturing stage, the lost ones first.
    pub rows: Vec<Vec<usize>>,
}

/// An event, a gateway or a stage.
#[derive(Debug)]
pub(super) struct Node {
    pub id: String,
    pub shape: Shape,
    pub name: String,
    pub notes: String,
    pub tasks: Vec<Step>,
    /// Place of its row.
    pub row: usize,
}

/// A task of a stage.
#[derive(Debug)]
pub(super) struct Step {
    pub id: String,
    pub name: String,
    pub owner: String,
    pub notes: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Start,
    End,
    /// Reached, and passed through.
    Milestone,
    Gateway,
    /// A stage without tasks.
    Task,
    /// A stage with tasks.
    SubProcess,
}

/// A sequence flow between two nodes, by their places.
#[derive(Debug)]
pub(super) struct Flow {
    pub id: String,
    pub from: usize,
    pub to: usize,
    /// Sentences of the required exit criteria, where it leads forward.
    pub criteria: Vec<String>,
    /// The criteria are written beside it: it is where a deal goes when all goes well.
    pub onward: bool,
}

/// A move that is drawn: the place of the stage it leads to, and whether a deal goes there when all goes well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Exit {
    to: usize,
    onward: bool,
}

impl Graph {
    pub(super) fn of(process: &Process, language: Language) -> Self {
        Builder { process, language, ids: BTreeSet::new(), graph: Self::default() }.build()
    }
}

struct Builder<'a> {
    process: &'a Process,
    language: Language,
    ids: BTreeSet<String>,
    graph: Graph,
}

impl Builder<'_> {
    fn build(mut self) -> Graph {
        let stages = &self.process.stages;
        let exits: Vec<Vec<Exit>> = (0..stages.len()).map(|at| self.exits(at)).collect();
        self.graph.rows.push(Vec::new());
        let start = self.node(Shape::Start, "start", 0);
        let on_the_way = |kind| !matches!(kind, StageKind::Lost | StageKind::Nurturing);
        let of_kind = |is: fn(StageKind) -> bool| (0..stages.len()).filter(move |at| is(stages[*at].kind));
        let mut order: Vec<(usize, usize)> = of_kind(on_the_way).map(|at| (at, 0)).collect();
        let below = of_kind(|k| k == StageKind::Lost).chain(of_kind(|k| k == StageKind::Nurturing));
        order.extend(below.enumerate().map(|(n, at)| (at, n + 1)));
        let mut places = vec![(0, 0); stages.len()];
        for (at, row) in order {
            places[at] = self.stage(at, row, &exits[at]);
        }
        let first = stages.iter().position(|s| s.kind == StageKind::Open);
        match first.or((!stages.is_empty()).then_some(0)) {
            Some(first) => self.flow(start, places[first].0, Vec::new(), false),
            None => {
                let end = self.node(Shape::End, "end", 0);
                self.flow(start, end, Vec::new(), false);
            }
        }
        for (at, exits) in exits.iter().enumerate() {
            for exit in exits {
                let criteria = self.criteria(at, *exit);
                self.flow(places[at].1, places[exit.to].0, criteria, exit.onward);
            }
        }
        self.graph
    }

    /// The moves that are drawn: onward first, then those that the stage lists or, where it lists none, those that end
    /// or rest a deal that is open.
    fn exits(&self, at: usize) -> Vec<Exit> {
        let stages = &self.process.stages;
        let stage = &stages[at];
        let place = |id: &str| stages.iter().position(|s| s.id == id);
        let next = self.process.next_stage(&stage.id).and_then(|s| place(&s.id));
        let others: Vec<usize> = match (stage.moves.is_empty(), stage.kind) {
            (false, _) => stage.moves.iter().filter_map(|id| place(id)).collect(),
            (true, StageKind::Open | StageKind::Nurturing) => {
                let rests = |kind| kind == StageKind::Lost || kind == StageKind::Nurturing && stage.kind != kind;
                (0..stages.len()).filter(|at| rests(stages[*at].kind)).collect()
            }
            (true, _) => Vec::new(),
        };
        let mut exits: Vec<Exit> = next.filter(|n| *n != at).map(|to| Exit { to, onward: true }).into_iter().collect();
        for to in others {
            if to != at && exits.iter().all(|e| e.to != to) {
                exits.push(Exit { to, onward: false });
            }
        }
        exits
    }

    /// The required criteria of the stage that is left and, forward, of the open ones that are passed over; none where a
    /// deal ends, rests or goes back.
    fn criteria(&self, at: usize, exit: Exit) -> Vec<String> {
        let stages = &self.process.stages;
        let rests = matches!(stages[exit.to].kind, StageKind::Lost | StageKind::Nurturing);
        let left = match () {
            () if exit.to > at && !rests => at..exit.to,
            () if exit.onward => at..at + 1,
            () => at..at,
        };
        let passed = left.filter(|place| *place == at || stages[*place].kind == StageKind::Open);
        let required = passed.flat_map(|place| &stages[place].exit).filter(|c| c.required);
        required.map(|c| c.sentence(self.language)).collect()
    }

    /// Adds a stage, with what it needs beside; gives where flows enter it and where they leave it.
    fn stage(&mut self, at: usize, row: usize, exits: &[Exit]) -> (usize, usize) {
        let process = self.process;
        let stage: &Stage = &process.stages[at];
        let closes = matches!(stage.kind, StageKind::Won | StageKind::Lost);
        let shape = match (stage.tasks.is_empty(), closes, exits.is_empty()) {
            (false, ..) => Shape::SubProcess,
            (true, true, true) => Shape::End,
            (true, true, false) => Shape::Milestone,
            (true, false, _) => Shape::Task,
        };
        let entry = self.node(shape, &format!("stage_{}", stage.id), row);
        let tasks = stage.tasks.iter().map(|task| Step {
            id: self.id(&format!("task_{}_{}", stage.id, task.id)),
            name: task.name.clone(),
            owner: task.owner.clone(),
            notes: notes::of_task(task, self.language),
        });
        let tasks = tasks.collect();
        let node = &mut self.graph.nodes[entry];
        (node.name, node.notes, node.tasks) = (stage.name.clone(), notes::of_stage(stage, self.language), tasks);
        let after = match (shape, exits.len()) {
            (Shape::End, _) | (_, 1) => None,
            (_, 0) => Some(self.node(Shape::End, &format!("end_{}", stage.id), row)),
            _ => Some(self.node(Shape::Gateway, &format!("gateway_{}", stage.id), row)),
        };
        if let Some(after) = after {
            self.flow(entry, after, Vec::new(), false);
        }
        (entry, after.unwrap_or(entry))
    }

    fn node(&mut self, shape: Shape, id: &str, row: usize) -> usize {
        let (id, place) = (self.id(id), self.graph.nodes.len());
        let (name, notes) = (String::new(), String::new());
        self.graph.nodes.push(Node { id, shape, name, notes, tasks: Vec::new(), row });
        if self.graph.rows.len() <= row {
            self.graph.rows.resize_with(row + 1, Vec::new);
        }
        self.graph.rows[row].push(place);
        place
    }

    fn flow(&mut self, from: usize, to: usize, criteria: Vec<String>, onward: bool) {
        let wanted = format!("flow_{}_{}", self.graph.nodes[from].id, self.graph.nodes[to].id);
        let id = self.id(&wanted);
        self.graph.flows.push(Flow { id, from, to, criteria, onward });
    }

    /// An id that is a name without a colon (NCName) and stands nowhere else. What is made of it by an ending is free
    /// as well.
    fn id(&mut self, wanted: &str) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() || c == '_' || c == '-' { c } else { '_' };
        let wanted: String = wanted.chars().map(plain).collect();
        let numbered = (2..).map(|n| format!("{wanted}.{n}"));
        let id = std::iter::once(wanted.clone()).chain(numbered).find(|id| !self.ids.contains(id)).unwrap_or(wanted);
        self.ids.insert(id.clone());
        id
    }
}
