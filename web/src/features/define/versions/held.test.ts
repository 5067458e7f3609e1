import { describe, expect, it } from 'vitest';
import type { LostStage, Problem, Process, StageHeld } from '@/api';
import { answers, heldLines, joined, refusedStages, unsaid } from './held';

const held = (stage: string, count: number): StageHeld => ({
  stage,
  name: stage.toUpperCase(),
  open: 5,
  met: 5 - count,
  held: count,
  deals: [],
});

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: ['talk', 'show', 'sign', 'won'].map((id) => ({ id, name: id.toUpperCase() })),
};

const lost = (stage_id: string): LostStage => ({ stage_id, name: stage_id, deals: 1 });

describe('deals held by two versions', () => {
  it('stand beside each other, also where one of the two asks for nothing', () => {
    const lines = heldLines(
      { held: [held('show', 3), held('talk', 2)], held_now: [held('talk', 1), held('sign', 4)] },
      process,
    );
    expect(lines.map(({ stage, now, then }) => [stage, now, then])).toEqual([
      ['talk', 1, 2],
      ['show', 0, 3],
      ['sign', 4, 0],
    ]);
  });

  it('leave out stages that the version no longer has', () => {
    expect(heldLines({ held: [], held_now: [held('gone', 4)] }, process)).toEqual([]);
  });
});

describe('lost stages', () => {
  it('are unsaid until one says where their deals go', () => {
    expect(unsaid([lost('a'), lost('b')], { a: 'stay', b: '' }).map((s) => s.stage_id)).toEqual(['b']);
    expect(answers([lost('a'), lost('b')], { a: 'stay', b: '', c: 'x' })).toEqual({ a: 'stay' });
  });

  it('are read from a refusal, and asked for once', () => {
    const problem: Problem = {
      type: 'urn:stagecraft:problem:stages',
      title: '',
      status: 409,
      detail: '',
      errors: [{ field: 'stages.wait', message: 'Wait: and see: 12' }],
    };
    const refused = refusedStages(problem);
    expect(refused).toEqual([{ stage_id: 'wait', name: 'Wait: and see', deals: 12 }]);
    expect(joined([lost('wait')], refused)).toEqual([lost('wait')]);
    expect(refusedStages({ ...problem, type: 'about:blank' })).toEqual([]);
  });
});
