import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Outcome } from '@/api';

/**
 * Which deals a figure is about, with the names of the API's query parameters. The address of a page holds it, so
 * every view can be sent to somebody else.
 */
export interface Selection {
  /** `name:value`; values of one name are alternatives. */
  field?: string[];
  outcome?: Outcome[];
  stage?: string[];
  created_from?: string;
  created_to?: string;
  closed_from?: string;
  closed_to?: string;
  visited?: string;
  moved_from?: string;
  moved_to?: string;
  /** The move counts among all activities, not among stages alone. */
  moved_directly?: boolean;
  /** Only these activities count as steps for moves, starts and ends. */
  among?: string[];
  /** Activities whose names differ in numbers only are one. */
  grouped?: boolean;
  /** The first step. */
  starts?: string;
  /** The last step. */
  ends?: string;
  /** Came to this activity again after another one. */
  returned?: string;
  variant?: string[];
  /** Exactly this sequence of stages and closings. */
  stage_variant?: string[];
  text?: string;
}

/** Parameters of an address: one text, or several where a name is repeated. */
export type Params = Record<string, string | string[] | undefined>;

const LISTS = ['field', 'stage', 'among', 'variant', 'stage_variant'] as const;
const TEXTS = [
  'created_from',
  'created_to',
  'closed_from',
  'closed_to',
  'visited',
  'moved_from',
  'moved_to',
  'starts',
  'ends',
  'returned',
  'text',
] as const;
const OUTCOMES: readonly Outcome[] = ['open', 'won', 'lost'];

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string' && v !== '');

/** The selection in the parameters of an address; whatever else is there is left out. */
export function selectionOf(params: Record<string, unknown>): Selection {
  const selection: Selection = {};
  for (const name of LISTS) {
    const values = list(params[name]);
    if (values.length > 0) selection[name] = values;
  }
  for (const name of TEXTS) {
    const [value] = list(params[name]);
    if (value !== undefined) selection[name] = value;
  }
  if (list(params.moved_directly)[0] === 'true') selection.moved_directly = true;
  if (list(params.grouped)[0] === 'true') selection.grouped = true;
  const words = list(params.outcome);
  const outcome = OUTCOMES.filter((o) => words.includes(o));
  if (outcome.length > 0) selection.outcome = outcome;
  return selection;
}

/** Names of a selection's parameters, for pages that keep others beside them. */
export const SELECTION_NAMES: readonly string[] = [...LISTS, ...TEXTS, 'outcome', 'moved_directly', 'grouped'];

/** Deals with this value of a field; the empty value stands for none. */
export const byField = (name: string, value: string): Selection => ({ field: [`${name}:${value}`] });

/** Both conditions at once: what `more` says replaces what `base` says of the same, fields are joined. */
export function also(base: Selection, more: Selection): Selection {
  const joined = { ...base, ...more };
  if (base.field && more.field) {
    const named = more.field.map((f) => f.slice(0, f.indexOf(':') + 1));
    joined.field = [...base.field.filter((f) => !named.some((n) => f.startsWith(n))), ...more.field];
  }
  return joined;
}

/** How many conditions it has. */
export const conditions = (selection: Selection): number => Object.keys(selection).length;

/** Parameters with their values as lists of texts, as the server keeps them. */
export const listsOf = (params: object): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(params)
      .map(([name, value]: [string, unknown]) => [name, (Array.isArray(value) ? value : [value]).map(String)] as const)
      .filter(([, values]) => values.length > 0),
  );

/** Reads `?a=1&b=x&b=y`. */
export function readParams(search: string): Params {
  const params: Params = {};
  const read = new URLSearchParams(search);
  for (const name of new Set(read.keys())) {
    const all = read.getAll(name);
    params[name] = all.length > 1 ? all : all[0];
  }
  return params;
}

/** Writes parameters as `?a=1&b=x&b=y`; nothing for none. */
export function writeParams(params: Record<string, unknown>): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
        written.append(name, `${one}`);
    }
  }
  const text = written.toString();
  return text === '' ? '' : `?${text}`;
}

/** The selection in this page's address, and how to change it. */
export function useSelection(): [Selection, (next: Selection) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  const text = writeParams(search);
  const selection = useMemo(() => selectionOf(readParams(text)), [text]);
  const set = (next: Selection) => {
    const kept = Object.fromEntries(Object.entries(search).filter(([name]) => !SELECTION_NAMES.includes(name)));
    void navigate({ href: pathname + writeParams({ ...kept, ...next }), replace: true });
  };
  return [selection, set];
}
