import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type DoNotContact } from '@/api';
import { useMay } from '@/app/session';
import { tellAct } from '@/ui/ActNote';
import { date } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import css from '../Mail.module.css';
import { m } from '../messages';
import { blockedQuery, useBlock, useUnblock } from '../queries';

/** Whom nobody is to write to. */
export function Blocked() {
  const query = useQuery(blockedQuery);
  const sells = useMay('owner', 'manager', 'rep');
  return (
    <Section title={m.block.title} says={m.block.says}>
      <div className={css.form}>
        <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
          {(all) => (all.length === 0 ? <p className="soft">{m.block.none}</p> : <List all={all} />)}
        </Loaded>
        {sells && <Add />}
      </div>
    </Section>
  );
}

function List({ all }: { all: DoNotContact[] }) {
  const leads = useMay('owner', 'manager');
  const unblock = useUnblock();
  const block = useBlock();
  const remove = ({ contact, why }: DoNotContact) => {
    const back = () => block.mutate({ contact, why });
    unblock.mutate(contact, { onSuccess: () => tellAct(m.block.removed(contact), m.block.undo, back) });
  };
  return (
    <ul className={css.list}>
      {all.map((one) => (
        <li key={one.contact} className={css.head}>
          <div>
            <p className={css.says}>
              {one.contact.startsWith('@') ? m.block.everybody(one.contact.slice(1)) : one.contact}
            </p>
            <p className={css.about}>
              {one.why !== '' && <span>{one.why}</span>}
              <span>{[one.by, date(one.at)].filter(Boolean).join(', ')}</span>
            </p>
          </div>
          {leads && (
            <ActionIcon
              size={36}
              variant="subtle"
              c="var(--ink-soft)"
              aria-label={m.block.remove(one.contact)}
              onClick={() => remove(one)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}

function Add() {
  const [contact, setContact] = useState('');
  const [why, setWhy] = useState('');
  const block = useBlock();
  const error = block.isError ? asProblem(block.error).detail : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const done = () => {
          tell(m.block.added(contact.trim()));
          setContact('');
          setWhy('');
        };
        block.mutate({ contact, why }, { onSuccess: done });
      }}
    >
      <TextInput
        label={m.block.contact}
        description={m.block.contactHelp}
        required
        value={contact}
        error={error}
        onChange={(event) => {
          block.reset();
          setContact(event.currentTarget.value);
        }}
      />
      <TextInput
        mt="sm"
        label={m.block.why}
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button mt="sm" type="submit" variant="default" loading={block.isPending}>
        {m.block.add}
      </Button>
    </form>
  );
}
