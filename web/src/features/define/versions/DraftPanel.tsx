import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SavedProcess } from '@/api';
import { tell } from '@/ui/toast';
import { StaleNote } from '../Saving';
import type { Editing } from '../useDraft';
import type { Which } from '../which';
import { ActivateDialog } from './ActivateDialog';
import { DraftBar } from './DraftBar';
import { downloadDraft } from './download';
import { m } from './messages';
import { OlderNote } from './OlderNote';
import { usePropose } from './queries';

interface Props {
  editing: Editing;
  /** The active version. */
  active: SavedProcess;
  which: Which;
  /** Whether who edits may make versions active. */
  leads: boolean;
  /** Something is being edited below. */
  edits: boolean;
  /** Shows two versions side by side; the draft for no newer one. */
  onCompare: (from: number, to: number | null) => void;
  onErrors: () => void;
}

/** The draft of a process: how its saving stands, what it changes, and how it becomes a version. */
export function DraftPanel({ editing, active, which, leads, edits, onCompare, onErrors }: Props) {
  const [note, setNote] = useState('');
  const [activating, setActivating] = useState(false);
  const propose = usePropose(which, ({ version }) => {
    setNote('');
    tell(leads ? m.draft.proposedToo(version) : m.draft.proposed(version));
  });
  const { base, changed, state, canUndo, canRedo, found, process } = editing;
  const shown = changed || canUndo || canRedo || state.is !== 'saved';
  return (
    <>
      <StaleNote state={state} says={m.draft.staleNext} onTheirs={editing.takeTheirs} onMine={editing.keepMine}>
        <Button size="sm" variant="default" onClick={() => void downloadDraft(editing.draft)}>
          {m.draft.download}
        </Button>
      </StaleNote>
      {base.changed && base.based_on !== base.active && (
        <OlderNote which={which} from={base.based_on} active={base.active} onCompare={onCompare} />
      )}
      {shown && (
        <DraftBar
          editing={editing}
          leads={leads}
          sticky={edits}
          note={note}
          onNote={setNote}
          propose={propose}
          onActivate={() => setActivating(true)}
          onCompare={() => onCompare(active.version, null)}
          onErrors={onErrors}
        />
      )}
      {activating && (
        <ActivateDialog
          candidate={{ version: null, process, toml: found.toml, note, again: false }}
          which={which}
          active={active.version}
          onClose={() => setActivating(false)}
          onDone={() => setNote('')}
        />
      )}
    </>
  );
}
