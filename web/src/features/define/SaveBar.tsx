import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, ProblemError } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { hasErrors } from './edit';
import css from './Editor.module.css';
import { m } from './messages';
import type { Editing } from './useDraft';

/** What was changed and why, with the buttons to save it, take it back or throw it away. */
export function SaveBar({ editing, stale }: { editing: Editing; stale: boolean }) {
  const [note, setNote] = useState('');
  const { saving, canUndo, canRedo, canSave, found, base } = editing;
  const done = (version: number) => {
    setNote('');
    tell(m.save.saved(version));
  };
  const refused = saving.error instanceof ProblemError && saving.error.problem.status === 412;
  return (
    <>
      <form
        className={css.save}
        aria-label={m.save.label}
        onSubmit={(event) => {
          event.preventDefault();
          editing.save(note, (saved) => done(saved.version));
        }}
      >
        <Tooltip label={`${m.save.undo} (Ctrl Z)`}>
          <ActionIcon variant="default" size={36} aria-label={m.save.undo} disabled={!canUndo} onClick={editing.undo}>
            <IconArrowBackUp size={18} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${m.save.redo} (Ctrl Shift Z)`}>
          <ActionIcon variant="default" size={36} aria-label={m.save.redo} disabled={!canRedo} onClick={editing.redo}>
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        </Tooltip>
        <TextInput
          className={css.grow ?? ''}
          miw={200}
          label={m.save.note}
          placeholder={m.save.notePlaceholder}
          value={note}
          maxLength={500}
          onChange={(e) => setNote(e.currentTarget.value)}
        />
        <Button type="submit" loading={saving.isPending} disabled={!canSave || stale}>
          {m.save.save}
        </Button>
        <Button variant="subtle" onClick={() => editing.begin(base)}>
          {m.save.discard}
        </Button>
        {hasErrors(found.findings) && <span className="small soft">{m.findings.blocked}</span>}
      </form>
      {saving.isError && !refused && <ProblemNote problem={asProblem(saving.error)} />}
    </>
  );
}
