import { expect, it } from 'vitest';
import type { FeedbackStage } from '@/api';
import { openAt } from './signs';

const demo: FeedbackStage = {
  process: 'sales',
  stage: 'demo',
  name: 'Demo',
  gone: false,
  praise: 1,
  open_negative: 3,
  opened_90: 3,
  closed_90: 0,
  parts: [
    { kind: 'criterion', id: 'budget', open_negative: 2 },
    { kind: 'task', id: 'budget', open_negative: 1 },
  ],
};

it('counts what is open at a stage with its parts, and at each of them', () => {
  const at = { process: 'sales', stage: 'demo' };
  expect(openAt([demo], at)).toBe(3);
  expect(openAt([demo], { ...at, part: { kind: 'criterion', id: 'budget' } })).toBe(2);
  expect(openAt([demo], { ...at, part: { kind: 'task', id: 'budget' } })).toBe(1);
  expect(openAt([demo], { ...at, part: { kind: 'content', id: 'budget' } })).toBe(0);
});

it('does not take one process for another, nor what is not known for something', () => {
  expect(openAt([demo], { process: 'upsell', stage: 'demo' })).toBe(0);
  expect(openAt([demo], { stage: 'demo' })).toBe(0);
  expect(openAt(undefined, { process: 'sales', stage: 'demo' })).toBe(0);
});
