/** What the server has not got yet, by name, kept in the browser so that a closed page loses nothing. */
export interface Kept<T> {
  put: (name: string, value: T) => void;
  drop: (name: string) => void;
  all: () => Record<string, T>;
}

/** What is kept at a place; what `read` cannot make sense of is left out. A browser that keeps nothing is no reason to stop. */
export function keptAt<T>(
  place: string,
  read: (stored: unknown) => T | null,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
): Kept<T> {
  const all = (): Record<string, T> => {
    try {
      return readAll(JSON.parse(storage.getItem(place) ?? '{}'), read);
    } catch {
      return {};
    }
  };
  const write = (values: Record<string, T>) => {
    try {
      if (Object.keys(values).length === 0) storage.removeItem(place);
      else storage.setItem(place, JSON.stringify(values));
    } catch {
      // The page still holds them.
    }
  };
  return {
    all,
    put: (name, value) => write({ ...all(), [name]: value }),
    drop: (name) => write(Object.fromEntries(Object.entries(all()).filter(([n]) => n !== name))),
  };
}

function readAll<T>(stored: unknown, read: (stored: unknown) => T | null): Record<string, T> {
  if (typeof stored !== 'object' || stored === null) return {};
  const found = Object.entries(stored).flatMap(([name, value]): [string, T][] => {
    const kept = read(value);
    return kept === null ? [] : [[name, kept]];
  });
  return Object.fromEntries(found);
}
