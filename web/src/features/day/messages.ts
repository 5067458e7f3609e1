import { count, days, plural } from '@/ui/format';

export const m = {
  title: { mine: 'My day', everybody: 'Everybody’s day', of: (name: string) => `The day of ${name}` },
  whose: { label: 'Whose day', mine: 'My deals', everybody: 'Everybody', colleagues: 'Colleagues' },
  free: (name: string) => (name === '' ? 'nobody works today' : `${name}, nobody works today`),
  counts: {
    answer: (n: number) => `${n === 1 ? '1 waits' : `${count(n)} wait`} for an answer`,
    lapsed: (n: number) => `${plural(n, 'promise')} lapsed`,
    overdue: (n: number) => `${plural(n, 'task')} overdue`,
    today: (n: number) => `${count(n)} for today`,
    late: (n: number) => `${plural(n, 'deal')} late`,
  },
  groups: {
    answer: 'Answer them',
    answerHelp: 'They wrote last, and nobody of us did anything since.',
    lapsed: 'They agreed, and the day has passed',
    lapsedHelp: 'Ask what is in the way, or agree on another day.',
    overdue: 'Overdue',
    overdueHelp: 'What was due last stands first.',
    late: 'Longer in their stage than the target',
    lateHelp: 'See what is missing, move it, or close it.',
    today: 'Today',
    tomorrow: 'Tomorrow',
  },
  line: {
    reply: (what: string) => `Answer: ${what}`,
    objection: (what: string) => `Answer what they said: “${what}”`,
    late: (n: number, target: number) => `${days(n)} here; ${days(target)} are the target`,
    tick: (what: string, deal: string) => `Done: ${what}, ${deal}`,
    kept: 'They did it',
    dropped: 'Not any more',
    since: (day: string) => `since ${day}`,
    due: (day: string) => `was due ${day}`,
    by: (day: string) => `by ${day}`,
  },
  all: (n: number) => `Show all ${count(n)}`,
  strip: {
    label: 'The week ahead',
    today: 'Today',
    overdue: 'Overdue',
    free: 'free',
    says: (day: string, n: number) => `${day}: ${n === 0 ? 'nothing due' : `${count(n)} due`}`,
    freeDay: (day: string, name: string) => `${day} is free: ${name}.`,
  },
  told: {
    done: (what: string) => `Done: ${what}`,
    kept: (what: string) => `They did it: ${what}`,
    dropped: (what: string) => `Not any more: ${what}`,
    undo: 'Undo',
    back: (what: string) => `Back on the list: ${what}`,
  },
  rest: {
    lines: (shown: number, total: number) => `The first ${count(shown)} of ${count(total)} are here.`,
    deals: (seen: number, all: number) =>
      `The ${count(seen)} of ${plural(all, 'open deal')} that are longest in their stage were looked at.`,
    ahead: (n: number) => `Tasks without a day, and what is due later than in ${n} days, stand on the deals.`,
    keys: 'j and k go down and up, x ticks, Enter opens the deal, u takes back.',
  },
  empty: {
    mine: 'No open deal is yours yet',
    mineHelp:
      'Whom to answer, what is due and which deals are late will stand here, for the open deals whose owner bears your name.',
    other: (name: string) => `${name} has no open deal`,
    otherHelp: 'Choose somebody else above, or look at everybody’s day.',
    nobody: 'There are no open deals',
    nobodyHelp: 'Add a deal on the board, or import an export of your CRM. What is to be done about them stands here.',
    everybody: 'Look at everybody’s day',
    toBoard: 'To the board',
    nothing: 'Nothing waits for you',
    nothingHelp: (n: number, ahead: number) =>
      `${n === 1 ? 'One open deal was' : `${count(n)} open deals were`} looked at: nobody waits for an answer, and nothing is due in the ${ahead} days ahead.`,
    noProcess: 'There is no process yet',
    noProcessHelp:
      'A process says which tasks a deal needs and when they are due. Let Stagecraft propose one from your deals; then your day fills itself.',
    propose: 'Propose a process',
  },
} as const;
