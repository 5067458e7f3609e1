import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';

/** Which process, as the API takes it: the first one where none is named. */
export interface Which {
  process?: string;
}

/** The process that the address names. */
export function useWhich(): Which {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { process } = search;
  return useMemo(() => (typeof process === 'string' && process !== '' ? { process } : {}), [process]);
}

/** The part of a key of queries that says which process. */
export const keyOf = ({ process }: Which): string[] => (process === undefined ? [] : [process]);
