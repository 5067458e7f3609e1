import { describe, expect, it } from 'vitest';
import type { Meaning } from '@/api';
import { choices, isDated, meaningOf, nameIn, renamed } from './meanings';

describe('meanings of a column', () => {
  it.each<[Meaning['is'], Meaning, string | null, boolean]>([
    ['owner', { is: 'owner' }, null, false],
    ['closed', { is: 'closed' }, null, true],
    ['stage-entered', { is: 'stage-entered', stage: 'demo_date' }, 'demo_date', true],
    ['activity-at', { is: 'activity-at', activity: 'demo_date' }, 'demo_date', true],
    ['attribute', { is: 'attribute', name: 'demo_date' }, 'demo_date', false],
  ])('%s', (is, meaning, name, dated) => {
    expect(meaningOf(is, 'demo_date')).toEqual(meaning);
    expect(nameIn(meaning)).toBe(name);
    expect(isDated(meaning)).toBe(dated);
  });

  it('bear another name where they bear one', () => {
    expect(renamed({ is: 'stage-entered', stage: 'demo_date' }, 'Demo')).toEqual({
      is: 'stage-entered',
      stage: 'Demo',
    });
    expect(renamed({ is: 'owner' }, 'Demo')).toEqual({ is: 'owner' });
  });

  it('are offered as the rows of the file allow, the present one always', () => {
    expect(choices('lookup', 'key').map((c) => c.value)).not.toContain('closed');
    expect(choices('lookup', 'closed')[0]?.value).toBe('closed');
    expect(choices('events', 'timestamp').map((c) => c.value)).toContain('activity');
  });
});
