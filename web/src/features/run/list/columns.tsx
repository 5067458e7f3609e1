import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Deal } from '@/api';
import { fieldName } from '@/messages';
import { money } from '@/ui/format';
import { given } from '@/ui/given';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { When } from '@/ui/When';
import { decimal } from '../deal/facts';
import { InPlace } from '../edit/InPlace';
import { m } from '../messages';
import { TagList } from '../TagList';
import css from './List.module.css';

/** A column of the list. */
export interface ListColumn {
  id: string;
  header: string;
  align?: 'right';
  /** Pixels that it needs. */
  least: number;
  /** Its share of what is left. */
  share: number;
  cell: (deal: Deal, mayChange: boolean) => ReactNode;
}

/** Those that are shown where nobody chose others. */
export const USUAL: readonly string[] = ['name', 'owner', 'product', 'stage', 'outcome', 'value', 'created', 'closed'];

const text = (id: string, header: string, value: (d: Deal) => string | null | undefined): ListColumn => ({
  id,
  header,
  least: 110,
  share: 1,
  cell: (d) => value(d),
});

const edited = (id: string, header: string, value: (d: Deal) => string | null | undefined): ListColumn => ({
  ...text(id, header, value),
  cell: (d, may) => (may ? <InPlace deal={d} field={id} value={value(d) ?? ''} /> : value(d)),
});

const moment = (id: 'created' | 'closed' | 'stage_since', as: string, header: string): ListColumn => ({
  id: as,
  header,
  align: 'right',
  least: 112,
  share: 0.8,
  cell: (d) => <When at={d[id]} only="absolute" />,
});

const OWN: ListColumn[] = [
  {
    id: 'name',
    header: m.list.name,
    least: 200,
    share: 2,
    cell: (d) => (
      <span className={css.name}>
        <Link to="/deals/$deal" params={{ deal: d.id }} className="quiet-link" tabIndex={-1}>
          {d.name}
        </Link>
        {d.account && d.account !== d.name && <span className="soft small">{d.account}</span>}
      </span>
    ),
  },
  text('account', m.list.account, (d) => d.account),
  edited('owner', m.list.owner, (d) => d.owner),
  edited('team', m.list.team, (d) => d.team),
  edited('product', m.list.product, (d) => d.product),
  text('stage', m.list.stage, (d) => d.stage),
  {
    id: 'outcome',
    header: m.list.outcome,
    least: 88,
    share: 0.6,
    cell: (d) => <OutcomeBadge outcome={d.outcome} />,
  },
  {
    id: 'value',
    header: m.list.value,
    align: 'right',
    least: 104,
    share: 0.8,
    cell: (d, may) => {
      const shown = money(d.value?.minor, d.value?.currency ?? '');
      if (!may) return shown;
      return (
        <InPlace deal={d} field="value" value={given(d.value) ? decimal(d.value.minor) : ''}>
          {shown}
        </InPlace>
      );
    },
  },
  {
    id: 'tags',
    header: m.list.tags,
    least: 140,
    share: 1,
    cell: (d) => <TagList tags={d.attributes.tags ?? ''} />,
  },
  edited('next_step', m.list.next, (d) => d.attributes.next_step),
  moment('stage_since', 'age', m.list.since),
  moment('created', 'created', m.list.created),
  moment('closed', 'closed', m.list.closed),
  text('key', m.list.key, (d) => d.key),
];

/** All columns that can be shown: what every deal has, then the attributes that some have. */
export function columnsOf(attributes: readonly string[]): ListColumn[] {
  const own = new Set(OWN.map((c) => c.id));
  const more = [...new Set(attributes)].filter((name) => !own.has(name));
  return [...OWN, ...more.map((name) => edited(name, fieldName(name), (d) => d.attributes[name]))];
}

/** The columns of these ids, in this order; those of old where there are none. */
export function chosen(all: readonly ListColumn[], ids: readonly string[]): ListColumn[] {
  const found = ids.flatMap((id) => all.find((c) => c.id === id) ?? []);
  return found.length > 0 ? found : USUAL.flatMap((id) => all.find((c) => c.id === id) ?? []);
}
