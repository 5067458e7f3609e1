import { Checkbox, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AfterView, PromiseDue } from '@/api';
import { usersQuery } from '@/features/settings/queries';
import { tell } from '@/ui/toast';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { PromiseFields } from './PromiseFields';
import { fieldErrors, useOffer } from './queries';

interface Props {
  deal: string;
  after: AfterView;
  opened: boolean;
  onClose: () => void;
}

const RECEIVERS = ['owner', 'manager', 'rep'];

/** To whom the deal is handed over, and what was promised. */
export function OfferForm({ deal, after, opened, onClose }: Props) {
  const users = useQuery({ ...usersQuery, enabled: opened }).data ?? [];
  const offer = useOffer(deal);
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [own, setOwn] = useState<PromiseDue>({ says: '' });
  const receivers = users.filter((user) => !user.disabled && RECEIVERS.includes(user.role));
  const known = after.promises.map((promise) => promise.says);
  const found = after.suggested.filter((promise) => !known.includes(promise.says));
  const open = after.items.filter((item) => !item.done).length;
  const errors = fieldErrors(offer.error);
  const send = () => {
    if (to === null) return;
    const ticked = found.filter((promise) => chosen.includes(promise.says)).map(({ says }) => ({ says }));
    const typed = own.says.trim() === '' ? [] : [own];
    offer.mutate(
      { to, note, promises: [...ticked, ...typed] },
      {
        onSuccess: () => {
          tell(m.hand.form.done(receivers.find((user) => user.id === to)?.name ?? ''));
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={m.hand.form.title}
      opened={opened}
      onClose={onClose}
      onSend={send}
      go={m.hand.form.go}
      busy={offer.isPending}
      disabled={to === null}
    >
      <Select
        label={m.hand.form.to}
        description={m.hand.form.toHelp}
        required
        searchable
        data-autofocus
        data={receivers.map((user) => ({ value: user.id, label: user.name }))}
        value={to}
        error={errors.to}
        onChange={setTo}
      />
      {open > 0 && <p className="soft small">{m.hand.form.open(open)}</p>}
      {found.length > 0 && (
        <Checkbox.Group
          label={m.hand.form.promises}
          description={m.hand.form.promisesHelp}
          value={[...chosen]}
          onChange={setChosen}
        >
          <ul className={css.list}>
            {found.map((promise) => (
              <li key={promise.says}>
                <Checkbox value={promise.says} label={promise.says} />
                <span className={css.about}>{fromWords(promise.from)}</span>
              </li>
            ))}
          </ul>
        </Checkbox.Group>
      )}
      <PromiseFields label={m.hand.form.add} promise={own} error={undefined} onChange={setOwn} />
      <Textarea
        label={m.hand.form.note}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function fromWords(from: string): string {
  const { terms, answer, note } = m.hand.form.from;
  return from === 'terms' ? terms : from === 'answer' ? answer : note;
}
