import type { CommissionPlan, PlanTerms, Problem } from '@/api';
import { amountText, decimalOf, minorOf } from '@/ui/price';
import { m } from './messages';

/** A step of a plan as it is typed: where it begins, and what holds from there on. */
export interface Step {
  key: number;
  from: string;
  is: string;
}

/** A plan as it is typed; rates and shares in percent. */
export interface Typed {
  name: string;
  currency: string;
  from: string;
  until: string;
  period: PlanTerms['period'];
  rate: string;
  tiers: Step[];
  target: string;
  accelerators: Step[];
  capDeal: string;
  capPeriod: string;
  draw: string;
  clawbackDays: string;
  clawbackTakes: 'full' | 'pro-rata';
}

export type Field = keyof Typed;
export type Errors = Partial<Record<Field, string>>;

/** A percentage as a share of 1, exact: `8.5` is `0.085`. */
export function shareOf(percent: string): string | null {
  const text = decimalOf(percent.replace('%', ''));
  if (text === null) return null;
  const [whole = '0', part = ''] = text.split('.');
  const digits = whole.padStart(3, '0') + part;
  const point = Math.max(whole.length, 3) - 2;
  const share = `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/0+$/, '').replace(/\.$/, '');
  const plain = share.replace(/^0+(?=\d)/, '');
  return (plain.split('.')[1]?.length ?? 0) > PLACES ? null : plain;
}

/** Places that the API keeps. */
const PLACES = 9;

/** A share of 1 as a percentage, exact: `0.085` is `8.5`. */
export function percentOf(share: string): string {
  const [whole = '0', part = ''] = share.split('.');
  const digits = part.padEnd(2, '0');
  const rest = digits.slice(2).replace(/0+$/, '');
  const percent = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  return rest === '' ? percent : `${percent}.${rest}`;
}

const amount = (minor: number | null | undefined): string =>
  minor === null || minor === undefined || minor === 0 ? '' : amountText(minor);

/** What a form begins with: a version of a plan, or nothing but a day and a currency. */
export function typedOf(plan: CommissionPlan | null, from: string, currency: string): Typed {
  return {
    name: plan?.name ?? '',
    currency: plan?.currency ?? currency,
    from: plan?.from ?? from,
    until: plan?.until ?? '',
    period: plan?.period ?? 'month',
    rate: plan ? percentOf(plan.rate) : '',
    tiers: (plan?.tiers ?? []).map((t, key) => ({ key, from: amountText(t.from_minor), is: percentOf(t.rate) })),
    target: amount(plan?.target_minor),
    accelerators: (plan?.accelerators ?? []).map((a, key) => ({ key, from: percentOf(a.above), is: a.factor })),
    capDeal: amount(plan?.cap_per_deal_minor),
    capPeriod: amount(plan?.cap_per_period_minor),
    draw: amount(plan?.draw_minor),
    clawbackDays: plan?.clawback ? String(plan.clawback.within_days) : '',
    clawbackTakes: plan?.clawback?.takes ?? 'pro-rata',
  };
}

/** The terms as they are sent, or what cannot be read, by field. */
export function termsOf(typed: Typed): { terms: PlanTerms } | { errors: Errors } {
  const errors: Errors = {};
  const read = (field: 'target' | 'capDeal' | 'capPeriod' | 'draw'): number | null => {
    if (typed[field].trim() === '') return null;
    const minor = minorOf(typed[field]);
    if (minor === null) errors[field] = m.form.errors.amount;
    return minor;
  };
  const rate = shareOf(typed.rate);
  if (rate === null) errors.rate = m.form.errors.percent;
  const tiers = typed.tiers.flatMap((step) => {
    const [from_minor, of] = [minorOf(step.from), shareOf(step.is)];
    return from_minor === null || of === null ? [] : [{ from_minor, rate: of }];
  });
  if (tiers.length < typed.tiers.length) errors.tiers = m.form.errors.tier;
  const accelerators = typed.accelerators.flatMap((step) => {
    const [above, factor] = [shareOf(step.from), decimalOf(step.is)];
    return above === null || factor === null ? [] : [{ above, factor }];
  });
  if (accelerators.length < typed.accelerators.length) errors.accelerators = m.form.errors.accelerator;
  if (typed.from === '') errors.from = m.form.errors.day;
  const days = typed.clawbackDays.trim();
  if (!/^\d{0,5}$/.test(days)) errors.clawbackDays = m.form.errors.days;
  const [target_minor, cap_per_deal_minor] = [read('target'), read('capDeal')];
  const [cap_per_period_minor, draw] = [read('capPeriod'), read('draw')];
  if (rate === null || Object.keys(errors).length > 0) return { errors };
  const clawback = days === '' ? null : { within_days: Number(days), takes: typed.clawbackTakes };
  return {
    terms: {
      name: typed.name,
      currency: typed.currency,
      from: typed.from,
      until: typed.until === '' ? null : typed.until,
      period: typed.period,
      rate,
      tiers,
      target_minor,
      accelerators,
      cap_per_deal_minor,
      cap_per_period_minor,
      draw_minor: draw ?? 0,
      clawback,
    },
  };
}

const PLACES_OF: [start: string, field: Field][] = [
  ['tiers', 'tiers'],
  ['accelerators', 'accelerators'],
  ['clawback', 'clawbackDays'],
  ['target_minor', 'target'],
  ['cap_per_deal_minor', 'capDeal'],
  ['cap_per_period_minor', 'capPeriod'],
  ['draw_minor', 'draw'],
  ['currency', 'currency'],
  ['name', 'name'],
  ['from', 'from'],
  ['until', 'until'],
  ['rate', 'rate'],
];

/** What the server found, at the fields of the form. */
export const errorsOf = (problem: Problem): Errors =>
  Object.fromEntries(
    (problem.errors ?? []).flatMap(({ field, message }) => {
      const place = PLACES_OF.find(([start]) => field.startsWith(start));
      return place ? [[place[1], message]] : [];
    }),
  );

/** Deals that show what a plan does: the last of them goes over its last step. */
export function exampleOf(terms: PlanTerms): number[] {
  const target = terms.target_minor ?? 0;
  const steps = [...(terms.tiers ?? []).map((t) => t.from_minor), target];
  const top = Math.max(...steps, 0);
  const whole = top > 0 ? top : 3_000_000;
  return [0.5, 0.4, 0.4].map((part) => Math.round((whole * part) / 100_00) * 100_00 || 100_00);
}
