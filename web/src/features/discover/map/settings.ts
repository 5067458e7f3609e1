import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { writeParams } from '@/app/selection';
import { type Figure, FIGURES } from './figures';

/** How won and lost deals are shown. */
export const SHOWN = ['together', 'difference', 'sides'] as const;
export type Shown = (typeof SHOWN)[number];

/** How the map is looked at; the address holds it. */
export interface MapSettings {
  view: 'stages' | 'all';
  activities: number | undefined;
  paths: number | undefined;
  figure: Figure;
  shown: Shown;
}

const share = (value: unknown): number | undefined => {
  const read = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isFinite(read) ? Math.min(1, Math.max(0, read)) : undefined;
};

/** The settings in the parameters of an address. */
export function settingsOf(params: Record<string, unknown>): MapSettings {
  return {
    view: params.view === 'all' ? 'all' : 'stages',
    activities: share(params.activities),
    paths: share(params.paths),
    figure: FIGURES.find((f) => f === params.figure) ?? 'count',
    shown: SHOWN.find((s) => s === params.shown) ?? 'together',
  };
}

/** The settings in this page's address, and how to change some of them. */
export function useSettings(): [MapSettings, (change: Partial<MapSettings>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  const set = (change: Partial<MapSettings>) => {
    void navigate({ href: pathname + writeParams({ ...search, ...change }), replace: true, resetScroll: false });
  };
  return [settingsOf(search), set];
}
