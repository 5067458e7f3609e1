import type { MetricTarget, MetricUnit, TargetBand, TargetStep } from '@/api';
import { MINOR } from '@/ui/format';

export const STEPS: readonly TargetStep[] = ['week', 'month', 'quarter'];
export const BANDS = ['floor', 'ceiling', 'between', 'natural'] as const;
export type BandKind = (typeof BANDS)[number];

/** A target as it is typed. */
export interface Draft {
  name: string;
  step: TargetStep;
  band: BandKind;
  atLeast: string;
  atMost: string;
  raise: number;
  clear: number;
  /** In per cent. */
  margin: number;
  people: string[];
  webhooks: boolean;
}

/** What a target is of, beside what is typed. */
export interface Of {
  metric: string;
  start?: string | null | undefined;
  goal?: string | null | undefined;
  filters?: Record<string, string[]> | undefined;
}

/** By what figures are shown: shares in per cent, money in whole units. */
const factor = (unit: MetricUnit): number => (unit === 'share' ? 100 : 1 / (unit.startsWith('money') ? MINOR : 1));

/** A figure as it is typed. */
export const typed = (value: number, unit: MetricUnit): string => String(Number((value * factor(unit)).toFixed(6)));

/** What was typed as a figure; null where it is none. */
export function figureOf(text: string, unit: MetricUnit): number | null {
  const plain = text.trim().replace(/\s?%$/, '').replaceAll(/[\s']/g, '');
  const dotted = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(dotted)) return null;
  // what a division adds behind the ninth digit is nobody's
  return Number((Number(dotted) / factor(unit)).toPrecision(12));
}

/** A target as it is typed. */
export function draftOf(target: MetricTarget, unit: MetricUnit): Draft {
  const edges = 'between' in target.band ? target.band.between : null;
  const [low, high] = [edges?.at_least ?? null, edges?.at_most ?? null];
  const kind =
    edges === null ? 'natural' : low !== null && high !== null ? 'between' : low !== null ? 'floor' : 'ceiling';
  return {
    name: target.name,
    step: target.step,
    band: kind,
    atLeast: low === null ? '' : typed(low, unit),
    atMost: high === null ? '' : typed(high, unit),
    raise: target.raise_after ?? 1,
    clear: target.clear_after ?? 1,
    margin: Math.round((target.margin ?? 0.05) * 100),
    people: target.people ?? [],
    webhooks: target.webhooks ?? true,
  };
}

const hasFloor = (band: BandKind) => band === 'floor' || band === 'between';
const hasCeiling = (band: BandKind) => band === 'ceiling' || band === 'between';

/** Which fields hold no number yet. */
export function unreadable(draft: Draft, unit: MetricUnit): ('atLeast' | 'atMost')[] {
  const low = hasFloor(draft.band) && figureOf(draft.atLeast, unit) === null;
  const high = hasCeiling(draft.band) && figureOf(draft.atMost, unit) === null;
  return [...(low ? (['atLeast'] as const) : []), ...(high ? (['atMost'] as const) : [])];
}

/** The target that was typed; null as long as an edge is no number. */
export function targetOf(draft: Draft, of: Of, unit: MetricUnit): MetricTarget | null {
  if (unreadable(draft, unit).length > 0) return null;
  const band: TargetBand =
    draft.band === 'natural'
      ? { natural: {} }
      : {
          between: {
            at_least: hasFloor(draft.band) ? figureOf(draft.atLeast, unit) : null,
            at_most: hasCeiling(draft.band) ? figureOf(draft.atMost, unit) : null,
          },
        };
  const { name, step, raise, clear, margin, people, webhooks } = draft;
  const { metric, start = null, goal = null, filters = {} } = of;
  return {
    metric,
    start,
    goal,
    filters,
    name: name.trim(),
    step,
    band,
    raise_after: raise,
    clear_after: clear,
    margin: margin / 100,
    people,
    webhooks,
  };
}

/** The address of the metric as the target looks at it. */
export function addressOf(target: MetricTarget): Record<string, string | string[]> {
  const { filters, step, start, goal } = target;
  return { ...filters, step, ...(start && { start }), ...(goal && { goal }) };
}

const sorted = (filters: Record<string, string[]> | undefined) =>
  JSON.stringify(Object.entries(filters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether two look at the same deals of the same metric. */
export const isOfSame = (a: Of, b: Of): boolean =>
  a.metric === b.metric &&
  (a.start ?? '') === (b.start ?? '') &&
  (a.goal ?? '') === (b.goal ?? '') &&
  sorted(a.filters) === sorted(b.filters);
