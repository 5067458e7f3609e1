import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DealView } from '@/api';
import { useTouch } from '@/features/run/queries';
import { When } from '@/ui/When';
import { m } from '../messages';
import css from './LeadNotice.module.css';
import { isLink, notesOf } from './research';

/** What was found out about a lead, with where it was found. */
export function Research({ view }: { view: DealView }) {
  const notes = notesOf(view.events);
  return (
    <>
      <p className="soft">{m.deal.researchHelp}</p>
      {notes.length === 0 ? (
        <p className="soft">{m.deal.noNotes}</p>
      ) : (
        <ul className={css.notes}>
          {notes.map((note) => (
            <li key={note.id}>
              <p>{note.text}</p>
              <p className="small soft">
                {note.link !== null && (
                  <>
                    <a href={note.link} target="_blank" rel="noreferrer noopener nofollow">
                      {note.link}
                    </a>
                    {' · '}
                  </>
                )}
                {note.by} · <When at={note.at} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {view.may_change && <NoteForm deal={view.deal.id} />}
    </>
  );
}

function NoteForm({ deal }: { deal: string }) {
  const touch = useTouch(deal);
  const [note, setNote] = useState('');
  const [link, setLink] = useState('');
  const bad = link.trim() !== '' && !isLink(link.trim());
  const send = () => {
    if (bad || note.trim() === '') return;
    const attributes = { note: note.trim(), ...(link.trim() === '' ? {} : { link: link.trim() }) };
    touch.mutate(
      { kind: 'note', side: 'rep', attributes },
      {
        onSuccess: () => {
          setNote('');
          setLink('');
        },
      },
    );
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        label={m.deal.note}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextInput
        label={m.deal.link}
        placeholder={m.deal.linkHelp}
        inputMode="url"
        error={bad ? m.deal.badLink : undefined}
        value={link}
        onChange={(event) => setLink(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" w="fit-content" loading={touch.isPending} disabled={note.trim() === ''}>
        {m.deal.add}
      </Button>
    </form>
  );
}
