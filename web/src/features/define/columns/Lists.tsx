import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import type { Criterion, Process, Stage } from '@/api';
import { given } from '@/ui/given';
import { CriterionForm } from '../CriterionForm';
import { m as words } from '../criterion/messages';
import { MiniBar } from '../criterion/MiniBar';
import { plain } from '../criterion/plain';
import { historyQuery } from '../criterion/queries';
import { Suggestions } from '../criterion/Suggestions';
import { useVocabulary } from '../criterion/vocabulary';
import { isAboutExit, kindOfStage, newCommitment, newCriterion, newNeed, newTask, shownBy, withStage } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { GroundMark } from '../GroundMark';
import { isComplete, testOf } from '../predicate';
import { AddLine } from './AddLine';
import { lineName, useBoard } from './board';
import css from './Columns.module.css';
import { CommitmentForm } from './CommitmentForm';
import { useDropAtEnd } from './dragging';
import { Line } from './Line';
import { type Item, itemsOf, keysOf, type ListName, withItems } from './lists';
import { m } from './messages';
import { NeedForm } from './NeedForm';
import { TaskForm } from './TaskForm';

interface Props {
  stage: Stage;
  place: number;
}

interface FrameProps<L extends ListName> extends Props {
  list: L;
  line: (item: Item<L>, at: number, name: string) => ReactNode;
  /** A new thing of these words. */
  fresh: (items: Item<L>[], words: string) => Item<L>[];
  /** Stands between the heading and the lines. */
  before?: ReactNode;
  /** Stands below the lines. */
  after?: ReactNode;
  /** Opens what is added. */
  opens?: boolean;
  /** Shows the heading where there are no lines, too. */
  always?: boolean;
}

/** A list of a stage in its column. */
function Frame<L extends ListName>(props: FrameProps<L>) {
  const { stage, place, list, line, fresh, before, after, opens = false, always = false } = props;
  const { process, edit, onOpen } = useBoard();
  const items = itemsOf(stage, list);
  const keys = keysOf(items);
  const end = useRef<HTMLElement>(null);
  const over = useDropAtEnd(end, { what: list, stage: place, at: items.length }, edit !== null);
  if (items.length === 0 && edit === null && !always) return null;
  const add = (text: string) => {
    const added = fresh(items, text);
    edit?.(withStage(process, place, withItems(stage, list, [...items, ...added])), '');
    const [first] = added;
    if (opens && first) onOpen(lineName(stage.id, list, first.id));
  };
  return (
    <section ref={end} className={css.list} data-over={over || undefined} aria-label={m.lists[list].title}>
      <h3>{m.lists[list].title}</h3>
      {before}
      {items.length > 0 && <ul className={css.lines}>{items.map((item, at) => line(item, at, keys[at] ?? ''))}</ul>}
      {edit && (
        <AddLine
          label={m.lists[list].add}
          of={stage.name}
          placeholder={m.lists[list].placeholder}
          once={opens}
          onAdd={add}
        />
      )}
      {after}
    </section>
  );
}

const Evidence = ({ text }: { text: string | undefined }) =>
  text ? (
    <span className={css.evidence} title={text}>
      {text}
    </span>
  ) : null;

const Facts = ({ of }: { of: (string | null | undefined)[] }) => {
  const said = of.filter((fact) => given(fact) && fact !== '');
  return said.length > 0 ? <span className={css.facts}>{said.join(' · ')}</span> : null;
};

/** What a test says, unless the words say the same but for case and full stop. */
function unlike(says: string | undefined, words: string): string | undefined {
  const bare = (text: string) => text.trim().replace(/\.$/, '').toLowerCase();
  return says !== undefined && bare(says) === bare(words) ? undefined : says;
}

const inLibrary = (process: Process, id: string | undefined): string | undefined =>
  process.library?.find((c) => c.id === id)?.name ?? id;

export function Tasks({ stage, place }: Props) {
  const { process } = useBoard();
  return (
    <Frame
      stage={stage}
      place={place}
      list="tasks"
      fresh={(tasks, text) => [newTask(tasks, text)]}
      line={(task, at, name) => (
        <Line
          key={name}
          {...{ stage, place, at, name }}
          list="tasks"
          words={task.name}
          reworded={(text) => ({ ...task, name: text })}
          facts={
            <>
              <Facts
                of={[
                  task.owner,
                  given(task.due_days) ? m.due(task.due_days) : '',
                  task.channel,
                  inLibrary(process, task.template),
                ]}
              />
              <Evidence text={task.evidence} />
            </>
          }
          form={(change) => (
            <TaskForm
              bare
              task={task}
              process={process}
              onChange={(part, about) => change({ ...task, ...part }, about)}
            />
          )}
        />
      )}
    />
  );
}

export function Commitments({ stage, place }: Props) {
  const { process } = useBoard();
  const vocabulary = useVocabulary();
  return (
    <Frame
      stage={stage}
      place={place}
      list="commitments"
      fresh={newCommitment}
      opens
      line={(commitment, at, name) => {
        const shown = shownBy(commitment);
        return (
          <Line
            key={name}
            {...{ stage, place, at, name }}
            list="commitments"
            words={commitment.says}
            reworded={(text) => ({ ...commitment, says: text })}
            facts={
              <Facts
                of={[
                  given(commitment.due_days) ? m.due(commitment.due_days) : '',
                  shown ? plain(shown, vocabulary) : m.unshown,
                ]}
              />
            }
            form={(change) => (
              <CommitmentForm bare commitment={commitment} process={process} stage={stage.id} onChange={change} />
            )}
          />
        );
      }}
    />
  );
}

interface CriteriaProps extends Props {
  /** Whether the stage has come into view, so that its criteria are counted. */
  seen: boolean;
}

export function Criteria({ stage, place, seen }: CriteriaProps) {
  const { process, edit, grounds, findings } = useBoard();
  const [suggesting, setSuggesting] = useState(false);
  const exit = stage.exit ?? [];
  const own = findings.filter((f) => f.path === `stages[${place}]` && isAboutExit(f));
  const take = (criterion: Criterion) => {
    const [fresh] = [newCriterion(exit, criterion.id)];
    const taken = { ...criterion, id: fresh.id };
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
              onClick={() => setSuggesting(!suggesting)}
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

export function Needs({ stage, place, list }: Props & { list: 'content' | 'questions' }) {
  const { process } = useBoard();
  return (
    <Frame
      stage={stage}
      place={place}
      list={list}
      fresh={(needs, text) => [newNeed(needs, text)]}
      line={(need, at, name) => (
        <Line
          key={name}
          {...{ stage, place, list, at, name }}
          words={need.name}
          reworded={(text) => ({ ...need, name: text })}
          facts={
            <>
              <Facts of={[need.owner, inLibrary(process, need.item)]} />
              <Evidence text={need.evidence} />
            </>
          }
          form={(change) => (
            <NeedForm
              bare
              need={need}
              process={process}
              item={list === 'content'}
              onChange={(part, about) => change({ ...need, ...part }, about)}
            />
          )}
        />
      )}
    />
  );
}
