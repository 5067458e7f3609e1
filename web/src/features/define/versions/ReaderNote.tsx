import { Button } from '@mantine/core';
import type { ProcessDraft } from '@/api';
import { m } from './messages';

/** Says to those who only read that the process is being changed. */
export function ReaderNote({ draft, onCompare }: { draft: ProcessDraft; onCompare: () => void }) {
  if (!draft.changed) return null;
  return (
    <p className="soft">
      {m.draft.reads(draft.by ?? null, draft.changes.length)}{' '}
      <Button size="compact-sm" variant="subtle" onClick={onCompare}>
        {m.draft.readsCompare}
      </Button>
    </p>
  );
}
