import { describe, expect, it } from 'vitest';
import type { Finding, Process } from '@/api';
import { freshId, isAt, moved, ofStageItself, stageAt, stagesOf, withNewStage, withoutStage } from './edit';

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [
    { id: 'connecting', name: 'Connecting' },
    { id: 'closing', name: 'Closing' },
  ],
};

const finding = (path: string): Finding => ({ level: 'warning', at: '', code: 'P106', message: path, path });

it('takes a stage away with what names it', () => {
  const stage = (id: string, moves: string[]) => ({ id, name: id, moves });
  const process: Process = {
    schema: 1,
    id: 'sales',
    name: 'Sales',
    stages: [stage('a', ['b', 'c']), stage('b', ['c']), stage('c', [])],
    journeys: [{ id: 'j', name: 'J', steps: [{ id: 's', name: 'S', stages: ['a', 'b'] }] }],
    library: [{ id: 'l', name: 'L', kind: 'deck', stages: ['b'] }],
    metrics: [{ id: 'm', name: 'M', figure: { count: { deals: 'won' } } }],
  };
  const left = withoutStage(process, 1);
  expect(left.stages?.map((s) => [s.id, s.moves])).toEqual([
    ['a', ['c']],
    ['c', []],
  ]);
  expect(left.journeys?.[0]?.steps?.[0]?.stages).toEqual(['a']);
  expect(left.library?.[0]?.stages).toEqual([]);
  expect(left.metrics).toEqual(process.metrics);
});

describe('editing', () => {
  it.each([
    [[1, 2, 3], 0, 2, [2, 3, 1]],
    [[1, 2, 3], 2, 0, [3, 1, 2]],
    [[1, 2, 3], 0, -1, [1, 2, 3]],
    [[1, 2, 3], 2, 3, [1, 2, 3]],
  ])('moves %j from %d to %d', (list, from, to, result) => {
    expect(moved(list, from, to)).toEqual(result);
  });

  it.each([
    ['Closed – Won!', [], 'closed-won'],
    ['Closing', ['closing'], 'closing-2'],
    ['Ärger', [], 'rger'],
    ['…', ['stage'], 'stage-2'],
  ])('gives %s a short id beside %j', (name, taken, id) => {
    expect(freshId(name, taken, 'stage')).toBe(id);
  });

  it('puts a new stage after the one that is open', () => {
    const ids = stagesOf(withNewStage(process, 0, 'Closing')).map((s) => s.id);
    expect(ids).toEqual(['connecting', 'closing-2', 'closing']);
  });
});

describe('findings', () => {
  it('stand beside what they are about', () => {
    expect(isAt(finding('stages[1].exit[0].event.kind'), 'stages[1].exit[0]')).toBe(true);
    expect(isAt(finding('stages[10]'), 'stages[1]')).toBe(false);
    expect(stageAt(finding('stages[3].tasks[1]'))).toBe(3);
    expect(stageAt(finding('name'))).toBeNull();
    const own = ofStageItself([finding('stages[1]'), finding('stages[1].exit[0]'), finding('stages[1].name')], 1);
    expect(own.map((f) => f.path)).toEqual(['stages[1]', 'stages[1].name']);
  });
});
