import { Checkbox, Group, Modal, MultiSelect, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type MetricTarget, type User } from '@/api';
import { useUser } from '@/app/session';
import { AskForm } from '@/ui/FormDialog';
import { kept } from '@/ui/format';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { BANDS, type Draft, draftOf, STEPS, targetOf, unreadable } from './draft';
import { m } from './messages';
import { previewQuery, useKeepTarget } from './queries';
import { TargetPicture } from './TargetPicture';
import type { Begin } from './useTargets';

interface Props {
  /** None: closed. */
  begin: Begin | null;
  users: User[];
  onClose: () => void;
}

/** Sets a target, or changes one, and says what it would have rung. */
export const TargetForm = ({ begin, users, onClose }: Props) => (
  <Modal opened={begin !== null} onClose={onClose} title={begin?.line ? m.edit : m.set} size="lg">
    {begin && <Form begin={begin} users={users} onClose={onClose} />}
  </Modal>
);

const EMPTY: Draft = {
  name: '',
  step: 'month',
  band: 'floor',
  atLeast: '',
  atMost: '',
  raise: 1,
  clear: 1,
  margin: 5,
  people: [],
  webhooks: true,
};

function Form({ begin, users, onClose }: Props & { begin: Begin }) {
  const { line, of, unit, currency } = begin;
  const me = useUser();
  const keep = useKeepTarget();
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<Draft>(() =>
    line ? draftOf(line.target, unit) : { ...EMPTY, name: begin.name, people: me ? [me.id] : [] },
  );
  const change = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const target = targetOf(draft, of, unit);
  const problem = keep.isError ? asProblem(keep.error) : null;
  const wrong = (field: string) => problem?.errors?.find((one) => one.field === field)?.message;
  const missing = tried ? unreadable(draft, unit) : [];
  const words = [m.form.units[unit], currency].filter((word) => word !== '').join(' ');
  const edge = (name: 'atLeast' | 'atMost', field: string) => (
    <TextInput
      label={words === '' ? m.form[name] : `${m.form[name]} (${words})`}
      inputMode="decimal"
      value={draft[name]}
      error={missing.includes(name) ? m.form.number : wrong(`band.between.${field}`)}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  const steps = (name: 'raise' | 'clear') => (
    <NumberInput
      label={m.form[name](draft.step)}
      min={1}
      max={12}
      clampBehavior="strict"
      value={draft[name]}
      error={wrong(`${name}_after`)}
      onChange={(value) => change({ [name]: Number(value) || 1 })}
    />
  );
  const send = () => {
    setTried(true);
    if (!target) return;
    keep.mutate(
      { of: line, target },
      {
        onSuccess: () => {
          tell(m.saved(target.name));
          onClose();
        },
      },
    );
  };
  return (
    <AskForm go={m.form.save} busy={keep.isPending} onSend={send} onClose={onClose}>
      <TextInput
        label={m.form.name}
        required
        maxLength={80}
        data-autofocus
        value={draft.name}
        error={wrong('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <p className="soft small" style={{ margin: 0 }}>
        {m.form.of}: {Object.keys(of.filters ?? {}).length > 0 ? m.form.filtered : m.form.all}
      </p>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={m.form.step}
          value={draft.step}
          onChange={(event) => change({ step: STEPS.find((one) => one === event.currentTarget.value) ?? 'month' })}
          data={STEPS.map((value) => ({ value, label: m.form.steps[value] }))}
        />
        <NativeSelect
          label={m.form.band}
          value={draft.band}
          onChange={(event) => change({ band: BANDS.find((one) => one === event.currentTarget.value) ?? 'floor' })}
          data={BANDS.map((value) => ({ value, label: m.form.bands[value] }))}
        />
        {(draft.band === 'floor' || draft.band === 'between') && edge('atLeast', 'at_least')}
        {(draft.band === 'ceiling' || draft.band === 'between') && edge('atMost', 'at_most')}
      </Group>
      {draft.band === 'natural' && <p className="soft small">{m.form.naturalHelp}</p>}
      <Group gap="sm" align="flex-end" grow preventGrowOverflow={false}>
        {steps('raise')}
        {steps('clear')}
      </Group>
      <NumberInput
        label={m.form.margin}
        description={m.form.marginHelp}
        min={0}
        max={40}
        clampBehavior="strict"
        value={draft.margin}
        error={wrong('margin')}
        onChange={(value) => change({ margin: Number(value) })}
      />
      <MultiSelect
        label={m.form.people}
        description={m.form.peopleHelp}
        searchable
        value={draft.people}
        error={wrong('people')}
        onChange={(people) => change({ people })}
        data={users.filter((user) => !user.disabled).map((user) => ({ value: user.id, label: user.name }))}
      />
      <Checkbox
        label={m.form.webhooks}
        checked={draft.webhooks}
        onChange={(event) => change({ webhooks: event.currentTarget.checked })}
      />
      {target && <Preview target={{ ...target, name: target.name || m.title }} />}
      {problem && <ProblemNote problem={problem} />}
    </AskForm>
  );
}

/** What it would have rung on the history, while it is typed. */
function Preview({ target }: { target: MetricTarget }) {
  const [settled] = useDebouncedValue(target, 400);
  const found = useQuery(previewQuery(settled));
  if (found.error) {
    return (
      <p role="status" className="soft">
        {m.form.wrong}
        {asProblem(found.error).detail}
      </p>
    );
  }
  if (!found.data) return null;
  const { says, history } = found.data;
  return (
    <section role="status" aria-label={m.form.preview}>
      <TargetPicture name={target.name} history={{ ...history, steps: history.steps.slice(-52) }} />
      <p className="small">{kept(says)}</p>
    </section>
  );
}
