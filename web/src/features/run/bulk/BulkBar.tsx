import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkHeld } from '@/api';
import { useKeys } from '@/app/keys';
import type { Selection } from '@/app/selection';
import css from '../list/List.module.css';
import type { Chosen } from '../list/useChosen';
import { BulkDialog } from './BulkDialog';
import { Held } from './Held';
import { m } from './messages';
import { firstDeals, MOST, useBulk } from './queries';

interface Props {
  chosen: Chosen;
  selection: Selection;
  sort: string;
  total: number;
}

/** What can be done to the deals that are chosen; there while some are. */
export function BulkBar({ chosen, selection, sort, total }: Props) {
  const [open, setOpen] = useState(false);
  const [held, setHeld] = useState<readonly BulkHeld[]>([]);
  const n = chosen.deals.size;
  const bulk = useBulk((result) => {
    setOpen(false);
    setHeld(result.held);
    // Those that were held stay chosen, to be looked after.
    chosen.set([...chosen.deals.values()].filter((deal) => result.held.some((h) => h.id === deal.id)));
  });
  const all = useMutation({
    mutationFn: () => firstDeals(selection, sort),
    onSuccess: (deals) => chosen.set(deals),
  });
  useKeys({ e: n > 0 ? () => setOpen(true) : undefined, Escape: n > 0 ? () => chosen.set([]) : undefined });
  return (
    <>
      {n > 0 && (
        <div className={css.bar} role="region" aria-label={m.label}>
          <span aria-live="polite">{m.chosen(n)}</span>
          {n < Math.min(total, MOST) && (
            <Button size="sm" variant="subtle" loading={all.isPending} onClick={() => all.mutate()}>
              {total <= MOST ? m.all(total) : m.most(MOST)}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={() => chosen.set([])}>
            {m.none}
          </Button>
          <Button size="sm" onClick={() => setOpen(true)}>
            {m.edit}
          </Button>
        </div>
      )}
      <BulkDialog
        deals={open ? [...chosen.deals.values()] : null}
        sending={bulk}
        onSend={(change) => bulk.mutate(change)}
        onClose={() => {
          bulk.reset();
          setOpen(false);
        }}
      />
      <Held held={held} onClose={() => setHeld([])} />
    </>
  );
}
