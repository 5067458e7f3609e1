import { describe, expect, it } from 'vitest';
import type { CriterionVerdict, DealView } from '@/api';
import { nextStep } from './next';

const verdict = (id: string, required: boolean, met: boolean): CriterionVerdict => ({
  id,
  says: id,
  required,
  ground: 'prospect',
  met,
  by: [],
  missing: met ? '' : 'Nothing shows yet.',
});

const open: DealView = {
  deal: {
    id: '1',
    key: '1',
    name: 'Acme',
    outcome: 'open',
    stage: 'Talk',
    attributes: {},
    version: 1,
  },
  stage: { stage_id: 'talk', name: 'Talk', kind: 'open', purpose: '' },
  path: [{ stage_id: 'talk', name: 'Talk', kind: 'open', state: 'here' }],
  exit: [],
  tasks: [{ id: 'ask', name: 'Ask', owner: 'rep', channel: '', template: '', done: false }],
  commitments: [],
  people: [],
  buy_in: [],
  events: [],
  next_stage: { stage_id: 'won', name: 'Won' },
  may_change: true,
};

describe('the next step', () => {
  it.each<[string, Partial<DealView>, object]>([
    [
      'is what is needed and not there',
      { exit: [verdict('a', true, true), verdict('b', true, false)] },
      { verdict: { id: 'b' } },
    ],
    ['is not what is only wished for', { exit: [verdict('a', false, false)] }, { is: 'move', to: { stage_id: 'won' } }],
    ['is to go on when all is there', { exit: [verdict('a', true, true)] }, { is: 'move' }],
    ['is a task where it goes nowhere', { next_stage: null }, { is: 'task', task: { id: 'ask' } }],
    ['is nothing where nothing is asked', { next_stage: null, tasks: [] }, { is: 'nothing' }],
    ['is nothing for a closed deal', { deal: { ...open.deal, outcome: 'won' } }, { is: 'closed' }],
    ['is to make a process where there is none', { path: [], stage: null }, { is: 'no-process' }],
    ['names a stage that the process does not know', { stage: null }, { is: 'unknown-stage', stage: 'Talk' }],
  ])('%s', (_, change, expected) => {
    expect(nextStep({ ...open, ...change })).toMatchObject(expected);
  });
});
