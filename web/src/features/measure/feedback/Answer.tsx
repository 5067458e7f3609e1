import { Button, Group, NativeSelect, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Feedback, type FeedbackAct } from '@/api';
import { useUser } from '@/app/session';
import { usersQuery } from '@/features/settings/queries';
import { tellAct } from '@/ui/ActNote';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from './Feedback.module.css';
import { m } from './messages';
import { feedbackQuery, MOST, useAct } from './queries';

const HOW = ['take-up', 'done', 'decline', 'join', 'reopen'] as const;
type How = (typeof HOW)[number];

const waysOf = ({ may }: Feedback): How[] =>
  HOW.filter((how) => (how === 'reopen' ? may.reopen : how === 'join' ? may.join : may.decide)).filter(
    (how) => how !== 'join' || may.decide,
  );

/** Taking it up, settling it, declining it, joining or reopening it. */
export function Answer({ item }: { item: Feedback }) {
  const ways = waysOf(item);
  const me = useUser()?.id ?? '';
  const [chosen, setHow] = useState<How | null>(null);
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState(item.owner?.id ?? me);
  const [until, setUntil] = useState(item.until ?? '');
  const [into, setInto] = useState('');
  const act = useAct(true);
  const part = useAct();
  const problem = act.isError ? asProblem(act.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  const how = chosen ?? (item.state === 'taken-up' ? 'done' : (ways[0] ?? 'done'));
  const send = () => {
    const what = wish(how, { words, owner, until, into });
    act.mutate(
      { on: item, act: what },
      {
        onSuccess: (after) => {
          if (what.act !== 'join') tell(m.dialog.saved);
          else
            tellAct(m.dialog.joined, m.dialog.undo, () =>
              part.mutate({ on: after, act: { act: 'part' } }, { onSuccess: () => tell(m.dialog.parted) }),
            );
        },
      },
    );
  };
  return (
    <form
      className={css.answering}
      aria-label={m.dialog.answer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <SegmentedControl
          className={css.kinds ?? ''}
          aria-label={m.dialog.answer}
          value={how}
          onChange={(next) => setHow(ways.find((one) => one === next) ?? how)}
          data={ways.map((value) => ({ value, label: m.dialog.how[value] }))}
        />
        {how === 'take-up' && (
          <Group grow align="flex-start">
            <Owner value={owner} error={errors.owner} onChange={setOwner} />
            <TextInput
              type="date"
              label={m.dialog.until}
              value={until}
              error={errors.until}
              onChange={(event) => setUntil(event.currentTarget.value)}
            />
          </Group>
        )}
        {how === 'join' && <Into item={item} value={into} error={errors.into} onChange={setInto} />}
        {(how === 'done' || how === 'decline' || how === 'reopen') && (
          <Textarea
            label={how === 'done' ? m.dialog.changed : how === 'decline' ? m.dialog.why : m.dialog.whyAgain}
            autosize
            minRows={2}
            maxRows={8}
            value={words}
            error={errors.words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        {problem && (problem.errors ?? []).length === 0 && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button type="submit" loading={act.isPending} disabled={how === 'join' && into === ''}>
            {m.dialog.send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Written {
  words: string;
  owner: string;
  until: string;
  into: string;
}

function wish(how: How, { words, owner, until, into }: Written): FeedbackAct {
  if (how === 'take-up') {
    return { act: how, ...(owner !== '' && { owner }), ...(until !== '' && { until }) };
  }
  return how === 'join' ? { act: how, into } : { act: how, words };
}

interface FieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Owner({ value, error, onChange }: FieldProps) {
  const users = useQuery(usersQuery).data ?? [];
  const able = users.filter((user) => !user.disabled && user.role !== 'viewer');
  return (
    <NativeSelect
      label={m.dialog.owner}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={able.map((user) => ({ value: user.id, label: user.name }))}
    />
  );
}

function Into({ item, value, error, onChange }: FieldProps & { item: Feedback }) {
  const kind = item.kind === 'praise' ? 'praise' : 'negative';
  const all = useQuery(feedbackQuery({ state: 'unsettled', kind }, MOST)).data?.items ?? [];
  const others = all.filter((other) => other.id !== item.id);
  const shortened = (words: string) => (words.length > 70 ? `${words.slice(0, 70)}…` : words);
  if (others.length === 0) return <p className="soft">{m.dialog.intoNone}</p>;
  return (
    <NativeSelect
      label={m.dialog.into}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: '' },
        ...others.map((other) => ({
          value: other.id,
          label: `${other.place.stage_name}: ${shortened(other.words)}`,
        })),
      ]}
    />
  );
}
