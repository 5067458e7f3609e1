import { describe, expect, it } from 'vitest';
import type { Process } from '@/api';
import {
  accepted,
  exitPath,
  lineCount,
  needPath,
  NO_CHOICES,
  stagePath,
  targetPath,
  taskPath,
  withLine,
} from './proposal';

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [
    {
      id: 'engaging',
      name: 'Engaging',
      target_days: 42,
      evidence: 'Median of the won deals',
      tasks: [{ id: 'call', name: 'Call' }],
      exit: [{ id: 'answered', says: 'Answered', event: { kind: 'call', by: 'prospect' } }],
      content: [{ id: 'case', name: 'Case study' }],
      questions: [{ id: 'budget', name: 'Who pays?' }],
    },
    { id: 'won', name: 'Won', kind: 'won' },
  ],
};

const first = (taken: Process) => taken.stages?.[0];

describe('a proposal', () => {
  it('is taken whole where nothing is dropped', () => {
    expect(lineCount(accepted(process, NO_CHOICES))).toBe(5);
    expect(lineCount(process)).toBe(5);
  });

  it('loses the lines that are dropped, and gets them back', () => {
    const dropped = withLine(withLine(NO_CHOICES, taskPath(0, 0), false), exitPath(0, 0), false);
    expect(first(accepted(process, dropped))?.tasks).toEqual([]);
    expect(first(accepted(process, dropped))?.exit).toEqual([]);
    expect(lineCount(accepted(process, withLine(dropped, exitPath(0, 0), true)))).toBe(4);
  });

  it('loses and rewords what a stage needs', () => {
    const dropped = withLine(NO_CHOICES, needPath(0, 'content', 0), false);
    const stage = first(accepted(process, { ...dropped, words: { [needPath(0, 'questions', 0)]: 'Who signs?' } }));
    expect(stage?.content).toEqual([]);
    expect(stage?.questions).toEqual([{ id: 'budget', name: 'Who signs?' }]);
  });

  it('loses the evidence with the target', () => {
    const stage = first(accepted(process, withLine(NO_CHOICES, targetPath(0), false)));
    expect([stage?.target_days, stage?.evidence]).toEqual([null, '']);
  });

  it('takes other words and other days', () => {
    const words = { [taskPath(0, 0)]: 'Ring', [exitPath(0, 0)]: 'They answered' };
    const stage = first(accepted(process, { ...NO_CHOICES, words, targets: { [targetPath(0)]: 30 } }));
    expect(stage?.tasks?.[0]?.name).toBe('Ring');
    expect(stage?.exit?.[0]?.says).toBe('They answered');
    expect(stage?.target_days).toBe(30);
  });

  it('loses a whole stage', () => {
    const left = accepted(process, withLine(NO_CHOICES, stagePath(0), false));
    expect(left.stages?.map((s) => s.id)).toEqual(['won']);
  });
});
