import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MapView, VariantRow } from '@/api';
import { also, type Selection } from '@/app/selection';
import { CsvLink } from '@/ui/CsvLink';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, exactPercent, NONE, percent, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { RangeBar } from '@/ui/RangeBar';
import { stageColour } from '@/ui/stage';
import { shownName, stagePlace } from '../activity';
import css from './MapPage.module.css';
import { m } from './messages';
import { PAGE, variantsQuery, waysCsv } from './queries';

/** Steps of a way that are shown; the CSV has all. */
const STEPS = 24;

/** Every way that deals go, the most common first, with how they ended. */
export function VariantTable({ map, selection }: { map: MapView; selection: Selection }) {
  const [text, setText] = useState('');
  const [contains, setContains] = useState('');
  const query = useInfiniteQuery(variantsQuery(selection, map.view, contains));
  const search = (
    <TextInput
      size="sm"
      className={css.search ?? ''}
      aria-label={m.variants.search}
      placeholder={m.variants.search}
      leftSection={<IconSearch size={16} />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && setContains(text.trim())}
      onBlur={() => setContains(text.trim())}
    />
  );
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const [first] = pages;
        const rows = pages.flatMap((page) => page.variants);
        const left = (first?.found ?? 0) - rows.length;
        const colour = colourIn(map, first?.stages ?? []);
        return (
          <Section
            title={m.variants.title}
            says={first && m.variants.says(first.found, first.all, first.found_deals, first.deals)}
            actions={search}
          >
            <DataTable
              columns={columnsOf(selection, map.view, colour, contains)}
              rows={rows}
              rowId={(v) => `${v.place}`}
              label={m.variants.title}
              empty={m.variants.none}
            />
            <div className={css.more}>
              {query.hasNextPage && (
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {m.variants.more(Math.min(PAGE, left))}
                </Button>
              )}
              {rows.length > 0 && <CsvLink href={waysCsv(selection, map.view, contains)} />}
            </div>
          </Section>
        );
      }}
    </Loaded>
  );
}

type Colour = (step: string) => string | undefined;

/** The colour of each step: that of its stage on all pages; where the data has no stages, by the order on the map. */
function colourIn(map: MapView, stages: readonly string[]): Colour {
  const steps = map.nodes.filter((n) => n.activity !== '').sort((a, b) => a.y - b.y || a.x - b.x);
  const isEnd = ({ kind }: MapView['nodes'][number]) => kind === 'won' || kind === 'lost';
  const ends = new Map(steps.filter(isEnd).map((n) => [n.activity, `var(--${n.kind})`]));
  const others = steps.filter((n) => !isEnd(n)).map((n) => n.activity);
  return (step) => {
    const place = stages.length > 0 ? stagePlace(step, stages) : others.indexOf(step);
    return ends.get(step) ?? (place < 0 ? undefined : stageColour(place));
  };
}

function columnsOf(
  selection: Selection,
  view: MapView['view'],
  colour: Colour,
  contains: string,
): Column<VariantRow>[] {
  const v = m.variants;
  const to = ({ path }: VariantRow) => also(selection, view === 'stages' ? { stage_variant: path } : { variant: path });
  return [
    { id: 'place', header: v.place, value: (r) => r.place, align: 'right' },
    {
      id: 'path',
      header: v.path,
      value: (r) => r.path.join(' → '),
      cell: (r) => <Way path={r.path} colour={colour} contains={contains} />,
      title: true,
      long: true,
    },
    {
      id: 'deals',
      header: v.deals,
      value: (r) => r.count,
      cell: (r) => <DealsLink to={to(r)}>{count(r.count)}</DealsLink>,
      align: 'right',
    },
    { id: 'share', header: v.share, value: (r) => r.share, cell: (r) => percent(r.share), align: 'right' },
    {
      id: 'cumulative',
      header: v.cumulative,
      value: (r) => r.cumulative,
      cell: (r) => percent(r.cumulative),
      align: 'right',
    },
    {
      id: 'won',
      header: v.won,
      value: (r) => r.win_rate.won,
      cell: (r) => `${count(r.win_rate.won)} of ${count(r.win_rate.closed)}`,
      align: 'right',
    },
    {
      id: 'rate',
      header: v.rate,
      value: (r) => r.win_rate.rate,
      cell: ({ win_rate: w }) =>
        w.closed < 5 ? (
          <span className="soft">{NONE}</span>
        ) : (
          <RangeBar value={w.rate} low={w.low} high={w.high} max={1} format={exactPercent} />
        ),
      width: 120,
    },
    {
      id: 'days',
      header: v.median,
      value: lasted,
      cell: (r) => shortDays(lasted(r)),
      align: 'right',
    },
  ];
}

function Way({ path, colour, contains }: { path: string[]; colour: Colour; contains: string }) {
  const wanted = contains.toLowerCase();
  return (
    <ol className={css.path}>
      {path.slice(0, STEPS).map((step, i) => (
        <li
          key={i}
          style={{ '--chip': colour(step) ?? 'var(--line-strong)' }}
          data-hit={(wanted !== '' && step.toLowerCase().includes(wanted)) || undefined}
        >
          {shownName(step)}
        </li>
      ))}
      {path.length > STEPS && <li className="soft">{m.variants.rest(path.length - STEPS)}</li>}
    </ol>
  );
}

/** How long deals took that went a way; nothing for open ones of a single step, which have not gone anywhere yet. */
function lasted(row: VariantRow): number | null | undefined {
  return row.path.length < 2 && row.win_rate.closed === 0 ? null : row.days.median;
}
