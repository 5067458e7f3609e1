import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { View } from '@/api';
import { writeParams } from '@/app/selection';
import { addressOf } from './view';
import { viewsQuery } from './queries';

/**
 * A page that is opened bare begins with the view that one chose for it, and an address that names a view alone shows
 * that. True as long as it is not known which.
 */
export function useOpened(page: View['page']): boolean {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const pathname = useLocation({ select: (l) => l.pathname });
  const navigate = useNavigate();
  const { data, isPending } = useQuery(viewsQuery);
  const names = Object.keys(search).filter((name) => search[name] !== undefined && name !== 'process');
  // What one clears away afterwards does not come back.
  const [opening, setOpening] = useState(names.length === 0 || (names.length === 1 && names[0] === 'view'));
  useEffect(() => {
    if (!opening || isPending) return;
    const begin = page === 'board' ? data?.begin.board : data?.begin.list;
    const view = data?.views.find((v) => v.id === (search.view ?? begin));
    const shown = view ? addressOf(view) : { view: undefined };
    const go = navigate({ href: pathname + writeParams({ ...search, ...shown }), replace: true });
    void go.then(() => setOpening(false));
  }, [opening, isPending, data, page, pathname, navigate, search]);
  return opening;
}
