import { expect, it } from 'vitest';
import { linesOf } from './lines';

it.each([
  ['Closing', ['Closing']],
  ['Handling objections', ['Handling objections']],
  ['Connecting & Qualifying', ['Connecting &', 'Qualifying']],
  ['✓ Closed Won by the whole team', ['✓ Closed Won by', 'the whole team']],
  ['Vertragsunterzeichnungstermin', ['Vertragsunterzeichnung…']],
  ['A Vertragsunterzeichnungstermin', ['A', 'Vertragsunterzeichnung…']],
  ['one two three four five six seven eight nine', ['one two three four five', 'six seven eight nine']],
  ['one two three four five six seven eight nine ten eleven', ['one two three four five', 'six seven eight nine t…']],
])('%s stands on %j', (name, lines) => {
  expect(linesOf(name)).toEqual(lines);
});
