import { useRef, useState } from 'react';
import type { Deal } from '@/api';

/** Deals that are chosen for a change; they stay so while others are looked at. */
export interface Chosen {
  deals: ReadonlyMap<string, Deal>;
  /** Puts one to them or takes it out; with `range` all between it and the one before. */
  toggle: (at: number, range: boolean) => void;
  /** All that are given, or none. */
  set: (deals: readonly Deal[]) => void;
}

/** Choosing rows one by one and in ranges. */
export function useChosen(rows: readonly Deal[]): Chosen {
  const [deals, setDeals] = useState<ReadonlyMap<string, Deal>>(new Map());
  const anchor = useRef<number | null>(null);
  const toggle = (at: number, range: boolean) => {
    const deal = rows[at];
    if (!deal) return;
    const from = anchor.current;
    anchor.current = at;
    setDeals((before) => {
      const next = new Map(before);
      if (range && from !== null) {
        for (const one of rows.slice(Math.min(from, at), Math.max(from, at) + 1)) next.set(one.id, one);
      } else if (!next.delete(deal.id)) next.set(deal.id, deal);
      return next;
    });
  };
  const set = (all: readonly Deal[]) => {
    anchor.current = null;
    setDeals(new Map(all.map((deal) => [deal.id, deal])));
  };
  return { deals, toggle, set };
}
