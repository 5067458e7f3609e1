import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Content, ContentUse, Endings, PlaybookUse } from '@/api';
import type { Column } from '@/ui/DataTable';
import { ago, date, deals, NONE } from '@/ui/format';
import { m } from './messages';
import { dealsWith, lastOf, usageOf, verdictOf } from './usage';
import css from './Use.module.css';

/** The figures of content as columns of the library; none where they could not be counted. */
export function figureColumns(use: PlaybookUse | null, counting: boolean, now: number): Column<Content>[] {
  if (use === null && !counting) return [];
  const of = ({ id }: Content) => use?.content.find((c) => c.id === id);
  const cellOf = (content: Content, cell: (use: ContentUse) => ReactNode) => {
    const used = of(content);
    if (used !== undefined) return cell(used);
    return use === null ? <Skeleton height={16} width={64} /> : null;
  };
  return [
    {
      id: 'deals',
      header: m.columns.deals,
      align: 'right',
      value: (c) => valueOf(of(c), ({ endings }) => dealsWith(endings)),
      cell: (c) => cellOf(c, (used) => <Used use={used} />),
    },
    {
      id: 'last',
      header: m.columns.last,
      value: (c) => valueOf(of(c), lastOf),
      cell: (c) => cellOf(c, (used) => <Last use={used} now={now} />),
    },
    {
      id: 'won',
      header: m.columns.won,
      align: 'right',
      value: (c) => valueOf(of(c), ({ endings }) => (hasRate(endings) ? endings.with.share : null)),
      cell: (c) => cellOf(c, ({ endings }) => <Won endings={endings} />),
    },
  ];
}

const valueOf = <T,>(use: ContentUse | undefined, value: (use: ContentUse) => T) =>
  use === undefined ? null : value(use);

/** Whether there are deals enough for a share. */
const hasRate = (endings: Endings): boolean => !['none', 'cannot-tell'].includes(verdictOf(endings));

function Used({ use: { shared, viewed, endings } }: { use: ContentUse }) {
  if (shared.times + viewed.times === 0) return <span className={`${css.cell} ${css.warn}`}>{m.never}</span>;
  return (
    <span className={css.cell}>
      <span>{deals(dealsWith(endings))}</span>
      {shared.times > 0 && <span className="soft">{m.shared(shared.times)}</span>}
      {viewed.times > 0 && <span className="soft">{m.viewed(viewed.times)}</span>}
    </span>
  );
}

function Last({ use, now }: { use: ContentUse; now: number }) {
  const last = lastOf(use);
  if (last === null) return <span className="soft">{NONE}</span>;
  return (
    <span className={css.cell}>
      <span>{date(last)}</span>
      {usageOf(use, now) === 'long' && <span className={css.warn}>{ago(last, now)}</span>}
    </span>
  );
}

function Won({ endings }: { endings: Endings }) {
  const { with: had } = endings;
  const verdict = verdictOf(endings);
  if (verdict === 'none') return <span className="soft">{NONE}</span>;
  return (
    <span className={css.cell} data-wraps>
      <span>{m.wonOf(had.count, had.of)}</span>
      {hasRate(endings) && <span className="soft">{m.rate(had)}</span>}
      {verdict === 'more' && (
        <span className={css.verdict} data-verdict="more">
          {m.moreShort}
        </span>
      )}
      {verdict === 'less' && (
        <span className={css.verdict} data-verdict="less">
          {m.lessShort}
        </span>
      )}
    </span>
  );
}
