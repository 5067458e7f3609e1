import { Button, Group, Input, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Process, Side, Stage, Touchpoint } from '@/api';
import { touchpointsQuery } from '@/features/define/queries';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { useTouch } from '../queries';
import { type Ask, AskField, ASKS } from './AskField';
import { m } from './messages';
import { answerOffers, contentOffers, objectionOffers, type Offer, sentFor, wordOffers, wordsFor } from './offers';
import { wordsOf } from './remedy';

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
  /** The process that the deal goes by, for what it offers to choose. */
  process: Process | null;
  /** The stage that the deal stands in. */
  stage: Stage | undefined;
  onClose: () => void;
}

/** Logs what happened between the prospect and us. */
export function TouchForm({ start, onClose, ...rest }: Props) {
  const common = useQuery(touchpointsQuery);
  return (
    <Modal opened={start !== null} onClose={onClose} title={m.touch.title}>
      {start && (
        <Loaded query={common} skeleton={<TextSkeleton />}>
          {(points) => <Form key={start.kind} start={start} common={points} onClose={onClose} {...rest} />}
        </Loaded>
      )}
    </Modal>
  );
}

const OTHER = '';
/** What only some kinds ask for; of a kind of one's own nothing tells that it has to do with them. */
const SPECIAL: readonly Ask[] = ['content', 'objection', 'answer'];
type Acting = 'prospect' | 'rep';

interface FormProps extends Props {
  start: TouchStart;
  common: Touchpoint[];
}

/** What is offered for each thing that is asked, once an objection is chosen. */
function offersOf(process: Process | null, stage: Stage | undefined, objection: string): Record<Ask, Offer[]> {
  const words = wordsOf(process?.stages ?? []);
  const objections = objectionOffers(process, stage);
  const chosen = sentFor(objections, objection);
  return {
    tag: wordOffers(words.tag ?? []),
    role: wordOffers(words.role ?? []),
    content: [...contentOffers(process, stage), ...wordOffers(words.content ?? [], m.touch.kinds)],
    objection: objections,
    answer: answerOffers(process?.objections?.find((o) => o.id === chosen)),
    note: [],
  };
}

type Given = Partial<Record<Ask, string>>;

/** The words of what the form begins with. */
function begun({ attributes }: TouchStart, offers: Record<Ask, Offer[]>): Given {
  return Object.fromEntries(ASKS.flatMap((a) => (attributes[a] ? [[a, wordsFor(offers[a], attributes[a])]] : [])));
}

function Form({ deal, start, common, process, stage, onClose }: FormProps) {
  const touch = useTouch(deal);
  const listed = (kind: string) => common.find((t) => t.kind === kind);
  const [kind, setKind] = useState(listed(start.kind) ? start.kind : OTHER);
  const [own, setOwn] = useState(listed(start.kind) ? '' : start.kind);
  const [side, setSide] = useState<Acting>(start.side === 'prospect' ? 'prospect' : 'rep');
  const [at, setAt] = useState('');
  const [actor, setActor] = useState('');
  const [given, setGiven] = useState(() => begun(start, offersOf(process, stage, start.attributes.objection ?? '')));
  const offers = offersOf(process, stage, given.objection ?? '');
  const point = listed(kind);
  const asks = ASKS.filter((a) => (point ? point.asks.includes(a) : !SPECIAL.includes(a)) || a in start.attributes);
  const label = point?.label ?? own.trim();
  const choose = (next: string | null) => {
    setKind(next ?? OTHER);
    setSide(listed(next ?? '')?.side === 'prospect' ? 'prospect' : 'rep');
  };
  const log = () => {
    const attributes = Object.fromEntries(
      asks.flatMap((a) => (given[a]?.trim() ? [[a, sentFor(offers[a], given[a])]] : [])),
    );
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
            offers={offers[ask]}
            value={given[ask] ?? ''}
            onChange={(value) => setGiven(changed(given, ask, value, offers.answer))}
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

/** An answer to one objection says nothing of another. */
function changed(given: Given, ask: Ask, value: string, answers: readonly Offer[]): Given {
  const next = { ...given, [ask]: value };
  const stale = ask === 'objection' && answers.some((o) => o.words === given.answer);
  return stale ? { ...next, answer: '' } : next;
}
