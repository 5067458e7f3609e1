import { Button, Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ToDo } from '@/api';
import { SayWhatHinders } from '@/features/measure/feedback/SayWhatHinders';
import { Channel } from '@/features/run/Channel';
import { TouchStep } from '@/features/sequences/TouchStep';
import { date, shortMoney } from '@/ui/format';
import { given } from '@/ui/given';
import css from './Day.module.css';
import { dueWords, lineKey } from './lines';
import { m } from './messages';
import type { LineAct } from './queries';

interface Props {
  line: ToDo;
  today: string;
  zone: string;
  /** Whose deal it is stands there. */
  withOwner: boolean;
  onAct: (line: ToDo, act: LineAct) => void;
}

/** One thing to do: what, about which deal, by when. */
export function DayLine({ line, today, zone, withOwner, onAct }: Props) {
  const may = line.may_change;
  const words = what(line);
  return (
    <li className={css.line} data-line data-tick={may && line.kind === 'task' ? lineKey(line) : undefined}>
      {line.kind === 'task' ? (
        <Checkbox
          checked={false}
          disabled={!may}
          aria-label={m.line.tick(line.what, line.name)}
          onChange={() => onAct(line, 'done')}
        />
      ) : (
        <span className={css.mark} data-kind={line.kind} aria-hidden />
      )}
      <div className={css.words}>
        <p className={css.what}>
          {words} <Channel channel={line.channel} />
          {line.kind === 'task' && (
            <SayWhatHinders
              at={{ stage: line.stage_id, part: { kind: 'task', id: line.item }, deal: line.deal }}
              about={line.what}
            />
          )}
        </p>
        <p className={css.about}>
          <Link to="/deals/$deal" params={{ deal: line.deal }} className="quiet-link" data-open>
            {line.name}
          </Link>
          {given(line.account) && line.account !== '' && <span>{line.account}</span>}
          <span>{line.stage}</span>
          {withOwner && given(line.owner) && <span>{line.owner}</span>}
        </p>
        {line.kind === 'touch' && may && <TouchStep line={line} />}
        {line.kind === 'commitment' && may && (
          <p className={css.acts}>
            <Button size="compact-sm" variant="default" onClick={() => onAct(line, 'done')}>
              {m.line.kept}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => onAct(line, 'dropped')}>
              {m.line.dropped}
            </Button>
          </p>
        )}
      </div>
      <span className={css.value}>{given(line.value_minor) && shortMoney(line.value_minor, line.currency ?? '')}</span>
      <span className={css.due} data-overdue={line.overdue || undefined}>
        {dueWords(line, today, zone)}
      </span>
    </li>
  );
}

function what(line: ToDo): string {
  if (line.kind === 'late') return m.line.late(line.days ?? 0, line.target_days ?? 0);
  const { kind } = line;
  if (kind === 'renewal') return m.line.renewal(date(line.what));
  const named = ['reply', 'objection', 'handover', 'promise', 'review'] as const;
  const word = named.find((name) => name === kind);
  return word === undefined ? line.what : m.line[word](line.what);
}
