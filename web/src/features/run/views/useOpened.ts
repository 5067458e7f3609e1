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
  const [bare, setBare] = useState(names.length === 0);
  const alone = names.length === 1 && names[0] === 'view';
  const open = bare || alone;
  useEffect(() => {
    if (!open || isPending) return;
    const wanted = alone ? search.view : page === 'board' ? data?.begin.board : data?.begin.list;
    const view = data?.views.find((v) => v.id === wanted);
    setBare(false);
    if (view) void navigate({ href: pathname + writeParams({ ...search, ...addressOf(view) }), replace: true });
    else if (alone) void navigate({ href: pathname, replace: true });
  }, [open, alone, isPending, data, page, pathname, navigate, search]);
  return open && isPending;
}
