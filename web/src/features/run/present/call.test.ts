import { describe, expect, it } from 'vitest';
import type { Process, SchemeScore, Stage } from '@/api';
import { bareDeal } from '@/test/deal';
import { callOf, drafts, EMPTY, isTyped, questionsOf, tracksOf } from './call';

const stage: Stage = {
  id: 'talk',
  name: 'Talk',
  questions: [{ id: 'why-now', name: 'Why now?' }],
  tasks: [{ id: 'ring', name: 'Ring', template: 'opener' }],
};

const process: Process = {
  schema: 1,
  id: 'sales',
  name: 'Sales',
  stages: [stage],
  library: [
    { id: 'opener', name: 'Opener', kind: 'call-script', text: 'Hello {{deal.account}}' },
    { id: 'list', name: 'List', kind: 'question-list', text: 'Ask', stages: ['talk'] },
    { id: 'other', name: 'Other', kind: 'call-script', text: 'No', stages: ['show'] },
    { id: 'mail', name: 'Mail', kind: 'email-template', text: 'No', stages: ['talk'] },
  ],
};

const scheme: SchemeScore = {
  id: 'bant',
  name: 'BANT',
  points: 0,
  threshold: 2,
  most: 2,
  met: false,
  questions: [{ id: 'budget', asks: 'Is there a budget?', points: 0, most: 2, answers: ['yes', 'no'] }],
};

describe('the guide', () => {
  it('asks what the stage asks, then what the qualification asks, and tells what is known', () => {
    const view = bareDeal(4);
    const event = (answer: string) => ({
      ...view.events[0],
      id: answer,
      deal: '1',
      at: '2026-03-02T09:00:00Z',
      kind: 'answer.given',
      activity: 'Answered',
      side: 'rep' as const,
      actor: 'Ann',
      attributes: { question: 'why-now', answer },
    });
    const found = questionsOf(process, stage, [scheme], { events: [event('Scrap'), event('Audit')] });
    expect(found.map(({ id, choices, known }) => [id, choices, known?.answer])).toEqual([
      ['why-now', [], 'Audit'],
      ['budget', ['yes', 'no'], undefined],
    ]);
    const taken = questionsOf(process, stage, [], { events: [event('Scrap'), event(' ')] });
    expect(taken[0]?.known).toBeNull();
  });

  it('says what belongs to the stage', () => {
    expect(tracksOf(process, stage).map((c) => c.id)).toEqual(['opener', 'list']);
    expect(tracksOf(null, stage)).toEqual([]);
  });
});

describe('a call that is typed', () => {
  it('is sent without what is empty', () => {
    const typed = { ...EMPTY, answers: { budget: ' yes ', other: ' ' }, theirs: ['Eva'] };
    expect(callOf(typed, 'talk')).toEqual({
      answers: [{ question: 'budget', answer: 'yes' }],
      theirs: ['Eva'],
      outcome: 'talked',
      tag: '',
      note: '',
    });
    expect(callOf({ ...EMPTY, commitment: 'bring', due: '2026-03-31' }, 'talk')).toMatchObject({
      commitment: { stage: 'talk', commitment: 'bring', due: '2026-03-31' },
    });
  });

  it('is there after a reload, and what cannot be read does no harm', () => {
    const typed = { ...EMPTY, note: 'Friendly', answers: { budget: 'yes' } };
    drafts.put('d1', typed);
    expect(drafts.all().d1).toEqual(typed);
    localStorage.setItem('stagecraft.calls', '{"d1": {"answers": [1], "theirs": "x", "note": 7}, "d2": 3}');
    expect(drafts.all()).toEqual({ d1: { ...EMPTY, outcome: '' } });
    localStorage.clear();
    expect([isTyped(EMPTY), isTyped(typed)]).toEqual([false, true]);
  });
});
