import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { asProblem } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { SavingWords } from '../Saving';
import type { Editing } from '../useDraft';
import { Changes } from './Changes';
import css from './DraftBar.module.css';
import { m } from './messages';
import type { usePropose } from './queries';

interface Props {
  editing: Editing;
  leads: boolean;
  /** It stays in sight while one scrolls. */
  sticky: boolean;
  note: string;
  onNote: (note: string) => void;
  propose: ReturnType<typeof usePropose>;
  onActivate: () => void;
  onCompare: () => void;
  /** Shows the text with what is wrong in it. */
  onErrors: () => void;
}

/** What the draft changes, how its saving stands, and what can be done with it. */
export function DraftBar({ editing, leads, sticky, note, onNote, propose, onActivate, onCompare, onErrors }: Props) {
  const { base, changed, state, found, canPropose } = editing;
  const errors = found.findings.filter((f) => f.level === 'error').length;
  const others = found.findings.length - errors;
  return (
    <>
      <form
        className={css.bar}
        data-sticky={sticky || undefined}
        aria-label={m.draft.label}
        onSubmit={(event) => {
          event.preventDefault();
          if (!canPropose) return;
          if (leads) onActivate();
          else propose.mutate(note);
        }}
      >
        <div className={css.line}>
          <UndoButtons editing={editing} />
          <span className={css.state}>
            <SavingWords state={state} last={base} untouched={!changed && !editing.canUndo} />{' '}
            {others > 0 && <span className="soft">{m.draft.hints(others)}</span>}
          </span>
          {errors > 0 && (
            <span className={css.errors}>
              {m.draft.blocked(errors)}{' '}
              <Button size="compact-sm" variant="subtle" onClick={onErrors}>
                {m.draft.where}
              </Button>
            </span>
          )}
        </div>
        {changed && (
          <div className={css.line}>
            <TextInput
              className={css.note ?? ''}
              aria-label={m.draft.note}
              placeholder={`${m.draft.note}: ${m.draft.notePlaceholder}`}
              value={note}
              maxLength={500}
              onChange={(event) => onNote(event.currentTarget.value)}
            />
            {leads && (
              <Button type="submit" disabled={!canPropose}>
                {m.draft.activate}
              </Button>
            )}
            <Button
              variant={leads ? 'default' : 'filled'}
              loading={propose.isPending}
              disabled={!canPropose}
              onClick={() => propose.mutate(note)}
            >
              {m.draft.propose}
            </Button>
            <Button variant="subtle" onClick={editing.discard}>
              {m.draft.discard}
            </Button>
          </div>
        )}
      </form>
      {propose.isError && <ProblemNote problem={asProblem(propose.error)} />}
      {!changed && editing.canUndo && <p className={css.changes}>{m.draft.unchanged}</p>}
      {base.changed && (
        <div className={css.changes}>
          <span>{base.checked.process ? m.draft.changes(base.changes.length) : m.draft.unread}</span>{' '}
          <Button size="compact-sm" variant="subtle" onClick={onCompare}>
            {m.draft.compare}
          </Button>
          {base.changes.length > 0 && <Changes changes={base.changes} first={3} />}
        </div>
      )}
    </>
  );
}

function UndoButtons({ editing: { undo, redo, canUndo, canRedo } }: { editing: Editing }) {
  return (
    <>
      <Tooltip label={`${m.draft.undo} (Ctrl Z)`}>
        <ActionIcon variant="default" size={36} aria-label={m.draft.undo} disabled={!canUndo} onClick={undo}>
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${m.draft.redo} (Ctrl Shift Z)`}>
        <ActionIcon variant="default" size={36} aria-label={m.draft.redo} disabled={!canRedo} onClick={redo}>
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
