import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AfterView, LinkedDeal, Relation } from '@/api';
import { money } from '@/ui/format';
import { given } from '@/ui/given';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { tell } from '@/ui/toast';
import { randomKey } from '../key';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { Part } from './Part';
import { fieldErrors, useLink } from './queries';

interface Props {
  deal: string;
  after: AfterView;
}

/** Deals that came from this one, and a new one for the same customer. */
export function Linked({ deal, after: { linked, may_change: may } }: Props) {
  const [adding, { open, close }] = useDisclosure(false);
  const own = linked.filter((other) => other.relation !== 'referral');
  return (
    <Part
      id="linked"
      title={m.linked.title}
      actions={
        may && (
          <Button size="sm" variant="default" onClick={open}>
            {m.linked.add}
          </Button>
        )
      }
    >
      {own.length === 0 && <p className="soft">{m.linked.none}</p>}
      <ul className={css.list}>
        {own.map((other) => (
          <Other key={other.deal} other={other} />
        ))}
      </ul>
      {adding && <LinkForm deal={deal} onClose={close} />}
    </Part>
  );
}

/** A deal that belongs to this one, and how it stands. */
export const Other = ({ other }: { other: LinkedDeal }) => (
  <li>
    <div>
      <p>
        <Link to="/deals/$deal" params={{ deal: other.deal }}>
          {other.name}
        </Link>
      </p>
      <p className={css.about}>
        {[
          m.linked.relation[other.relation],
          other.outcome === 'open' ? other.stage : null,
          given(other.value_minor) ? money(other.value_minor, other.currency ?? '') : null,
          other.owner,
        ]
          .filter((word) => given(word) && word !== '')
          .join(' · ')}
      </p>
    </div>
    <OutcomeBadge outcome={other.outcome} />
  </li>
);

/** The deal that this one came from. */
export const Parent = ({ parent }: { parent: LinkedDeal }) => (
  <p className={css.about} style={{ marginTop: 24 }}>
    {m.linked.parent(m.linked.relation[parent.relation].toLowerCase())}{' '}
    <Link to="/deals/$deal" params={{ deal: parent.deal }}>
      {parent.name}
    </Link>
  </p>
);

const RELATIONS = ['upsell', 'cross-sell', 'renewal'] as const satisfies readonly Relation[];
const words = m.linked.form;

function LinkForm({ deal, onClose }: { deal: string; onClose: () => void }) {
  // The same form sent twice, after a broken connection for one, adds one deal.
  const [key] = useState(randomKey);
  const link = useLink(deal, key);
  const [relation, setRelation] = useState<Relation>('upsell');
  const [typed, setTyped] = useState({ name: '', product: '', value: '', currency: '' });
  const errors = fieldErrors(link.error);
  const send = () => {
    const filled = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
    link.mutate(
      { ...filled, name: typed.name, relation },
      {
        onSuccess: () => {
          tell(words.done(typed.name));
          onClose();
        },
      },
    );
  };
  const input = (name: keyof typeof typed) => ({
    label: words[name],
    value: typed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <FormDialog
      title={words.title}
      opened
      onClose={onClose}
      onSend={send}
      go={words.go}
      busy={link.isPending}
      disabled={typed.name.trim() === ''}
    >
      <p style={{ margin: 0 }}>{words.says}</p>
      <Select
        label={words.relation}
        allowDeselect={false}
        data={RELATIONS.map((value) => ({ value, label: m.linked.relation[value] }))}
        value={relation}
        onChange={(next) => setRelation(RELATIONS.find((word) => word === next) ?? 'upsell')}
      />
      <TextInput required maxLength={200} data-autofocus {...input('name')} />
      <TextInput maxLength={200} {...input('product')} />
      <Group grow align="flex-start">
        <TextInput inputMode="decimal" placeholder="1200.50" {...input('value')} />
        <TextInput placeholder="EUR" maxLength={3} {...input('currency')} />
      </Group>
    </FormDialog>
  );
}
