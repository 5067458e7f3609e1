import { Button, Checkbox, SegmentedControl, Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { LookBack, LookBackDeal } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { date, shortDays } from '@/ui/format';
import css from './Back.module.css';
import { ToDeal } from './DealLine';
import { HowMany } from './HowMany';
import { type Align, LONG, type Step, stepsOf, titleOf } from './line';
import { m } from './messages';
import { MOST } from './params';
import type { Back } from './queries';
import { whose } from './Shape';
import { TimeLine } from './TimeLine';

/** Steps shown before one asks for all. */
const FIRST = 60;

/** A row of the table behind the lines: one step of one deal. */
interface Row {
  id: string;
  deal: LookBackDeal;
  step: Step;
}

interface Props {
  found: LookBack;
  back: Back;
  onChange: (change: Record<string, string | number | boolean | undefined>) => void;
}

/** The last closed deals side by side, as many and of which outcome one wants. */
export function LookBackSection({ found, back, onChange }: Props) {
  const [align, setAlign] = useState<Align>('start');
  const [short, setShort] = useState(false);
  const rows = useMemo(() => rowsOf(found.deals), [found]);
  const what = m.line.what[back.ended ?? 'both'];
  return (
    <ChartFrame
      title={m.line.title(found.deals.length, what)}
      says={`${found.sentence} ${found.owners > 0 ? m.line.owners(found.owners) : ''}`}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      file={`last-${what}-deals`}
      order={2}
      first={FIRST}
      picture={false}
      controls={
        <>
          <HowMany
            label={m.line.n}
            value={back.n}
            choices={[5, 10, 25]}
            most={MOST}
            onChange={(n) => onChange({ n })}
          />
          <SegmentedControl
            size="xs"
            aria-label={m.line.ended}
            value={back.ended ?? 'both'}
            onChange={(ended) => onChange({ ended: ended === 'won' ? undefined : ended })}
            data={[
              { value: 'won', label: m.line.won },
              { value: 'lost', label: m.line.lost },
              { value: 'both', label: m.line.both },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={m.line.align}
            value={align}
            onChange={(next) => setAlign(next === 'close' ? 'close' : 'start')}
            data={[
              { value: 'start', label: m.line.start },
              { value: 'close', label: m.line.close },
            ]}
          />
          <Tooltip label={m.line.gapsHelp(LONG)} multiline w={240}>
            <Checkbox
              size="xs"
              label={m.line.gaps}
              checked={short}
              onChange={(event) => setShort(event.currentTarget.checked)}
            />
          </Tooltip>
        </>
      }
    >
      <Crowd found={found} spread={back.spread} onSpread={(spread) => onChange({ spread: spread || undefined })} />
      {found.deals.length > 0 && (
        <TimeLine
          deals={found.deals}
          stages={found.stages ?? []}
          align={align}
          short={short}
          label={m.line.title(found.deals.length, what)}
        />
      )}
    </ChartFrame>
  );
}

interface CrowdProps {
  found: LookBack;
  spread: boolean;
  onSpread: (spread: boolean) => void;
}

/** Says so where the examples come from few people, and takes others along. */
function Crowd({ found: { crowd }, spread, onSpread }: CrowdProps) {
  if (!crowd && !spread) return null;
  return (
    <p className={css.crowd}>
      {crowd && `${m.line.crowd(crowd.deals, crowd.of, crowd.owner)} `}
      {spread ? m.line.spreadOn : crowd && m.line.others(crowd.others)}{' '}
      <Button size="compact-sm" variant="default" onClick={() => onSpread(!spread)}>
        {spread ? m.line.spreadOff : m.line.spread}
      </Button>
    </p>
  );
}

const rowsOf = (deals: LookBackDeal[]): Row[] =>
  deals.flatMap((deal) => stepsOf(deal).map((step, i) => ({ id: `${deal.id} ${i}`, deal, step })));

const columns: Column<Row>[] = [
  {
    id: 'deal',
    header: m.table.deal,
    value: (r) => titleOf(r.deal),
    cell: (r) => <ToDeal deal={r.deal} />,
    title: true,
  },
  { id: 'owner', header: m.table.owner, value: (r) => r.deal.owner },
  { id: 'before', header: m.table.before, value: (r) => r.step.before },
  { id: 'step', header: m.table.step, value: (r) => r.step.activity },
  {
    id: 'since',
    header: m.table.since,
    value: (r) => r.step.since,
    cell: (r) => shortDays(r.step.since),
    align: 'right',
  },
  { id: 'day', header: m.table.day, value: (r) => r.step.day, cell: (r) => shortDays(r.step.day), align: 'right' },
  {
    id: 'channel',
    header: m.table.channel,
    value: (r) => (r.step.mark.channel ? m.channel[r.step.mark.channel] : ''),
  },
  { id: 'side', header: m.table.side, value: (r) => whose(r.step.mark.side) },
  {
    id: 'whole',
    header: m.table.whole,
    value: (r) => r.deal.days,
    cell: (r) => shortDays(r.deal.days),
    align: 'right',
  },
  { id: 'closed', header: m.table.closed, value: (r) => r.deal.closed, cell: (r) => date(r.deal.closed) },
];
