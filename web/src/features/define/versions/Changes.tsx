import { Button } from '@mantine/core';
import { useState } from 'react';
import { m } from './messages';
import css from './Versions.module.css';

interface Props {
  changes: readonly string[];
  /** So many are shown at first; all of them if left out. */
  first?: number;
}

/** What a version changes, in sentences. */
export function Changes({ changes, first = changes.length }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, first);
  return (
    <>
      <ul className={css.changes}>
        {shown.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {changes.length > first && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
          {all ? m.draft.fewer : `${m.draft.all} (${m.draft.more(changes.length - first)})`}
        </Button>
      )}
    </>
  );
}
