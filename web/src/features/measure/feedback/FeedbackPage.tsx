import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { FeedbackFigures } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { Figure, Figures } from '@/ui/Figure';
import { count, days } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { ItemDialog } from './ItemDialog';
import { ItemList } from './ItemList';
import { MeasureNav } from '../MeasureNav';
import { MeasureFiles } from '../MeasureFiles';
import { m } from './messages';
import { Pulse } from './Pulse';
import { csvHref, figuresQuery } from './queries';
import { Trend } from './Trend';

/** What was said of the process, what became of it, and the short survey. */
export function FeedbackPage() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const item = typeof search.item === 'string' ? search.item : null;
  const open = (id: string | null) =>
    void navigate({ to: '/measure/feedback', search: id === null ? {} : { item: id }, resetScroll: false });
  const figures = useQuery(figuresQuery({}));
  return (
    <>
      <MeasureNav />
      <PageHead title={m.title} says={m.says} actions={<MeasureFiles csv={csvHref({})} />} />
      <Loaded query={figures}>
        {(found) =>
          isEmpty(found) ? (
            <Nothing />
          ) : (
            <>
              <InShort figures={found} />
              <ItemList stages={found.stages} onOpen={open} />
              <Trend stages={found.stages} />
            </>
          )
        }
      </Loaded>
      <Pulse />
      <ItemDialog id={item} onOpen={open} />
    </>
  );
}

const isEmpty = ({ unanswered, taken_up, settled, praise }: FeedbackFigures): boolean =>
  unanswered + taken_up + settled + praise === 0;

function Nothing() {
  return (
    <EmptyState
      title={m.empty.title}
      action={
        <Button component={Link} to="/define">
          {m.empty.action}
        </Button>
      }
    >
      {m.empty.says}
    </EmptyState>
  );
}

function InShort({ figures }: { figures: FeedbackFigures }) {
  const { median_days: median, low, high, n, answered } = figures.time_to_answer;
  const range = m.figures.answerRange(low ?? null, high ?? null);
  return (
    <Figures>
      <Figure label={m.figures.unanswered} value={count(figures.unanswered)} />
      <Figure label={m.figures.takenUp} value={count(figures.taken_up)} />
      <Figure label={m.figures.settled} value={count(figures.settled)} />
      <Figure label={m.figures.praise} value={count(figures.praise)} />
      {n > 0 && (
        <Figure
          label={m.figures.answer}
          value={given(median) ? days(median) : m.figures.answerNone}
          basis={m.figures.answerBasis(answered, n, range)}
        />
      )}
    </Figures>
  );
}
