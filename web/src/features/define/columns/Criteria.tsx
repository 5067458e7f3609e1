import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Criterion } from '@/api';
import { CriterionForm } from '../CriterionForm';
import { m as words } from '../criterion/messages';
import { MiniBar } from '../criterion/MiniBar';
import { historyQuery } from '../criterion/queries';
import { Suggestions } from '../criterion/Suggestions';
import { isAboutExit, kindOfStage, newCriterion, withStage } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { GroundMark } from '../GroundMark';
import { isComplete, testOf } from '../predicate';
import { lineName, useBoard } from './board';
import { Evidence, Facts, Frame, type OfStage } from './Frame';
import { Line } from './Line';
import css from './Lines.module.css';
import { m } from './messages';

/** What a test says, unless the words say the same but for case and full stop. */
function unlike(says: string | undefined, words: string): string | undefined {
  const bare = (text: string) => text.trim().replace(/\.$/, '').toLowerCase();
  return says !== undefined && bare(says) === bare(words) ? undefined : says;
}

interface CriteriaProps extends OfStage {
  /** Whether the stage has come into view, so that its criteria are counted. */
  seen: boolean;
}

/** Stands for the suggestions among the lines of a stage; no id has a star. */
const SUGGESTIONS = '*';

/** What must have happened before a deal goes on, each with how won and lost deals did. */
export function Criteria({ stage, place, seen }: CriteriaProps) {
  const { process, edit, grounds, findings, open, onOpen } = useBoard();
  const suggestions = lineName(stage.id, 'exit', SUGGESTIONS);
  const suggesting = open === suggestions;
  const exit = stage.exit ?? [];
  const own = findings.filter((f) => f.path === `stages[${place}]` && isAboutExit(f));
  const take = (criterion: Criterion) => {
    const taken = { ...criterion, id: newCriterion(exit, criterion.id).id };
    edit?.(withStage(process, place, { ...stage, exit: [...exit, taken] }), '');
  };
  return (
    <Frame
      stage={stage}
      place={place}
      list="exit"
      fresh={(all, text) => [newCriterion(all, text)]}
      opens
      always={kindOfStage(stage) === 'open'}
      before={
        <>
          {exit.length === 0 && kindOfStage(stage) === 'open' && <p className={css.none}>{m.noExit}</p>}
          <FindingNotes findings={own} />
        </>
      }
      line={(criterion, at, name) => {
        const ground = grounds.find((g) => g.stage === stage.id && g.criterion === criterion.id);
        return (
          <Line
            key={name}
            {...{ stage, place, at, name }}
            list="exit"
            mark={<GroundMark ground={ground?.ground} />}
            words={criterion.says}
            reworded={(text) => ({ ...criterion, says: text })}
            facts={
              <>
                <Facts of={[criterion.required === false ? m.wished : '', unlike(ground?.says, criterion.says)]} />
                <Bar stage={stage.id} criterion={criterion} seen={seen} />
                <Evidence text={criterion.evidence} />
              </>
            }
            form={(change) => (
              <CriterionForm bare criterion={criterion} process={process} stage={stage.id} onChange={change} />
            )}
          />
        );
      }}
      after={
        edit !== null &&
        kindOfStage(stage) === 'open' && (
          <>
            <Button
              size="compact-sm"
              variant="subtle"
              className={css.suggest ?? ''}
              aria-expanded={suggesting}
              aria-label={`${words.suggest.open}, ${stage.name}`}
              onClick={() => onOpen(suggesting ? null : suggestions)}
            >
              {words.suggest.open}
            </Button>
            {suggesting && <Suggestions process={process} stage={stage.id} exit={exit} onTake={take} />}
          </>
        )
      }
    />
  );
}

interface BarProps {
  stage: string;
  criterion: Criterion;
  seen: boolean;
}

function Bar({ stage, criterion, seen }: BarProps) {
  const { process } = useBoard();
  const test = testOf(criterion);
  const enabled = seen && isComplete(test);
  const query = useQuery({ ...historyQuery(process, stage, test), enabled });
  return query.isError ? null : <MiniBar history={query.data} />;
}
