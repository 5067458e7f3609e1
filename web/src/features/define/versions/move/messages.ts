import { count, deals, plural } from '@/ui/format';

export const m = {
  title: (from: number, to: number) => `Move deals from version ${from} to version ${to}`,
  says: (to: number) => `Deals that are moved are asked for what version ${to} asks for, from then on.`,
  none: (from: number) => `No open deal goes by version ${from} any more.`,
  close: 'Close',
  which: 'Which deals',
  all: (total: number, from: number) =>
    total === 1
      ? `The only open deal that goes by version ${from}`
      : `All ${count(total)} open deals that go by version ${from}`,
  allHelp: 'Deals of other versions stay where they are.',
  everything: (open: number) => `All ${count(open)} open deals of the process`,
  everythingHelp: (total: number, open: number, from: number) =>
    open > total
      ? `Not only the ${count(total)} that go by version ${from}, also the ${count(open - total)} that go by other versions.`
      : `All of them go by version ${from}.`,
  some: 'Some, which I choose',
  someHelp: (listed: number, total: number, from: number) =>
    listed < total
      ? `The first ${count(listed)} of the ${count(total)} that go by version ${from} are listed, the most valuable first.`
      : 'The others go on by their version.',
  filter: {
    label: 'Narrow the list down',
    text: 'Name, account or owner',
    stage: 'Stage',
    owner: 'Owner',
    any: 'Any',
    nobody: 'nobody',
    noStage: 'no stage',
    clear: 'Show all',
  },
  table: {
    label: 'Open deals that go by this version',
    name: 'Deal',
    account: 'Account',
    owner: 'Owner',
    stage: 'Stage',
    value: 'Value',
    days: 'Days',
    held: 'would be held',
    none: 'No deal is like that.',
  },
  these: (n: number) => (n === 1 ? 'Choose this one' : `Choose all ${count(n)} of these`),
  chosen: (n: number, listed: number) => `${count(n)} of ${count(listed)} chosen`,
  hidden: (n: number) => `, ${count(n)} not shown`,
  held: 'What it asks of them',
  heldSays: (held: number, n: number, short: boolean) => {
    if (n === 0) return 'Choose deals to see which of them would be held.';
    if (held === 0) return short ? 'None that we know of would be held.' : 'None of them would be held.';
    return `${short ? 'At least ' : ''}${count(held)} of ${deals(n)} would be held by what their stage needs.`;
  },
  heldShort: 'Where very many deals of a stage are held, only the most valuable of them are marked.',
  go: (n: number) => `Move ${deals(n)}`,
  done: (n: number, to: number) => `${plural(n, 'deal')} moved to version ${to}.`,
} as const;
