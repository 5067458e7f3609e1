import { ActionIcon, Group } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TargetLine } from '@/api';
import { given } from '@/ui/given';
import { kept } from '@/ui/format';
import { told } from '../metrics/told';
import { addressOf } from './draft';
import { m } from './messages';
import { TargetPicture } from './TargetPicture';
import css from './Targets.module.css';

interface Props {
  line: TargetLine;
  /** Names of the people that it tells. */
  people: string[];
  may: boolean;
  onEdit: (line: TargetLine) => void;
  onRemove: (line: TargetLine) => void;
}

/** A target: where it stands, since when, and what changed. */
export function TargetCard({ line, people, may, onEdit, onRemove }: Props) {
  const { target, history } = line;
  const { now, trouble, changes, unit, currency, asks } = history;
  const state = given(trouble) || !given(now.last) ? 'unknown' : now.outside ? 'outside' : 'inside';
  const far = now.outside && given(now.distance) && now.distance > 0 ? now.distance : null;
  return (
    <li className={css.target} data-state={state} id={line.id}>
      <div>
        <header className={css.head}>
          <h2>
            <Link to="/measure/metrics/$metric" params={{ metric: target.metric }} search={{ ...addressOf(target) }}>
              {target.name}
            </Link>
          </h2>
          <span className={css.state}>{m.states[state]}</span>
          {may && (
            <Group gap={0} ml="auto">
              <ActionIcon
                variant="subtle"
                c="var(--ink-soft)"
                size={32}
                aria-label={`${m.change}: ${target.name}`}
                onClick={() => onEdit(line)}
              >
                <IconPencil size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                c="var(--ink-soft)"
                size={32}
                aria-label={`${m.remove}: ${target.name}`}
                onClick={() => onRemove(line)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          )}
        </header>
        <p>
          {kept(now.says)}
          {far !== null && ` (${m.beyond(unit === 'share' ? m.points(far * 100) : told(unit, currency)(far))})`}.
        </p>
        <p className="soft small">
          {[
            ...(given(line.metric_name) ? [line.metric_name] : []),
            ...(asks === '' ? [] : [m.asks(kept(asks))]),
            m.rings(people.length > 0 ? people.join(', ') : m.nobody, target.webhooks ?? true),
          ].join(' · ')}
        </p>
        {changes.length > 0 && (
          <details>
            <summary className="small">{m.history}</summary>
            <ul className={css.changes}>
              {changes.toReversed().map((change) => (
                <li key={change.to}>
                  {m.became[change.became]}: {kept(change.says)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <TargetPicture name={target.name} history={history} />
    </li>
  );
}
