import { Checkbox } from '@mantine/core';
import type { DealView, TaskState } from '@/api';
import { SayWhatHinders } from '@/features/measure/feedback/SayWhatHinders';
import { given } from '@/ui/given';
import { Channel } from '../Channel';
import { useTick } from '../queries';
import css from './Deal.module.css';
import { m } from './messages';
import { saidAt } from './saidAt';
import { useTeamDay } from './useTeamDay';

/** The tasks of the stage with when they are due, to be ticked. */
export function Tasks({ view }: { view: DealView }) {
  const tick = useTick(view.deal.id);
  const { stage, tasks } = view;
  if (!stage || tasks.length === 0) return <p className="soft">{m.tasks.none}</p>;
  return (
    <ul className={css.tasks}>
      {tasks.map((task) => {
        const waits = tick.isPending && tick.variables.task === task.id;
        if (!view.may_change) {
          return (
            <li key={task.id}>
              {task.done ? '✓' : '○'} {task.name} <About task={task} />
              <Hinders view={view} stage={stage.stage_id} task={task} />
            </li>
          );
        }
        return (
          <li key={task.id} className={css.task}>
            <Checkbox
              label={task.name}
              description={<About task={task} />}
              checked={waits ? tick.variables.done : task.done}
              onChange={(event) =>
                tick.mutate({ stage: stage.stage_id, task: task.id, done: event.currentTarget.checked })
              }
            />
            <Hinders view={view} stage={stage.stage_id} task={task} />
          </li>
        );
      })}
    </ul>
  );
}

/** By when, how, and whose it is. */
function About({ task }: { task: TaskState }) {
  const { words, isPast } = useTeamDay();
  const overdue = given(task.due) && isPast(task.due);
  return (
    <span className={css.about}>
      {task.done && <span>{m.tasks.done}</span>}
      {!task.done && given(task.due) && (
        <span className={overdue ? css.overdue : undefined}>
          {(overdue ? m.tasks.overdue : m.tasks.due)(words(task.due))}
        </span>
      )}
      <Channel channel={task.channel} />
      {task.owner !== '' && <span>{m.tasks.by(task.owner)}</span>}
    </span>
  );
}

function Hinders({ view, stage, task }: { view: DealView; stage: string; task: TaskState }) {
  return <SayWhatHinders at={{ ...saidAt(view, stage), part: { kind: 'task', id: task.id } }} about={task.name} />;
}
