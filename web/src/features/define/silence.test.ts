import { expect, it } from 'vitest';
import type { Finding, Process } from '@/api';
import { canSilence, silenced } from './silence';

const finding: Finding = { code: 'P123', level: 'warning', message: '', path: 'stages[0]', at: 'talk' };
const process: Process = { schema: 1, id: 'sales', name: 'Sales' };

it('adds a silence where the finding is, with the reason', () => {
  const once = silenced(process, finding, 'We are small');
  const all = silenced(once, { ...finding, code: 'P101', at: '' }, 'Not ours');
  expect(all.silence).toEqual([
    { rule: 'P123', at: 'talk', reason: 'We are small' },
    { rule: 'P101', reason: 'Not ours' },
  ]);
});

it.each([
  ['error', false],
  ['warning', true],
  ['info', true],
] as const)('%s: %s', (level, can) => {
  expect(canSilence({ ...finding, level })).toBe(can);
});
