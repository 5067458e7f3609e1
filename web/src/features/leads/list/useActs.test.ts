import { expect, it } from 'vitest';
import { inverse } from './useActs';

it.each([
  [{ do: 'take' as const }, ['Ann'], { do: 'reopen' }],
  [{ do: 'drop' as const, reason: 'x' }, ['Ann', null], { do: 'reopen' }],
  [{ do: 'assign' as const, owner: 'Ben' }, ['Ann', 'Ann'], { do: 'assign', owner: 'Ann' }],
  [{ do: 'assign' as const, owner: 'Ben' }, [null], { do: 'assign', owner: '' }],
  [{ do: 'assign' as const, owner: 'Ben' }, ['Ann', null], null],
  [{ do: 'reopen' as const }, ['Ann'], null],
])('what takes %j of %j back', (act, owners, back) => {
  const leads = owners.map((owner, at) => ({ id: `${at}`, name: 'x', owner }));
  expect(inverse(act, leads)).toEqual(back);
});
