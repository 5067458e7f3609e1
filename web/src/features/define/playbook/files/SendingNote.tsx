import { Button, Progress } from '@mantine/core';
import css from './Files.module.css';
import { m } from './messages';

interface Props {
  file: File;
  /** Bytes that have gone. */
  sent: number;
  onStop: () => void;
}

/** How far a file is on its way. */
export function SendingNote({ file, sent, onStop }: Props) {
  return (
    <div className={css.sending}>
      <div>
        <span role="status">{m.sending(file.name)}</span>{' '}
        <span className="soft small">{m.sent(Math.min(sent, file.size), file.size)}</span>
        <Progress value={Math.min(100, (sent / file.size) * 100)} aria-label={m.sending(file.name)} />
      </div>
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {m.cancel}
      </Button>
    </div>
  );
}
