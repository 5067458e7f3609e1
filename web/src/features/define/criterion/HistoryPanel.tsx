import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Predicate, Process } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { isComplete } from '../predicate';
import { History } from './History';
import css from './History.module.css';
import { m } from './messages';
import { historyQuery } from './queries';

/** Milliseconds without a change before deals are counted anew. */
const PAUSE = 400;

interface Props {
  process: Process;
  /** The id of its stage. */
  stage: string;
  test: Predicate;
}

/** A criterion on history, counted anew as it is written; what was last counted stays while that goes on. */
export function HistoryPanel({ process, stage, test }: Props) {
  const [settled] = useDebouncedValue(test, PAUSE);
  const complete = isComplete(settled);
  const query = useQuery({ ...historyQuery(process, stage, settled), enabled: complete });
  const counting = complete && (settled !== test || query.isFetching);
  return (
    <section className={css.panel} aria-label={m.history.title} aria-busy={counting}>
      <h4 className={css.title}>
        {m.history.title}
        <span className={css.counting} role="status">
          {counting && query.data !== undefined ? m.history.counting : ''}
        </span>
      </h4>
      {complete ? (
        <Loaded query={query} skeleton={<TextSkeleton lines={4} />}>
          {(history) => <History history={history} />}
        </Loaded>
      ) : (
        <p className={css.note}>{m.history.notYet}</p>
      )}
    </section>
  );
}
