import type { DealEvent, Process } from '@/api';
import { fieldName } from '@/messages';
import { date, isDayOnly } from '@/ui/format';
import { m } from './messages';
import { told } from './told';

/** Events of one day, the latest first. */
export interface Day {
  /** The day in words. */
  says: string;
  events: DealEvent[];
}

/** The day that people would say it was: of a moment the day where they are, of a bare day that day. */
function dayOf(event: DealEvent): string {
  if (isDayOnly(event.at)) return date(event.at);
  const at = new Date(event.at);
  return date(new Date(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())).toISOString());
}

/** Events by day, the latest first; those without a date at the end. `events` are in order of time. */
export function byDay(events: DealEvent[]): Day[] {
  const days = new Map<string, DealEvent[]>();
  const newest = events.toReversed();
  for (const event of newest.filter((e) => e.undated !== true)) {
    const day = dayOf(event);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  const all = [...days].map(([says, some]) => ({ says, events: some }));
  const undated = newest.filter((e) => e.undated === true);
  return undated.length > 0 ? [...all, { says: m.line.undated, events: undated }] : all;
}

/** Attributes that only programs read. */
const INNER = new Set([
  'stage_id',
  'stage',
  'task',
  'commitment',
  'unmet',
  'question',
  'to',
  'reopened',
  'inferred',
  'process_version',
  'quote',
  'version',
  'offer',
  'needed',
  'user',
  'items',
  'lines',
  'results',
  'promise',
  'file',
  'size',
  'deal',
  'was',
  'done',
  'meeting',
  'plan',
  'spent',
  'finding',
  'reason_id',
  'notice_days',
  'contract',
  'item',
  'mail',
  'message',
  'answers',
  'via',
  'body',
  'enrolment',
  'sequence',
  'sequence_version',
  'list',
  'merged_from',
]);

/** What an event tells beyond its name, in the words of the process: `Note: …`, `Objection: …`. */
export function details(event: DealEvent, process: Process | null): string[] {
  // What leads go through is told by what it is called.
  if (event.kind === 'deal.created' || (event.kind.startsWith('lead.') && event.kind !== 'lead.seen')) return [];
  const attributes = event.attributes ?? {};
  const shown = Object.keys(attributes).filter((name) => !INNER.has(name) && !SAID[event.kind]?.includes(name));
  // What was said is read before what was answered.
  return shown
    .toSorted((a, b) => Number(a === 'answer') - Number(b === 'answer'))
    .map((name) => `${fieldName(name)}: ${told(process, attributes, name) || m.line.taken}`);
}

/** What the heading of an event says already. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'person.added': ['name'],
  'finding.noted': ['text', 'tag'],
};

/** Where the event stands on the page. */
export const anchor = (id: string): string => `event-${id}`;
