import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Touchpoints } from '@/api';
import { conditions, type Selection, useSelection } from '@/app/selection';
import { useMay } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { Figure, Figures } from '@/ui/Figure';
import { FilterBar } from '@/ui/FilterBar';
import { count, exactPercent, kept, percent, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { LinePicture } from '../back/LinePicture';
import css from '../DiscoverPage.module.css';
import { DiscoverTabs } from '../DiscoverTabs';
import { Answers } from './Answers';
import { BottleneckSection } from './BottleneckSection';
import { FirstAndLast } from './FirstAndLast';
import { m } from './messages';
import { inDays } from './names';
import { OpinionSection } from './OpinionSection';
import { touchpointsQuery } from './queries';
import own from './Touch.module.css';
import { TouchTable } from './TouchTable';

/** Who did what, how soon the other side answered, and which moves rest on somebody's word. */
export function TouchPage() {
  const [selection] = useSelection();
  const query = useQuery(touchpointsQuery(selection));
  const chosen = conditions(selection) > 0;
  return (
    <>
      <PageHead title={m.title} says={m.says} />
      <DiscoverTabs />
      <Loaded query={query}>
        {(found) => (
          <div data-stale={query.isPlaceholderData || undefined} className={css.page}>
            {found.touches > 0 && <p className={css.sentence}>{kept(found.sentence)}</p>}
            {(found.deals > 0 || chosen) && (
              <FilterBar stages={found.stages.map((s) => s.stage).filter((s) => s !== '')} />
            )}
            {found.touches > 0 ? (
              <Found found={found} selection={selection} />
            ) : (
              <Nothing deals={found.deals} chosen={chosen} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Found({ found, selection }: { found: Touchpoints; selection: Selection }) {
  const all = found.rows.find((r) => !r.channel && !r.side);
  const day = found.ours.within_day;
  return (
    <>
      <Figures>
        <Figure
          label={m.figures.touches}
          value={count(found.touches)}
          basis={m.figures.perDeal(`${all?.won.median ?? '–'}`)}
        />
        {found.by_prospect + found.by_rep > 0 && (
          <>
            <Figure
              label={m.figures.theirs}
              value={count(found.by_prospect)}
              basis={m.figures.share(percent(found.by_prospect / found.touches))}
            />
            <Figure
              label={m.figures.ours}
              value={count(found.by_rep)}
              basis={m.figures.share(percent(found.by_rep / found.touches))}
            />
          </>
        )}
        {found.ours.answered > 0 && (
          <Figure
            label={m.figures.answer}
            value={shortDays(inDays(found.ours.hours.median))}
            basis={m.figures.answerBasis(percent(day.share), exactPercent(day.low), exactPercent(day.high), day.of)}
          />
        )}
      </Figures>
      {found.notes.map((note) => (
        <p key={note} className={own.note}>
          {note}
        </p>
      ))}
      <section className={css.section}>
        <FirstAndLast selection={selection} />
      </section>
      <section className={css.section}>
        <TouchTable found={found} />
      </section>
      <section className={css.section}>
        <Answers ours={found.ours} theirs={found.theirs} />
      </section>
      <section className={css.section}>
        <OpinionSection opinion={found.opinion} />
      </section>
      <section className={css.section}>
        <BottleneckSection selection={selection} />
      </section>
    </>
  );
}

function Nothing({ deals, chosen }: { deals: number; chosen: boolean }) {
  const mayImport = useMay('owner', 'manager');
  if (deals === 0 && chosen) return <EmptyState title={m.noMatch}>{m.noMatchHelp}</EmptyState>;
  return (
    <EmptyState
      title={deals === 0 ? m.noDeals : m.empty}
      picture={<LinePicture />}
      action={
        mayImport && (
          <Button component={Link} to="/import">
            {m.emptyAction}
          </Button>
        )
      }
    >
      {deals === 0 ? m.noDealsHelp : m.emptyHelp}
    </EmptyState>
  );
}
