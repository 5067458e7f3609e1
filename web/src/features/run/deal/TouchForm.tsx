import {
  Autocomplete,
  Button,
  Group,
  Input,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Side, Touchpoint } from '@/api';
import { tell } from '@/ui/toast';
import { touchpointsQuery, useTouch } from '../queries';
import { m } from './messages';

/** With what the form begins. */
export interface TouchStart {
  kind: string;
  side: Side;
  attributes: Record<string, string>;
}

interface Props {
  deal: string;
  /** None: closed. */
  start: TouchStart | null;
  /** Words to offer, by attribute. */
  words: Record<string, string[]>;
  onClose: () => void;
}

/** Logs what happened between the prospect and us. */
export function TouchForm({ deal, start, words, onClose }: Props) {
  const common = useQuery(touchpointsQuery).data ?? [];
  return (
    <Modal opened={start !== null} onClose={onClose} title={m.touch.title}>
      {start && <Form key={start.kind} deal={deal} start={start} common={common} words={words} onClose={onClose} />}
    </Modal>
  );
}

const OTHER = '';
const ASKS = ['tag', 'role', 'content', 'note'] as const;
type Ask = (typeof ASKS)[number];
type Acting = 'prospect' | 'rep';

interface FormProps extends Props {
  start: TouchStart;
  common: Touchpoint[];
}

function Form({ deal, start, common, words, onClose }: FormProps) {
  const touch = useTouch(deal);
  const listed = (kind: string) => common.find((t) => t.kind === kind);
  const [kind, setKind] = useState(listed(start.kind) ? start.kind : OTHER);
  const [own, setOwn] = useState(listed(start.kind) ? '' : start.kind);
  const [side, setSide] = useState<Acting>(start.side === 'prospect' ? 'prospect' : 'rep');
  const [at, setAt] = useState('');
  const [actor, setActor] = useState('');
  const [given, setGiven] = useState(start.attributes);
  const point = listed(kind);
  const asks = ASKS.filter((a) => (point ? point.asks.includes(a) : a !== 'content') || a in start.attributes);
  const label = point?.label ?? own.trim();
  const choose = (next: string | null) => {
    setKind(next ?? OTHER);
    setSide(listed(next ?? '')?.side === 'prospect' ? 'prospect' : 'rep');
  };
  const log = () => {
    const attributes = Object.fromEntries(asks.flatMap((a) => (given[a]?.trim() ? [[a, given[a].trim()]] : [])));
    const body = {
      kind: point?.kind ?? own.trim(),
      side,
      attributes,
      ...(at === '' ? {} : { at: new Date(at).toISOString() }),
      ...(actor.trim() === '' ? {} : { actor: actor.trim() }),
    };
    touch.mutate(body, {
      onSuccess: () => {
        tell(m.touch.done(label));
        onClose();
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        log();
      }}
    >
      <Stack gap="sm">
        <Select
          label={m.touch.kind}
          data={[...common.map((t) => ({ value: t.kind, label: t.label })), { value: OTHER, label: m.touch.other }]}
          allowDeselect={false}
          searchable
          openOnFocus={false}
          data-autofocus
          value={kind}
          onChange={choose}
        />
        {kind === OTHER && (
          <TextInput
            label={m.touch.own}
            required
            maxLength={200}
            value={own}
            onChange={(event) => setOwn(event.currentTarget.value)}
          />
        )}
        <Input.Wrapper label={m.touch.side} labelElement="div">
          <SegmentedControl
            size="sm"
            display="flex"
            w="fit-content"
            aria-label={m.touch.side}
            disabled={point?.only_prospect === true}
            value={side}
            onChange={(next) => setSide(next === 'prospect' ? 'prospect' : 'rep')}
            data={[
              { value: 'prospect', label: m.touch.sides.prospect },
              { value: 'rep', label: m.touch.sides.rep },
            ]}
          />
        </Input.Wrapper>
        <Group grow align="flex-start">
          <TextInput
            type="datetime-local"
            label={m.touch.at}
            description={m.touch.atHelp}
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <TextInput
            label={m.touch.actor[side]}
            description={m.touch.actorHelp[side]}
            maxLength={200}
            value={actor}
            onChange={(event) => setActor(event.currentTarget.value)}
          />
        </Group>
        {asks.map((ask) => (
          <AskField
            key={ask}
            ask={ask}
            words={words[ask] ?? []}
            value={given[ask] ?? ''}
            onChange={(value) => setGiven((was) => ({ ...was, [ask]: value }))}
          />
        ))}
        <Group justify="flex-end">
          <Button type="submit" loading={touch.isPending} disabled={label === ''}>
            {m.touch.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface AskProps {
  ask: Ask;
  words: string[];
  value: string;
  onChange: (value: string) => void;
}

/** One thing that the form asks for. */
function AskField({ ask, words, value, onChange }: AskProps) {
  const label = m.touch.asks[ask];
  const description = m.touch.asksHelp[ask];
  if (ask === 'note') {
    const set = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
    return <Textarea label={label} rows={3} maxLength={4000} value={value} onChange={set} />;
  }
  return <Autocomplete label={label} description={description} data={words} value={value} onChange={onChange} />;
}
