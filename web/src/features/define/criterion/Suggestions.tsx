import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { asProblem, type Criterion, type Process, type Suggestion } from '@/api';
import { kept } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { sameTest, testOf } from '../predicate';
import css from './History.module.css';
import { m } from './messages';
import { suggestionsQuery } from './queries';
import { ShareBar } from './ShareBar';
import { difference, wished } from './share';

interface Props {
  process: Process;
  /** The id of the stage. */
  stage: string;
  exit: readonly Criterion[];
  onTake: (criterion: Criterion) => void;
}

/** The acts of the prospect that parted won from lost deals at a stage, to be taken as criteria. */
export function Suggestions({ process, stage, exit, onTake }: Props) {
  const query = useQuery(suggestionsQuery(process.id, stage));
  const unknown = query.isError && [404, 422].includes(asProblem(query.error).status);
  return (
    <section className={css.suggestions} aria-label={m.suggest.open}>
      {unknown ? (
        <p className={css.note}>{m.suggest.unsaved}</p>
      ) : (
        <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
          {(found) => <List found={found} exit={exit} onTake={onTake} />}
        </Loaded>
      )}
    </section>
  );
}

interface ListProps extends Pick<Props, 'exit' | 'onTake'> {
  found: readonly Suggestion[];
}

export function List({ found, exit, onTake }: ListProps) {
  const [first] = found;
  if (first === undefined) {
    return (
      <>
        <b>{m.suggest.none}</b>
        <p className={css.note}>{m.suggest.noneWhy}</p>
      </>
    );
  }
  return (
    <>
      <p className={css.note}>
        {m.suggest.says} {m.suggest.lookedAt(first.looked_at)}
      </p>
      <ul>
        {found.map(({ criterion, won, lost, gain }) => {
          const taken = exit.some((c) => sameTest(testOf(c), testOf(criterion)));
          return (
            <li key={criterion.id}>
              <div className={css.suggestionHead}>
                <b>{criterion.says}</b>
                {taken ? (
                  <span className="soft">{m.suggest.taken}</span>
                ) : (
                  <Button
                    size="compact-sm"
                    flex="none"
                    aria-label={m.suggest.takeThis(criterion.says)}
                    onClick={() => onTake(wished(criterion))}
                  >
                    {m.suggest.take}
                  </Button>
                )}
              </div>
              <div className={css.bars}>
                <ShareBar outcome="won" share={won} />
                <ShareBar outcome="lost" share={lost} />
              </div>
              <p className={css.note}>
                {m.history.gain}: {difference(gain)}
              </p>
              {criterion.evidence && <p className={css.note}>{kept(criterion.evidence)}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
