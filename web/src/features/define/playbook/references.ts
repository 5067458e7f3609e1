import type { Commitment, Criterion, Predicate, Process } from '@/api';
import { withTest } from '../predicate';

/** A list of the playbook. */
export type List = 'personas' | 'journeys' | 'library' | 'objections' | 'schemes';

/** Something of the process that names a thing by its id. */
export interface Reference {
  from: 'persona' | 'journey' | 'content' | 'objection' | 'stage' | 'task' | 'need' | 'criterion' | 'commitment';
  /** What refers, in words. */
  name: string;
  /** What becomes of it without the thing: it is for everybody then, or it goes too. */
  then?: 'everybody' | 'gone';
}

/** Where the process names this thing of a list. */
export function references(process: Process, list: List, id: string): Reference[] {
  switch (list) {
    case 'personas':
      return ofPersona(process, id);
    case 'objections':
      return ofObjection(process, id);
    case 'library':
      return ofContent(process, id);
    case 'schemes':
      return ofScheme(process, id);
    case 'journeys':
      return [];
  }
}

const has = (ids: readonly string[] | undefined, id: string): boolean => ids?.includes(id) ?? false;

/** Whether this list of personas names nobody but one: without them it is for everybody. */
const alone = (ids: readonly string[] | undefined, id: string): Pick<Reference, 'then'> =>
  ids?.every((i) => i === id) ? { then: 'everybody' } : {};

function ofPersona({ personas = [], journeys = [], library = [] }: Process, id: string): Reference[] {
  return [
    ...personas
      .filter((p) => p.id !== id && has(p.decides_with, id))
      .map((p): Reference => ({ from: 'persona', name: p.name })),
    ...journeys
      .filter((j) => has(j.personas, id))
      .map((j): Reference => ({ from: 'journey', name: j.name, ...alone(j.personas, id) })),
    ...library
      .filter((c) => has(c.personas, id))
      .map((c): Reference => ({ from: 'content', name: c.name, ...alone(c.personas, id) })),
  ];
}

function ofObjection({ personas = [], stages = [] }: Process, id: string): Reference[] {
  return [
    ...personas.filter((p) => has(p.objections, id)).map((p): Reference => ({ from: 'persona', name: p.name })),
    ...stages.filter((s) => has(s.objections, id)).map((s): Reference => ({ from: 'stage', name: s.name })),
  ];
}

function ofContent({ objections = [], stages = [] }: Process, id: string): Reference[] {
  const inStages = stages.flatMap(({ tasks = [], content = [], questions = [] }) => [
    ...tasks.filter((t) => t.template === id).map((t): Reference => ({ from: 'task', name: t.name })),
    ...[...content, ...questions].filter((n) => n.item === id).map((n): Reference => ({ from: 'need', name: n.name })),
  ]);
  const proofs = objections.filter(({ answers = [] }) => answers.some((a) => a.proof === id));
  return [...proofs.map((o): Reference => ({ from: 'objection', name: o.says })), ...inStages];
}

function ofScheme({ stages = [] }: Process, id: string): Reference[] {
  return stages.flatMap(({ exit = [], commitments = [] }) => [
    ...exit.filter((c) => asks(c, id)).map((c): Reference => ({ from: 'criterion', name: c.says, ...fate(c, id) })),
    ...commitments
      .filter((c) => asks(c, id))
      .map((c): Reference => ({ from: 'commitment', name: c.says, ...fate(c, id) })),
  ]);
}

const fate = (test: Predicate, id: string): Pick<Reference, 'then'> =>
  withoutScheme(test, id) === null ? { then: 'gone' } : {};

/** Whether a predicate asks for the points of this scheme. */
export function asks(test: Predicate, scheme: string): boolean {
  if ('answer' in test) return test.answer.scheme === scheme;
  if ('all' in test) return test.all.some((t) => asks(t, scheme));
  if ('any' in test) return test.any.some((t) => asks(t, scheme));
  return 'not' in test && asks(test.not, scheme);
}

/** What is left of a predicate that no longer asks for a scheme; null if nothing is. */
function withoutScheme(test: Predicate, scheme: string): Predicate | null {
  if (!asks(test, scheme)) return test;
  const left = (tests: Predicate[]) => tests.map((t) => withoutScheme(t, scheme)).filter((t) => t !== null);
  if ('all' in test) return left(test.all).length > 0 ? { all: left(test.all) } : null;
  if ('any' in test) return left(test.any).length > 0 ? { any: left(test.any) } : null;
  return null;
}

const minus = (ids: readonly string[] | undefined, id: string): string[] => (ids ?? []).filter((i) => i !== id);

/** The process without a thing of a list, and without whatever named it. */
export function removed(process: Process, list: List, id: string): Process {
  const { personas = [], journeys = [], library = [], objections = [], schemes = [], stages = [] } = process;
  switch (list) {
    case 'personas':
      return {
        ...process,
        personas: personas
          .filter((p) => p.id !== id)
          .map((p) => (has(p.decides_with, id) ? { ...p, decides_with: minus(p.decides_with, id) } : p)),
        journeys: journeys.map((j) => (has(j.personas, id) ? { ...j, personas: minus(j.personas, id) } : j)),
        library: library.map((c) => (has(c.personas, id) ? { ...c, personas: minus(c.personas, id) } : c)),
      };
    case 'objections':
      return {
        ...process,
        objections: objections.filter((o) => o.id !== id),
        personas: personas.map((p) => (has(p.objections, id) ? { ...p, objections: minus(p.objections, id) } : p)),
        stages: stages.map((s) => (has(s.objections, id) ? { ...s, objections: minus(s.objections, id) } : s)),
      };
    case 'library':
      return withoutContent(process, id);
    case 'schemes':
      return {
        ...process,
        schemes: schemes.filter((s) => s.id !== id),
        stages: stages.map((stage) => ({
          ...stage,
          ...(stage.exit && { exit: stage.exit.flatMap((c) => criterionWithout(c, id)) }),
          ...(stage.commitments && { commitments: stage.commitments.flatMap((c) => commitmentWithout(c, id)) }),
        })),
      };
    case 'journeys':
      return { ...process, journeys: journeys.filter((j) => j.id !== id) };
  }
}

function withoutContent(process: Process, id: string): Process {
  const { library = [], objections = [], stages = [] } = process;
  const unless = <T extends object>(thing: T, named: boolean, bare: T): T => (named ? bare : thing);
  const needs = <T extends { item?: string }>(list: T[]) =>
    list.map((n) => unless(n, n.item === id, { ...n, item: '' }));
  return {
    ...process,
    library: library.filter((c) => c.id !== id),
    objections: objections.map((o) => ({
      ...o,
      ...(o.answers && { answers: o.answers.map((a) => unless(a, a.proof === id, { ...a, proof: '' })) }),
    })),
    stages: stages.map((stage) => ({
      ...stage,
      ...(stage.tasks && { tasks: stage.tasks.map((t) => unless(t, t.template === id, { ...t, template: '' })) }),
      ...(stage.content && { content: needs(stage.content) }),
      ...(stage.questions && { questions: needs(stage.questions) }),
    })),
  };
}

function criterionWithout(criterion: Criterion, scheme: string): Criterion[] {
  if (!asks(criterion, scheme)) return [criterion];
  const left = withoutScheme(criterion, scheme);
  return left === null ? [] : [withTest(criterion, left)];
}

function commitmentWithout(commitment: Commitment, scheme: string): Commitment[] {
  if (!asks(commitment, scheme)) return [commitment];
  const left = withoutScheme(commitment, scheme);
  const { id, says, due_days, evidence } = commitment;
  const own = { id, says, ...(due_days !== undefined && { due_days }), ...(evidence !== undefined && { evidence }) };
  return left === null ? [] : [{ ...own, ...left }];
}
