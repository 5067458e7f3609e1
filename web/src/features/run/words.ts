import type { Selection } from '@/app/selection';
import { fieldName } from '@/messages';
import { count, date } from '@/ui/format';

const either = (words: readonly string[]): string => {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
};

/** Which deals these are, in words: `450 won deals, sector software`. */
export function inWords(selection: Selection, total: number): string {
  const outcome = selection.outcome ?? [];
  const what = outcome.length === 0 ? '' : `${either(outcome)} `;
  const head = `${count(total)} ${what}deal${total === 1 ? '' : 's'}`;
  return [head, ...conditions(selection)].join(', ');
}

/** The conditions of a selection but for the outcome, each in words. */
function conditions(selection: Selection): string[] {
  const { stage, visited, moved_from, moved_to, moved_directly, variant, stage_variant, text } = selection;
  const all = fields(selection.field ?? []);
  if (stage) all.push(`in ${either(stage)}`);
  const created = period('created', selection.created_from, selection.created_to);
  const closed = period('closed', selection.closed_from, selection.closed_to);
  all.push(...created, ...closed);
  if (visited !== undefined) all.push(`which passed through ${visited}`);
  if (moved_from !== undefined && moved_to !== undefined) {
    all.push(`which went ${moved_directly === true ? 'directly ' : ''}from ${moved_from} to ${moved_to}`);
  }
  if (variant) all.push(`which took the path ${variant.join(' → ')}`);
  if (stage_variant) all.push(`which took the stages ${stage_variant.join(' → ')}`);
  if (text !== undefined) all.push(`with “${text}” in name, account or owner`);
  return all;
}

function fields(pairs: readonly string[]): string[] {
  const values = new Map<string, string[]>();
  for (const pair of pairs) {
    const colon = pair.indexOf(':');
    const name = pair.slice(0, colon);
    values.set(name, [...(values.get(name) ?? []), pair.slice(colon + 1)]);
  }
  return [...values].map(([name, given]) => {
    const word = fieldName(name).toLowerCase();
    const some = given.filter((v) => v !== '');
    if (some.length === 0) return `without ${word}`;
    return `${word} ${either(given.length === some.length ? some : [...some, 'none'])}`;
  });
}

const DAY = 86_400_000;

/** `to` is the first moment that is not in it any more: shown is the day before where it is the start of a day. */
function period(what: string, from: string | undefined, to: string | undefined): string[] {
  if (from === undefined && to === undefined) return [];
  const until = to === undefined ? '' : lastDay(to);
  if (from === undefined) return [`${what} until ${until}`];
  if (to === undefined) return [`${what} since ${date(from)}`];
  return [date(from) === until ? `${what} on ${until}` : `${what} from ${date(from)} to ${until}`];
}

function lastDay(to: string): string {
  const end = Date.parse(to);
  return date(new Date(end % DAY === 0 ? end - DAY : end).toISOString());
}
