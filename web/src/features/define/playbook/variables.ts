import type { Deal } from '@/api';
import { majorMoney } from '@/ui/format';
import { given } from '@/ui/given';

/** What `{{…}}` in a text may name: the values of a deal, and who writes to whom when. */
export const VARIABLES = [
  'deal.name',
  'deal.account',
  'deal.owner',
  'deal.product',
  'deal.value',
  'deal.currency',
  'deal.stage',
  'rep.name',
  'prospect.name',
  'today',
] as const;

export type Variable = (typeof VARIABLES)[number];
export type Values = Partial<Record<Variable, string>>;

/** A piece of a text: as it is, or a variable with its value, without one, or one that stands for nothing. */
export interface Piece {
  is: 'text' | 'filled' | 'missing' | 'unknown';
  /** What is shown. */
  text: string;
  variable?: string;
}

const isVariable = (name: string): name is Variable => VARIABLES.some((v) => v === name);

function filledIn(name: string, values: Values): Piece {
  if (!isVariable(name)) return { is: 'unknown', text: `{{${name}}}`, variable: name };
  const value = values[name]?.trim() ?? '';
  if (value === '') return { is: 'missing', text: `{{${name}}}`, variable: name };
  return { is: 'filled', text: value, variable: name };
}

/** A text with its variables filled in. What is not closed by `}}` counts as unknown. */
export function pieces(text: string, values: Values): Piece[] {
  const [before = '', ...rest] = text.split('{{');
  const found: Piece[] = [{ is: 'text', text: before }];
  for (const part of rest) {
    const end = part.indexOf('}}');
    if (end < 0) {
      found.push({ is: 'unknown', text: `{{${part}`, variable: part.trim() });
      continue;
    }
    found.push(filledIn(part.slice(0, end).trim(), values), { is: 'text', text: part.slice(end + 2) });
  }
  return found.filter((p) => p.text !== '');
}

/** The text with its variables filled in. */
export const filledText = (text: string, values: Values): string =>
  pieces(text, values)
    .map((p) => p.text)
    .join('');

/** Names between `{{` and `}}` that stand for nothing, each once. */
export const unknownVariables = (text: string): string[] => [
  ...new Set(
    pieces(text, {})
      .filter((p) => p.is === 'unknown')
      .map((p) => p.variable ?? ''),
  ),
];

/** Minor units in a major one, of every currency: so the API counts. */
const MINOR = 100;

/** The values of a deal; nothing for what it does not tell. */
export function valuesOf(deal: Deal, rep: string, today: string): Values {
  const worth = deal.value;
  const all: Record<Variable, string | null | undefined> = {
    'deal.name': deal.name,
    'deal.account': deal.account,
    'deal.owner': deal.owner,
    'deal.product': deal.product,
    'deal.value': worth ? majorMoney(worth.minor / MINOR, worth.currency) : null,
    'deal.currency': worth?.currency,
    'deal.stage': deal.stage,
    'rep.name': deal.owner ?? rep,
    'prospect.name': null,
    today,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => given(value) && value !== ''));
}
