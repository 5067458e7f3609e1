import { Button, Group } from '@mantine/core';
import type { VersionLine } from '@/api';
import { When } from '@/ui/When';
import { Changes } from './Changes';
import { m } from './messages';
import { type Action, actionsOf } from './standing';
import css from './Versions.module.css';

interface Props {
  line: VersionLine;
  leads: boolean;
  onAct: (action: Action, line: VersionLine) => void;
}

/** A version: how it stands, what it changes, what became of it, what can be done with it. */
export function VersionCard({ line, leads, onAct }: Props) {
  const { version, standing, note, by, at, changes, marks, open_deals: deals } = line;
  const words: Record<Action, string> = { ...m.list.actions, move: m.list.move(deals) };
  return (
    <li>
      <div className={css.head}>
        <h2 className={css.name}>{m.compare.version(version)}</h2>
        <span className={css.standing} data-standing={standing}>
          {m.list.standing[standing]}
        </span>
        <span className="soft small">
          {by ?? m.somebody} · <When at={at} />
        </span>
        {deals > 0 && <span className="small">{m.list.deals(deals)}</span>}
      </div>
      <p className={css.note}>{note === '' ? <span className="soft">{m.list.noNote}</span> : note}</p>
      {changes.length > 0 ? (
        <Changes changes={changes} first={4} />
      ) : (
        <p className="soft small">{version === 1 ? m.list.first : m.list.same}</p>
      )}
      {marks.length > 0 && (
        <ul className={css.marks} aria-label={m.list.marks}>
          {marks.map((mark) => (
            <li key={mark.became + mark.at}>
              {m.list.by(m.list.became[mark.became], mark.by ?? m.list.somebody)} · <When at={mark.at} />
              {mark.note !== '' && mark.note !== note && `: ${mark.note}`}
            </li>
          ))}
        </ul>
      )}
      <Group gap="xs" mt="xs" role="group" aria-label={m.list.more(version)}>
        {actionsOf(line, leads).map((action) => (
          <Button
            key={action}
            size="compact-sm"
            variant={action === 'look' ? 'filled' : 'default'}
            onClick={() => onAct(action, line)}
          >
            {words[action]}
          </Button>
        ))}
      </Group>
    </li>
  );
}
