import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { LeadAct, LeadLine } from '@/api';
import { useKeys } from '@/app/keys';
import { m } from '../messages';
import { LeadRow } from './LeadRow';
import css from './Leads.module.css';
import { useWindow } from './window';

const WIDE = { query: '(width >= 60em)', height: 56, narrow: 104 };

interface Props {
  leads: LeadLine[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** Loads more; none where there is no more, or it is loading. */
  onEnd: (() => void) | undefined;
  onAct: (lead: LeadLine, act: LeadAct | 'drop' | 'assign') => void;
}

/** The leads: only those in sight are drawn, however many there are. */
export function LeadList({ leads, chosen, onChoose, onEnd, onAct }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const height = useMediaQuery(WIDE.query, true) ? WIDE.height : WIDE.narrow;
  const { from, to } = useWindow(list, height, leads.length);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    if (to >= leads.length - 5) end.current?.();
  }, [to, leads.length]);
  const choose = (id: string, is: boolean) => {
    const next = new Set(chosen);
    if (is) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  const current = () => document.activeElement?.closest<HTMLElement>('[data-lead]')?.dataset.lead;
  const lead = () => leads.find((one) => one.id === current());
  const go = (step: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-lead]') ?? [])];
    const at = rows.findIndex((row) => row.dataset.lead === current());
    const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
    next?.querySelector<HTMLElement>('[data-open]')?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  };
  const on = (act: LeadAct | 'drop' | 'assign') => () => {
    const one = lead();
    if (one?.may_change === true && one.state === 'open') onAct(one, act);
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    x: () => {
      const one = lead();
      if (one?.may_change === true) choose(one.id, !chosen.has(one.id));
    },
    t: on({ do: 'take' }),
    d: on('drop'),
    a: on('assign'),
  });
  return (
    <div
      ref={list}
      className={css.rows}
      role="table"
      aria-label={m.list.label}
      aria-rowcount={leads.length}
      style={{ height: leads.length * height }}
    >
      {leads.slice(from, to).map((one, nth) => (
        <LeadRow
          key={one.id}
          lead={one}
          at={from + nth}
          style={{ top: (from + nth) * height }}
          chosen={chosen.has(one.id)}
          onChoose={(is) => choose(one.id, is)}
          onAct={(act) => onAct(one, act)}
        />
      ))}
    </div>
  );
}
