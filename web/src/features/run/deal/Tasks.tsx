import { Checkbox } from '@mantine/core';
import type { DealView } from '@/api';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { useTick } from '../queries';
import css from './Deal.module.css';
import { m } from './messages';

const DAY = 86_400_000;

/** The tasks of the stage, to be ticked. */
export function Tasks({ view }: { view: DealView }) {
  const tick = useTick(view.deal.id);
  const { stage, tasks } = view;
  if (!stage || tasks.length === 0) return <p className="soft">{m.tasks.none}</p>;
  return (
    <ul className={css.tasks}>
      {tasks.map((task) => {
        const waits = tick.isPending && tick.variables.task === task.id;
        const says = about(task.owner, task.done ? null : dueAt(stage.since, task.due_days));
        if (!view.may_change) {
          return (
            <li key={task.id}>
              {task.done ? '✓' : '○'} {task.name}{' '}
              <span className="soft small">· {task.done ? m.tasks.done : says}</span>
            </li>
          );
        }
        return (
          <li key={task.id}>
            <Checkbox
              label={task.name}
              description={says}
              checked={waits ? tick.variables.done : task.done}
              onChange={(event) =>
                tick.mutate({ stage: stage.stage_id, task: task.id, done: event.currentTarget.checked })
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

/** When a task is due: so many days after the deal came into the stage. */
export function dueAt(since: string | null | undefined, days: number | null | undefined): Date | null {
  return !given(since) || !given(days) ? null : new Date(Date.parse(since) + days * DAY);
}

function about(owner: string, due: Date | null): string {
  const who = owner === '' ? [] : [m.tasks.by(owner)];
  if (!due) return who.join('');
  const day = date(due.toISOString());
  return [...who, due.getTime() < Date.now() ? m.tasks.overdue(day) : m.tasks.due(day)].join(' · ');
}
