/** Letters that a box has room for on its one line, and on each of two lines of smaller letters. */
const ROOM = 19;
const SMALL_ROOM = 23;

const shortened = (text: string): string =>
  text.length > SMALL_ROOM ? `${text.slice(0, SMALL_ROOM - 1).trimEnd()}…` : text;

/** A name as it stands in a box: on one line, or on two, broken between words where there is room for that. */
export function linesOf(name: string): string[] {
  if (name.length <= ROOM) return [name];
  const breaks = [...name.matchAll(/\s+/g)].filter(({ index }) => index <= SMALL_ROOM);
  // As even as can be, so that both lines fit.
  const uneven = ({ index }: RegExpExecArray) => Math.abs(name.length / 2 - index);
  const [best] = breaks.sort((a, b) => uneven(a) - uneven(b));
  if (best === undefined) return [shortened(name)];
  return [name.slice(0, best.index), shortened(name.slice(best.index + best[0].length))];
}
