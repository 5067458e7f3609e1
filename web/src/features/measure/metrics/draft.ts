import type { DealAmount, DealMoment, Metric, MetricFormula } from '@/api';

/** What a formula can be made in the form; others are changed through the API. */
export const KINDS = ['count', 'share', 'sum', 'mean', 'quantile', 'ratio', 'duration'] as const;
export type Kind = (typeof KINDS)[number];

export const MOMENTS = ['created', 'closed', 'won', 'lost', 'entered', 'left', 'first', 'last'] as const;
export type MomentKind = (typeof MOMENTS)[number];

export const AMOUNTS = ['one', 'value', 'discount', 'touches', 'field', 'events', 'days'] as const;
export type AmountKind = (typeof AMOUNTS)[number];

/** The formula of a kind that the form begins with. */
export function fresh(kind: Kind): MetricFormula {
  switch (kind) {
    case 'count':
      return { count: { deals: 'created' } };
    case 'share':
      return { share: { from: 'created', to: 'won' } };
    case 'sum':
      return { sum: { of: 'value', at: 'won' } };
    case 'mean':
      return { mean: { of: 'value', at: 'won' } };
    case 'quantile':
      return { quantile: { of: 'value', at: 'won', q: 0.5 } };
    case 'ratio':
      return { ratio: { over: { of: 'touches', at: 'won' }, under: { of: 'one', at: 'won' } } };
    case 'duration':
      return { duration: { from: 'created', to: 'won', q: 0.5 } };
  }
}

/** The kind of a formula; none of those that the form does not know. */
export const kindOf = (formula: MetricFormula): Kind | undefined => KINDS.find((kind) => kind in formula);

/** The word of a moment. */
export function momentKind(moment: DealMoment): MomentKind {
  if (typeof moment === 'string') return moment;
  return MOMENTS.find((kind) => kind in moment) ?? 'created';
}

/** A moment of another kind, with what was chosen before where it fits. */
export function momentOf(kind: MomentKind, before: DealMoment): DealMoment {
  const stage = stageOf(before);
  const act = actOf(before);
  switch (kind) {
    case 'entered':
      return { entered: stage };
    case 'left':
      return { left: stage };
    case 'first':
      return { first: act };
    case 'last':
      return { last: act };
    default:
      return kind;
  }
}

export function stageOf(moment: DealMoment): string {
  if (typeof moment === 'string') return '';
  if ('entered' in moment) return moment.entered;
  return 'left' in moment ? moment.left : '';
}

export function actOf(moment: DealMoment): Act {
  if (typeof moment === 'string') return { kind: '' };
  if ('first' in moment) return moment.first;
  return 'last' in moment ? moment.last : { kind: '' };
}

export type Act = Extract<DealAmount, { events: unknown }>['events'];

/** The word of an amount. */
export function amountKind(amount: DealAmount): AmountKind {
  if (typeof amount === 'string') return amount;
  return AMOUNTS.find((kind) => kind in amount) ?? 'one';
}

/** An amount of a kind that the form begins with. */
export function amountOf(kind: AmountKind): DealAmount {
  switch (kind) {
    case 'field':
      return { field: '' };
    case 'events':
      return { events: { kind: '' } };
    case 'days':
      return { days: { from: 'created', to: 'won' } };
    default:
      return kind;
  }
}

/** An id made of a name: its letters, or a number where it has none that an id may have. */
export function idOf(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  if (letters !== '' || name.trim() === '') return letters;
  const number = Array.from(name.trim()).reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 2 ** 32, 7);
  return `metric-${number.toString(36)}`;
}

/** No condition at all. */
export const EVERYTHING: NonNullable<Metric['only']> = { fields: {}, had: [], had_not: [] };

export const EMPTY: Metric = { id: '', name: '', figure: fresh('count') };
