import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Step } from '@/api';
import { readParams, selectionOf, writeParams } from '@/app/selection';
import { type PeriodChoice, periodFrom, periodOf } from './period';
import type { Ask } from './queries';

export type View = 'flow' | 'time' | 'conversion' | 'win-rate';

const VIEWS: readonly View[] = ['flow', 'time', 'conversion', 'win-rate'];
const STEPS: readonly Step[] = ['week', 'month', 'quarter'];

/** All that the address of the page says. */
export interface Params {
  view: View;
  period: PeriodChoice;
  by: string | undefined;
  step: Step;
  ask: Ask;
}

/** The page's address as data, and how to change it. */
export function useParamsOfMeasure() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  const text = writeParams(search);
  const params = useMemo(() => paramsOf(readParams(text)), [text]);
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ href: pathname + writeParams({ ...search, ...change }), replace: true });
  return [params, set] as const;
}

/** Reads the parameters of an address. */
export function paramsOf(search: Record<string, unknown>): Params {
  const period = periodOf(search);
  const by = typeof search.by === 'string' && search.by !== '' ? search.by : undefined;
  const step = STEPS.find((s) => s === search.step) ?? 'month';
  const view = VIEWS.find((v) => v === search.view) ?? 'flow';
  const ask: Ask = { ...selectionOf(search), ...periodFrom(period), ...(by !== undefined && { by }), step };
  return { view, period, by, step, ask };
}
