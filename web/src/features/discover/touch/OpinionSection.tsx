import type { Opinion } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { count, exactPercent, NONE } from '@/ui/format';
import { GroundMark } from '@/ui/GroundMark';
import { Section } from '@/ui/PageHead';
import { RangeBar } from '@/ui/RangeBar';
import { shownName } from '../activity';
import { LITTLE } from './few';
import { m } from './messages';
import css from './Touch.module.css';

/** Moves on without an act of the prospect, by stage. */
export function OpinionSection({ opinion }: { opinion: Opinion[] }) {
  if (opinion.length === 0) {
    return (
      <Section title={m.opinion.title} says={m.opinion.none}>
        {null}
      </Section>
    );
  }
  const most = opinion.filter((o) => o.opinion).map((o) => shownName(o.stage));
  const says = most.length > 0 ? m.opinion.found(most.join(', ')) : m.opinion.notFound;
  return (
    <Section title={m.opinion.title} says={`${m.opinion.says} ${says}`}>
      <DataTable
        columns={columns}
        rows={opinion}
        rowId={(o) => o.stage}
        label={m.opinion.title}
        csv="moved-on-opinion.csv"
      />
    </Section>
  );
}

const columns: Column<Opinion>[] = [
  {
    id: 'stage',
    header: m.opinion.stage,
    value: (o) => shownName(o.stage),
    cell: (o) => (
      <span className={css.act}>
        <GroundMark ground={o.opinion ? 'opinion' : 'prospect'} />
        <DealsLink to={{ visited: o.stage }}>{shownName(o.stage)}</DealsLink>
        {o.opinion && <b className="small">{m.opinion.mark}</b>}
      </span>
    ),
    title: true,
  },
  {
    id: 'share',
    header: m.opinion.share,
    value: (o) => o.without.share,
    cell: (o) => (o.without.of < LITTLE ? NONE : exactPercent(o.without.share)),
    align: 'right',
  },
  {
    id: 'interval',
    header: m.opinion.interval,
    value: () => null,
    sorts: false,
    width: '34%',
    cell: (o) =>
      o.without.of < LITTLE ? null : (
        <div className={css.range}>
          <RangeBar
            value={o.without.share}
            low={o.without.low}
            high={o.without.high}
            max={1}
            reference={0.5}
            strong={o.opinion}
          />
        </div>
      ),
  },
  {
    id: 'of',
    header: m.opinion.of,
    value: (o) => o.without.of,
    cell: (o) => `${count(o.without.count)} of ${count(o.without.of)}`,
    align: 'right',
  },
];
