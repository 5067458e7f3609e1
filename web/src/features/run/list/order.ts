/** Columns whose largest or latest come first. */
const LARGEST_FIRST = ['latest', 'created', 'closed', 'value', 'age'];

/** Whether the largest, latest, or last of the alphabet come first in this order. */
export const isDescending = (sort: string): boolean =>
  sort.startsWith('-') ? !LARGEST_FIRST.includes(sort.slice(1)) : LARGEST_FIRST.includes(sort);

/** By which column this is in order. */
export const sortedBy = (sort: string): string => (sort.startsWith('-') ? sort.slice(1) : sort);

/** The order after a press on the head of a column: its own, then turned round. */
export const pressed = (sort: string, column: string): string => (sort === column ? `-${column}` : column);

/** Moves one of a list to another place. */
export function shifted<T>(list: readonly T[], from: number, by: number): T[] {
  const to = from + by;
  const moving = list[from];
  if (moving === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), moving, ...rest.slice(to)];
}
