import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BASE } from './client';

/** The queries that hold something computed from the deals; their keys begin with these words. */
const FROM_DEALS = [
  'leads',
  'mail',
  'sequences',
  'discover',
  'deals',
  'deal',
  'board',
  'my-day',
  'fields',
  'measure',
  'manual',
  'interviews',
];

const AFFECTED: Record<string, string[]> = {
  log: FROM_DEALS,
  deal: FROM_DEALS,
  import: ['imports', ...FROM_DEALS],
  process: ['process', 'process-draft', 'board', 'my-day', 'deal', 'manual'],
  draft: ['process-draft'],
  proposal: ['proposal-draft'],
  notices: ['notices'],
  missed: ['notices', 'imports', 'process', 'process-draft', 'proposal-draft', ...FROM_DEALS],
};

/** Milliseconds in which news are gathered before the pages load again. */
const GATHER = 250;

/** Follows what happens on the server and has the queries concerned loaded again. Used once, by the shell. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource(`${BASE}/live`);
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const key of stale) void queries.invalidateQueries({ queryKey: [key] });
      stale.clear();
    };
    for (const [news, keys] of Object.entries(AFFECTED)) {
      source.addEventListener(news, () => {
        for (const key of keys) stale.add(key);
        timer ??= setTimeout(refresh, GATHER);
      });
    }
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [queries]);
}
