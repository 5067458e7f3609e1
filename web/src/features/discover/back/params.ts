import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readParams, writeParams } from '@/app/selection';
import type { Back, Backward } from './queries';

/** Deals on one time line at most: the API's bound. */
export const MOST = 500;

export interface BackParams {
  back: Back;
  backward: Backward;
}

const number = (value: unknown): number | undefined => {
  const n = typeof value === 'string' ? Number(value) : typeof value === 'number' ? value : Number.NaN;
  return Number.isFinite(n) && n >= 0 ? n : undefined;
};

const whole = (value: unknown, most: number): number | undefined => {
  const n = number(value);
  return n === undefined || n < 1 ? undefined : Math.min(most, Math.floor(n));
};

/** Reads what the address of the page says. */
export function paramsOf(search: Record<string, unknown>): BackParams {
  const from = number(search.from_days);
  const to = number(search.to_days);
  const both = from !== undefined && to !== undefined && from <= to;
  return {
    back: {
      n: whole(search.n, MOST) ?? 10,
      ended: search.ended === 'lost' ? 'lost' : search.ended === 'both' ? undefined : 'won',
      spread: search.spread === 'true' || search.spread === true,
    },
    backward: {
      last: whole(search.last, Number.MAX_SAFE_INTEGER),
      from: both ? from : undefined,
      to: both ? to : undefined,
    },
  };
}

/** The page's address as data, and how to change it. */
export function useBackParams() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  const text = writeParams(search);
  const params = useMemo(() => paramsOf(readParams(text)), [text]);
  const set = (change: Record<string, string | number | boolean | undefined>) =>
    void navigate({ href: pathname + writeParams({ ...search, ...change }), replace: true });
  return [params, set] as const;
}
