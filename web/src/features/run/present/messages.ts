import type { DealFindingKind, MeetingState, ObjectionState } from '@/api';
import { count, plural } from '@/ui/format';

/** `1 h 30 min`, `45 min`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${count(hours)} h` : '', rest > 0 || hours === 0 ? `${count(rest)} min` : '']
    .filter(Boolean)
    .join(' ');
}

/** The words of meetings, findings, qualification, calls and objections of a deal. */
export const m = {
  meetings: {
    title: 'Meetings',
    none: 'No meeting yet. Plan one; who of them was there becomes evidence for the process.',
    noneRead: 'No meeting yet.',
    plan: 'Plan a meeting',
    brief: 'Brief',
    spent: (minutes: number, n: number) => `${duration(minutes)} of ours spent on ${plural(n, 'meeting')} held.`,
    state: { planned: 'planned', held: 'held', cancelled: 'cancelled' } satisfies Record<MeetingState, string>,
    toCome: 'to come',
    past: 'Was it held?',
    change: 'Change',
    cancel: 'Cancel it',
    held: 'It was held',
    correct: 'Add to it',
    ics: 'To my calendar',
    ours: 'Of us',
    theirs: 'Of them',
    there: 'Were there',
    nobody: 'Nobody of them was there.',
    form: {
      titleNew: 'Plan a meeting',
      titleChange: 'Change the meeting',
      title: 'What is it called?',
      start: 'When does it begin?',
      startHelp: 'In your time zone.',
      minutes: 'How many minutes?',
      place: 'Where?',
      placeHelp: 'A room, an address, or the link of a call.',
      tag: 'What kind of meeting is it?',
      tagHelp: 'A word that criteria look for, such as demo.',
      ours: 'Who comes of us?',
      theirs: 'Who comes of them?',
      peopleHelp: 'Choose, or type a name and press Enter.',
      go: 'Plan it',
      save: 'Save',
    },
    hold: {
      title: 'How was it?',
      theirs: 'Who of them was there?',
      theirsHelp: 'Each is written down as an act of theirs, and stays.',
      spent: 'Minutes spent by us',
      spentHelp: 'With preparation and the way there.',
      note: 'What came of it?',
      go: 'Write it down',
    },
    cancelForm: { title: 'Cancel the meeting', note: 'Why?', go: 'Cancel the meeting', keep: 'Keep it' },
    told: {
      planned: (title: string) => `Planned: ${title}.`,
      cancelled: (title: string) => `Cancelled: ${title}.`,
      held: (title: string) => `Written down: ${title}.`,
    },
    follow: {
      title: 'Follow up',
      says: (title: string) => `After “${title}”, write to them while it is fresh:`,
      mail: 'Open in your mail program',
      none: 'The process has no e-mail template for this stage. Add one to its library under Define, Playbook.',
      close: 'Later',
    },
  },
  findings: {
    title: 'What we found out',
    says: 'Later stages use it: the brief, what to have at hand, the quote.',
    none: 'Nothing yet. Note what they would use it for, what hurts, whom else they look at, what they may say.',
    noneRead: 'Nothing yet.',
    add: 'Note something',
    kinds: {
      'use-case': 'Use case',
      pain: 'Pain point',
      competitor: 'Competitor',
      objection: 'Likely objection',
      other: 'Else',
    } satisfies Record<DealFindingKind, string>,
    strike: 'Strike out',
    strikeLabel: (text: string) => `Strike out: ${text}`,
    struck: (text: string) => `Struck out: ${text}`,
    undo: 'Undo',
    source: 'Source',
    by: (name: string) => `noted by ${name}`,
    showStruck: (n: number) => `${plural(n, 'struck-out finding')}`,
    restore: 'Restore',
    form: {
      title: 'Note what you found out',
      kind: 'What is it about?',
      text: 'What did you find out?',
      link: 'Where?',
      linkHelp: 'An address on the web, so that others can look too.',
      objection: 'Which objection of the process is it?',
      objectionHelp: 'Then its answers stand at hand. None, if it is another one.',
      go: 'Note it',
      done: 'Noted.',
    },
  },
  qualify: {
    title: 'Qualification',
    qualified: 'Qualified',
    not: 'Not qualified yet',
    points: (have: number, needed: number, most: number) =>
      `${count(have)} of ${count(needed)} points needed (${count(most)} at most)`,
    open: 'not asked yet',
    answer: 'Answer',
    of: (points: number, most: number) => `${count(points)} of ${count(most)}`,
    made: 'What it is made of',
    disqualify: 'Not worth it: close as lost',
  },
  call: {
    open: 'Call',
    title: (name: string) => `Call: ${name}`,
    guide: 'Guide',
    form: 'What they said',
    ask: 'Ask',
    tracks: 'What to say',
    noGuide: 'The process has no questions and no call script for this stage. Add them under Define.',
    known: (answer: string, by: string) => `Known: ${answer} (${by})`,
    somebody: 'somebody',
    theirs: 'Who was on the line?',
    outcome: 'How did it end?',
    outcomes: {
      talked: 'We talked',
      'no-answer': 'Nobody answered',
      voicemail: 'Left a message',
      'call-back': 'They call back',
    },
    tag: 'What was it about?',
    tagHelp: 'A word that criteria look for. Leave it empty if none fits.',
    commitment: 'What did they agree to do next?',
    noCommitment: 'Nothing yet',
    due: 'By when?',
    dueHelp: 'By the process, if left empty.',
    note: 'Note',
    kept: 'Kept in this browser until you save it.',
    go: 'Save the call',
    drop: 'Throw away',
    done: 'The call is written down.',
  },
  objections: {
    open: (n: number) => (n === 1 ? 'One objection is still open' : `${count(n)} objections are still open`),
    openHelp: 'Settle them before you ask for the signature.',
    states: { open: 'not answered', answered: 'answered, not settled', settled: 'settled' } satisfies Record<
      ObjectionState,
      string
    >,
    figures: (persona: string | null, closed: number) =>
      persona === null
        ? `What did best in ${plural(closed, 'closed deal')} stands first. It is no proof that it works.`
        : `What did best in ${plural(closed, 'closed deal')} with ${persona} stands first. It is no proof that it works.`,
  },
  closing: {
    reason: 'Reason',
    reasonHelp: 'From the list of your process.',
    own: 'Another reason, in words below',
    motive: 'What moved them?',
    pain: 'Which pain was it about?',
    note: 'In their words',
  },
} as const;
