import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Step } from '@/api';
import { readParams, selectionOf, writeParams } from '@/app/selection';
import { isBounded, type PeriodChoice, periodFrom, periodOf } from '../period';
import type { Ask } from './queries';

export const STEPS: readonly Step[] = ['day', 'week', 'month', 'quarter', 'year'];
export const OTHERS = ['previous', 'year'] as const;
export const VIEWS = ['series', 'calendar'] as const;

/** All that the address of a metric's page says. */
export interface Params {
  period: PeriodChoice;
  by: string[];
  step: Step;
  against: (typeof OTHERS)[number] | undefined;
  start: string | undefined;
  goal: string | undefined;
  /** The group whose deals are shown; all of them where it is empty. */
  value: string[] | undefined;
  /** Whether the deals are shown. */
  deals: boolean;
  /** How it is shown over time. */
  view: (typeof VIEWS)[number];
  /** The day of the calendar whose deals are shown. */
  day: string | undefined;
  ask: Ask;
}

type Change = Record<string, string | string[] | undefined>;

/** The page's address as data, and how to change it. */
export function useMetricParams() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  const text = writeParams(search);
  const params = useMemo(() => paramsOf(readParams(text)), [text]);
  const set = (change: Change) =>
    void navigate({ href: pathname + writeParams({ ...search, ...change }), replace: true });
  return [params, set] as const;
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/** Reads the parameters of an address. */
export function paramsOf(search: Record<string, unknown>): Params {
  const period = periodOf(search);
  const [start] = texts(search.start);
  const [goal] = texts(search.goal);
  const by = texts(search.by)
    .filter((name) => name !== '')
    .slice(0, 2);
  const step = STEPS.find((s) => s === search.step) ?? 'month';
  const span = periodFrom(period);
  const against = isBounded(span) ? OTHERS.find((other) => other === search.against) : undefined;
  const value = texts(search.value);
  const ask: Ask = {
    ...selectionOf(search),
    ...span,
    step,
    ...(by.length > 0 && { by }),
    ...(against && { against }),
    ...(start && { start }),
    ...(goal && { goal }),
  };
  const deals = search.deals === '1' || search.deals === 1;
  const view = VIEWS.find((one) => one === search.view) ?? 'series';
  const day = view === 'calendar' && typeof search.day === 'string' ? search.day : undefined;
  const group = value.length === by.length ? value : undefined;
  return { period, by, step, against, start, goal, value: group, deals, view, day, ask };
}
