import { Button, Group } from '@mantine/core';
import { IconPlus, IconRefresh, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChosenDeal } from '@/api';
import type { Selection } from '@/app/selection';
import { useUser } from '@/app/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { date, NONE } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import { PickDeal } from './PickDeal';
import { choiceQuery, interviewsQuery, useAsk, type Wish } from './queries';
import { RememberButton } from './Remember';

const FIRST: Wish = { n: 6, keep: [], without: [] };

interface Props {
  selection: Selection;
  /** Whether somebody answered already. */
  more: boolean;
  /** Takes the link to an interview, which is shown this once. */
  learn: (id: string, link: string) => void;
}

/** Chooses deals to ask about, and makes the links. */
export function Choose({ selection, more, learn }: Props) {
  const [wish, setWish] = useState(FIRST);
  const query = useQuery(choiceQuery(selection, wish));
  const asked = (useQuery(interviewsQuery).data?.length ?? 0) > 0;
  const remember = useLocation({ select: (at) => at.hash }) === 'remember';
  return (
    <Section title={more ? m.choose.more : m.choose.title} says={`${m.choose.says} ${m.choose.teach}`}>
      <Loaded query={query} skeleton={<TableSkeleton rows={6} />}>
        {(choice) => (
          <Chosen
            chosen={wish.n === 0 ? [] : choice.chosen}
            sentence={choice.candidates === 0 && (asked || more) ? m.choose.allAsked : choice.sentence}
            wish={wish}
            setWish={setWish}
            learn={learn}
            left={choice.candidates - choice.chosen.length}
            remember={remember}
          />
        )}
      </Loaded>
    </Section>
  );
}

interface ChosenProps {
  chosen: ChosenDeal[];
  sentence: string;
  wish: Wish;
  setWish: (wish: Wish) => void;
  learn: Props['learn'];
  /** Closed deals that could still be added. */
  left: number;
  remember: boolean;
}

function Chosen({ chosen, sentence, wish, setWish, learn, left, remember }: ChosenProps) {
  const me = useUser();
  const ask = useAsk();
  const ids = chosen.map((c) => c.id);
  const others = (id: string) => ids.filter((other) => other !== id);
  const swap = (id: string) => setWish({ n: ids.length, keep: others(id), without: [...wish.without, id] });
  const remove = (id: string) => setWish({ n: ids.length - 1, keep: others(id), without: [...wish.without, id] });
  const add = (id: string) =>
    setWish({ n: ids.length + 1, keep: [...others(id), id], without: wish.without.filter((w) => w !== id) });
  const reps = new Set(chosen.map((c) => c.owner ?? '')).size;
  const send = (rep: string | null, then?: (link: string) => void) => {
    const deals = chosen.map(({ id, why }) => ({ id, why }));
    ask.mutate(rep === null ? { deals } : { deals, rep }, {
      onSuccess: (sent) => {
        for (const { interview, link } of sent) learn(interview.id, link);
        setWish(FIRST);
        const first = sent[0];
        if (first) then?.(first.link);
      },
    });
  };
  return (
    <>
      <p className="soft small">{sentence}</p>
      {chosen.length === 0 ? (
        <EmptyState title={m.choose.empty}>{m.choose.emptyHelp}</EmptyState>
      ) : (
        <DataTable label={m.choose.title} columns={columns(swap, remove)} rows={chosen} rowId={(row) => row.id} />
      )}
      <Group gap="xs" mt="sm" align="flex-end">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={left <= 0}
          onClick={() => setWish({ ...wish, n: ids.length + 1, keep: ids })}
        >
          {m.choose.add}
        </Button>
        <PickDeal taken={ids} pick={add} />
        <RememberButton added={add} opened={remember} />
        {wish !== FIRST && (
          <Button variant="subtle" leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => setWish(FIRST)}>
            {m.choose.anew}
          </Button>
        )}
      </Group>
      {chosen.length > 0 && (
        <Group gap="xs" mt="lg">
          <Button loading={ask.isPending} onClick={() => send(null)}>
            {m.choose.ask(reps)}
          </Button>
          <Button
            variant="default"
            disabled={ask.isPending}
            onClick={() => send(me?.name ?? '', (link) => window.location.assign(link))}
          >
            {m.choose.self}
          </Button>
        </Group>
      )}
    </>
  );
}

function columns(swap: (id: string) => void, remove: (id: string) => void): Column<ChosenDeal>[] {
  return [
    {
      id: 'name',
      header: m.choose.name,
      value: (d) => d.name,
      title: true,
      cell: (d) => (
        <>
          {d.name}
          {d.account && d.account !== d.name && <span className="soft"> · {d.account}</span>}
        </>
      ),
    },
    { id: 'why', header: m.choose.why, value: (d) => d.why, long: true },
    { id: 'outcome', header: '', value: (d) => d.outcome, cell: (d) => <OutcomeBadge outcome={d.outcome} /> },
    { id: 'rep', header: m.choose.rep, value: (d) => d.owner ?? m.choose.nobody },
    { id: 'closed', header: m.choose.closed, value: (d) => d.closed, cell: (d) => (d.closed ? date(d.closed) : NONE) },
    {
      id: 'actions',
      header: '',
      value: () => null,
      sorts: false,
      cell: (d) => (
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={m.choose.swapLabel(d.name)}
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => swap(d.id)}
          >
            {m.choose.swap}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={m.choose.removeLabel(d.name)}
            leftSection={<IconX size={14} aria-hidden />}
            onClick={() => remove(d.id)}
          >
            {m.choose.remove}
          </Button>
        </Group>
      ),
    },
  ];
}
