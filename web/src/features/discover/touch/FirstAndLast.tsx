import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActList, ActShare, FirstAndLast as Data, Proportion } from '@/api';
import type { Selection } from '@/app/selection';
import { m as shared } from '@/messages';
import { type Column, DataTable } from '@/ui/DataTable';
import { count, exactPercent, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { RangeBar } from '@/ui/RangeBar';
import { TableSkeleton } from '@/ui/Skeletons';
import { shownName } from '../activity';
import { m as back } from '../back/messages';
import { ShapeMark } from '../back/Shape';
import { LITTLE } from './few';
import { m } from './messages';
import { firstAndLastQuery } from './queries';
import css from './Touch.module.css';

/** Acts shown before one asks for all. */
const FIRST = 6;

/** The first thing done to connect, the last one before the sale, the first contact after it. */
export function FirstAndLast({ selection }: { selection: Selection }) {
  const query = useQuery(firstAndLastQuery(selection));
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={6} />}>
      {(found) => (
        <Section title={m.first.title} says={found.sentence}>
          {found.notes.map((note) => (
            <p key={note} className={css.note}>
              {note}
            </p>
          ))}
          <First found={found} />
          <Last found={found} />
          <After found={found} />
        </Section>
      )}
    </Loaded>
  );
}

const First = ({ found: { first } }: { found: Data }) => (
  <div className={css.part}>
    <h3>{m.first.first}</h3>
    {first.deals > 0 && (
      <p className="soft">{m.first.firstSays(first.deals, shortDays(first.days.median), isFew(first))}</p>
    )}
    <List acts={first} label={m.first.first} file="first-act" compared />
  </div>
);

type Side = 'last' | 'last_prospect' | 'last_rep';

function Last({ found }: { found: Data }) {
  const [side, setSide] = useState<Side>('last');
  const acts = found[side];
  return (
    <div className={css.part}>
      <div className={css.head}>
        <h3>{m.first.last}</h3>
        <SegmentedControl
          size="xs"
          aria-label={m.first.whose}
          value={side}
          onChange={(next) => setSide(next === 'last_prospect' || next === 'last_rep' ? next : 'last')}
          data={[
            { value: 'last', label: m.first.either },
            { value: 'last_prospect', label: m.first.theirs },
            { value: 'last_rep', label: m.first.ours },
          ]}
        />
      </div>
      {acts.deals > 0 && <p className="soft">{m.first.lastSays(acts.deals, shortDays(acts.days.median))}</p>}
      <List acts={acts} label={m.first.last} file="last-act" />
    </div>
  );
}

const After = ({ found: { after } }: { found: Data }) => (
  <div className={css.part}>
    <h3>{m.first.after}</h3>
    {after.deals > 0 && (
      <p className="soft">{m.first.afterSays(after.deals, after.without, shortDays(after.days.median))}</p>
    )}
    <List acts={after} label={m.first.after} file="first-act-after-the-sale" />
  </div>
);

interface ListProps {
  acts: ActList;
  label: string;
  file: string;
  compared?: boolean;
}

function List({ acts, label, file, compared = false }: ListProps) {
  if (acts.acts.length === 0) return <p className="soft">{m.first.none}</p>;
  return (
    <>
      <DataTable
        columns={told(compared ? comparedColumns : plainColumns, acts)}
        rows={acts.acts}
        rowId={(a) => `${a.activity} ${a.side}`}
        label={label}
        first={FIRST}
        csv={`${file}.csv`}
      />
      {acts.others > 0 && <p className="soft small">{m.first.others(acts.others)}</p>}
    </>
  );
}

/** Of a handful of deals the counts alone. */
const told = (columns: Column<ActShare>[], acts: ActList): Column<ActShare>[] =>
  isFew(acts) ? columns.filter((c) => c.sorts !== false) : columns;

const isFew = (acts: ActList): boolean => acts.deals < LITTLE * 2;

const name: Column<ActShare> = {
  id: 'act',
  header: m.first.act,
  value: (a) => shownName(a.activity),
  cell: (a) => (
    <span className={css.act}>
      <ShapeMark channel={a.channel} side={a.side} /> {shownName(a.activity)}{' '}
      <span className="soft small">{back.by[a.side]}</span>
    </span>
  ),
  title: true,
};

const deals: Column<ActShare> = {
  id: 'deals',
  header: m.first.count,
  value: (a) => a.all.count,
  cell: (a) => shared.range.of(a.all.count, a.all.of),
  align: 'right',
};

const range = (id: string, header: string, of: (a: ActShare) => Proportion | null | undefined): Column<ActShare> => ({
  id: `${id} range`,
  header,
  value: () => null,
  sorts: false,
  width: '26%',
  cell: (a) => {
    const found = of(a);
    if (!found || found.of < LITTLE) return null;
    return (
      <div className={css.range}>
        <RangeBar value={found.share} low={found.low} high={found.high} max={1} strong={a.supported} />
      </div>
    );
  },
});

const share = (id: string, header: string, of: (a: ActShare) => Proportion | null | undefined): Column<ActShare> => ({
  id,
  header,
  value: (a) => of(a)?.share,
  cell: (a) => {
    const found = of(a);
    if (!found) return '';
    return found.of < LITTLE
      ? shared.range.of(found.count, found.of)
      : `${exactPercent(found.share)} (${count(found.count)})`;
  },
  align: 'right',
});

/** What can be said of won against lost. */
export function verdict(act: ActShare): string {
  if (!act.supported) return m.first.cannot;
  return (act.won?.share ?? 0) > (act.lost?.share ?? 0) ? m.first.more : m.first.less;
}

const comparedColumns: Column<ActShare>[] = [
  name,
  deals,
  share('won', m.first.won, (a) => a.won),
  range('won', m.first.interval, (a) => a.won),
  share('lost', m.first.lost, (a) => a.lost),
  range('lost', m.first.interval, (a) => a.lost),
  { id: 'verdict', header: m.first.verdict, value: verdict },
];

const plainColumns: Column<ActShare>[] = [
  name,
  deals,
  share('share', m.first.all, (a) => a.all),
  range('share', m.first.interval, (a) => a.all),
];
