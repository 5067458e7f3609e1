/** The side of a thing on which another one is dropped. */
export type Edge = 'before' | 'after';

/** On which half of an element the pointer is. */
export function edgeOf(pointer: number, start: number, length: number): Edge {
  return pointer < start + length / 2 ? 'before' : 'after';
}
