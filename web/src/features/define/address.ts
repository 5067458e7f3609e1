import { useNavigate, useSearch } from '@tanstack/react-router';
import { writeParams } from '@/app/selection';

export const TABS = ['process', 'playbook', 'file', 'versions'] as const;
export type Tab = (typeof TABS)[number];

/** What the address of the process says: which tab, and which two versions are compared. */
export interface Address {
  tab: Tab;
  /** The older version of a comparison; none where nothing is compared. */
  from: number | null;
  /** The newer one; none for the draft. */
  to: number | null;
}

const version = (value: unknown): number | null =>
  typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;

export const tabOf = (value: unknown): Tab => TABS.find((tab) => tab === value) ?? 'process';

/** Reads the parameters of an address. */
export function addressOf(search: Record<string, unknown>): Address {
  return { tab: tabOf(search.tab), from: version(search.from), to: version(search.to) };
}

/** The address of a view of a process. */
export function hrefOf({ tab, from, to }: Address, process: unknown): string {
  const compared = tab === 'versions' && from !== null ? { from, ...(to === null ? {} : { to }) } : {};
  return `/define${writeParams({ process, ...(tab === 'process' ? {} : { tab }), ...compared })}`;
}

/** What this page's address says, and how to change it. */
export function useAddress(): [Address, (next: Partial<Address>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const here = addressOf(search);
  const go = (next: Partial<Address>) => {
    const href = hrefOf({ ...here, from: null, to: null, ...next }, search.process);
    void navigate({ href, replace: next.from === undefined });
  };
  return [here, go];
}
