import { Autocomplete, Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AfterView, Referral } from '@/api';
import { ago } from '@/ui/format';
import { given } from '@/ui/given';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { randomKey } from '../key';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { Part } from './Part';
import { fieldErrors, useAskReferral, useReceiveReferral } from './queries';

interface Props {
  deal: string;
  after: AfterView;
  people: readonly string[];
}

/** Whom we asked, whom they named, and what became of it. */
export function Referrals({ deal, after: { asked, received, may_change: may }, people }: Props) {
  const [asking, ask] = useDisclosure(false);
  const [receiving, receive] = useDisclosure(false);
  return (
    <Part
      id="referrals"
      title={m.referral.title}
      actions={
        may && (
          <div className={css.acts}>
            <Button size="sm" variant="default" onClick={ask.open}>
              {m.referral.ask}
            </Button>
            <Button size="sm" variant="default" onClick={receive.open}>
              {m.referral.receive}
            </Button>
          </div>
        )
      }
    >
      {asked.length + received.length === 0 && <p className="soft">{m.referral.none}</p>}
      <ul className={css.list}>
        {received.map((referral) => (
          <Received key={referral.event} referral={referral} />
        ))}
        {asked.map(({ person, at, note }) => (
          <li key={at}>
            <div>
              <p>{m.referral.asked(person, ago(at))}</p>
              {note !== '' && <p className={css.about}>{note}</p>}
            </div>
          </li>
        ))}
      </ul>
      {asking && <AskForm deal={deal} people={people} onClose={ask.close} />}
      {receiving && <ReceiveForm deal={deal} onClose={receive.close} />}
    </Part>
  );
}

function Received({ referral: { name, company, contact, became } }: { referral: Referral }) {
  return (
    <li>
      <div>
        <p>{m.referral.of(name, company)}</p>
        <p className={css.about}>
          {contact !== '' && <>{contact} · </>}
          {given(became) ? (
            <Link to="/deals/$deal" params={{ deal: became.deal }}>
              {became.name}
            </Link>
          ) : (
            m.referral.noDeal
          )}
          {given(became) && became.outcome === 'open' && given(became.stage) && <> · {became.stage}</>}
        </p>
      </div>
      {given(became) && <OutcomeBadge outcome={became.outcome} />}
    </li>
  );
}

const words = m.referral.form;

function AskForm({ deal, people, onClose }: { deal: string; people: readonly string[]; onClose: () => void }) {
  const ask = useAskReferral(deal);
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={words.askTitle}
      opened
      onClose={onClose}
      onSend={() => ask.mutate({ person, note }, { onSuccess: onClose })}
      go={words.go}
      busy={ask.isPending}
      disabled={person.trim() === ''}
    >
      <Autocomplete
        label={words.person}
        required
        data-autofocus
        data={[...new Set(people)]}
        value={person}
        error={fieldErrors(ask.error).person}
        onChange={setPerson}
      />
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function ReceiveForm({ deal, onClose }: { deal: string; onClose: () => void }) {
  const [key] = useState(randomKey);
  const receive = useReceiveReferral(deal, key);
  const [typed, setTyped] = useState({ name: '', company: '', contact: '' });
  const [create, setCreate] = useState(true);
  const errors = fieldErrors(receive.error);
  const input = (name: keyof typeof typed) => ({
    label: words[name],
    maxLength: 200,
    value: typed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <FormDialog
      title={words.receiveTitle}
      opened
      onClose={onClose}
      onSend={() => receive.mutate({ ...typed, create_deal: create }, { onSuccess: onClose })}
      go={words.go}
      busy={receive.isPending}
      disabled={typed.name.trim() === ''}
    >
      <TextInput required data-autofocus {...input('name')} />
      <TextInput {...input('company')} />
      <TextInput {...input('contact')} />
      <Checkbox label={words.deal} checked={create} onChange={(event) => setCreate(event.currentTarget.checked)} />
    </FormDialog>
  );
}
