import type { Process } from '@/api';
import { given } from '@/ui/given';
import { plain } from '../criterion/plain';
import { useVocabulary } from '../criterion/vocabulary';
import { newCommitment, newNeed, newTask, shownBy } from '../edit';
import { useBoard } from './board';
import { CommitmentForm } from './CommitmentForm';
import { Evidence, Facts, Frame, type OfStage } from './Frame';
import { Line } from './Line';
import { m } from './messages';
import { NeedForm } from './NeedForm';
import { TaskForm } from './TaskForm';

const inLibrary = (process: Process, id: string | undefined): string | undefined =>
  process.library?.find((c) => c.id === id)?.name ?? id;

/** What to do. */
export function Tasks({ stage, place }: OfStage) {
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

/** What the prospect commits to. */
export function Commitments({ stage, place }: OfStage) {
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

/** What to have at hand, or what to ask. */
export function Needs({ stage, place, list }: OfStage & { list: 'content' | 'questions' }) {
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
