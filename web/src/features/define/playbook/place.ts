import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Finding, Process } from '@/api';

export const PARTS = ['personas', 'journey', 'library', 'coverage', 'objections', 'schemes'] as const;

export type Part = (typeof PARTS)[number];

/** What a part of the playbook is given. */
export interface PartProps {
  process: Process;
  findings: readonly Finding[];
  /** Whether who looks may change it. */
  may: boolean;
  onEdit: (process: Process, about: string) => void;
  /** Id of the thing that is open. */
  open: string | undefined;
  /** Opens a thing of this part, of another one, or none. */
  onOpen: (id: string | null, part?: Part) => void;
}

/** The part of the playbook and the thing in it that the address names; the rest of the address stays. */
export function usePlace() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const part = PARTS.find((p) => p === search.part) ?? 'personas';
  const open = typeof search.item === 'string' ? search.item : undefined;
  const searchOf = (to: Part, id: string | null = null) => {
    const others = Object.entries(search).filter(([name]) => name !== 'item');
    return { ...Object.fromEntries(others), part: to, ...(id !== null && { item: id }) };
  };
  const go = (to: Part, id: string | null) =>
    void navigate({ to: '/define', search: searchOf(to, id), replace: true, resetScroll: false });
  return { part, open, searchOf, go };
}
