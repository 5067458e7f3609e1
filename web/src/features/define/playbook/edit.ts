import type { Content, Process } from '@/api';
import { freshId } from '../edit';

/** Words of a sentence that make a short id. */
const WORDS = 4;

/** A short id for something new that people name so. */
export const idFor = (name: string, others: readonly { id: string }[], fallback: string): string =>
  freshId(
    name.split(/\s+/).slice(0, WORDS).join(' '),
    others.map((o) => o.id),
    fallback,
  );

/** The ids with one among them or not. */
const put = (ids: readonly string[] | undefined, id: string, wanted: boolean): string[] => {
  const others = (ids ?? []).filter((i) => i !== id);
  return wanted ? [...others, id] : others;
};

/** The list in which exactly the chosen ones name an objection. */
function named<T extends { id: string; objections?: string[] }>(list: T[], objection: string, chosen: string[]): T[] {
  return list.map((thing) => {
    const wanted = chosen.includes(thing.id);
    if (wanted === (thing.objections?.includes(objection) ?? false)) return thing;
    return { ...thing, objections: put(thing.objections, objection, wanted) };
  });
}

/** The process in which an objection is expected at these stages and no others. */
export const expectedAt = (process: Process, objection: string, stages: string[]): Process => ({
  ...process,
  stages: named(process.stages ?? [], objection, stages),
});

/** The process in which these personas and no others raise an objection. */
export const raisedBy = (process: Process, objection: string, personas: string[]): Process => ({
  ...process,
  personas: named(process.personas ?? [], objection, personas),
});

/** Something new for the library. */
export const newContent = (name: string, library: readonly Content[], more: Partial<Content> = {}): Content => ({
  id: idFor(name, library, 'content'),
  name,
  kind: 'case-study',
  ...more,
});

/** The lines of a text, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whether the day by which it must be looked over again has gone by; days are `2027-01-31`. */
export const isPastReview = ({ review_by = '' }: Content, today: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(review_by) && review_by < today;

/** The day of a moment in the reader's own zone: `2027-01-31`. */
export function dayOf(at: Date): string {
  const two = (n: number) => `${n}`.padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
