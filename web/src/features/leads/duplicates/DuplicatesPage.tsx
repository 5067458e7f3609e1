import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, type Alike, got, type PairDecision, type LeadPair } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { tellAct } from '@/ui/ActNote';
import { LeadTabs } from '../LeadTabs';
import css from './Duplicates.module.css';
import { m } from './messages';

const pairsQuery = (decided: boolean) => ({
  queryKey: ['leads', 'duplicates', decided],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    got(api.GET('/lead-duplicates', { params: { query: { decided } }, signal })),
});

function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, word }: { id: string; word: PairDecision }) =>
      got(api.PUT('/lead-duplicates/{id}', { params: { path: { id } }, body: word })),
    onSettled: () => {
      for (const key of ['leads', 'deal', 'deals']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** Leads that may be one, side by side, for a person to decide. */
export function DuplicatesPage() {
  const waiting = useQuery(pairsQuery(false));
  const decided = useQuery(pairsQuery(true));
  return (
    <>
      <PageHead title={m.title} says={m.says} />
      <LeadTabs />
      <Loaded query={waiting} skeleton={<TextSkeleton lines={8} />}>
        {(pairs) =>
          pairs.length === 0 ? (
            <EmptyState title={m.empty}>{m.emptySays}</EmptyState>
          ) : (
            <Stack gap="lg">
              {pairs.map((pair) => (
                <PairCard key={pair.id} pair={pair} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {(decided.data?.length ?? 0) > 0 && (
        <Section title={m.decidedTitle}>
          <Stack gap={0}>
            {decided.data?.map((pair) => (
              <Decided key={pair.id} pair={pair} />
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}

const WHY: Record<string, string> = m.why;

function PairCard({ pair }: { pair: LeadPair }) {
  const decide = useDecide();
  const say = (word: PairDecision) =>
    decide.mutate(
      { id: pair.id, word },
      {
        onSuccess: () =>
          tellAct(word.says === 'same' ? m.merged : m.apart, m.undo, () =>
            decide.mutate({ id: pair.id, word: { says: 'open' } }),
          ),
      },
    );
  const isDeal = (one: Alike) => one.state === undefined || one.state === null || one.state === 'taken';
  const keeps = (one: Alike, other: Alike) =>
    pair.may_decide &&
    !isDeal(other) && (
      <Button size="sm" loading={decide.isPending} onClick={() => say({ says: 'same', keep: one.id })}>
        {m.same}
      </Button>
    );
  return (
    <section className="card" aria-label={`${pair.lead.name}, ${pair.other.name}`}>
      <p className="soft small">{WHY[pair.why] ?? pair.why}</p>
      <div className={css.pair}>
        <One one={pair.other} other={pair.lead} action={keeps(pair.other, pair.lead)} />
        <One one={pair.lead} other={pair.other} action={keeps(pair.lead, pair.other)} />
      </div>
      {pair.may_decide ? (
        <Button variant="default" size="sm" loading={decide.isPending} onClick={() => say({ says: 'different' })}>
          {m.different}
        </Button>
      ) : (
        <p className="soft small">{m.notYours}</p>
      )}
    </section>
  );
}

const FACTS = ['email', 'phone', 'title', 'country', 'source'] as const;

function One({ one, other, action }: { one: Alike; other: Alike; action: ReactNode }) {
  const facts: { label: string; value: string; same: boolean }[] = FACTS.flatMap((name) => {
    const value = one.attributes[name];
    return given(value) ? [{ label: m.facts[name], value, same: other.attributes[name] === value }] : [];
  });
  if (given(one.owner)) facts.push({ label: m.facts.owner, value: one.owner, same: other.owner === one.owner });
  return (
    <div className={css.one}>
      <h2>
        <Link to="/deals/$deal" params={{ deal: one.id }} className="quiet-link">
          {one.name}
        </Link>
      </h2>
      <p className="soft">
        {[one.account, one.state === undefined || one.state === null ? m.isDeal : null].filter(given).join(' · ')}
      </p>
      <dl className={css.facts}>
        {facts.map(({ label, value, same }) => (
          <div key={label} data-same={same || undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{m.since}</dt>
          <dd>{date(one.created)}</dd>
        </div>
      </dl>
      {action}
    </div>
  );
}

function Decided({ pair }: { pair: LeadPair }) {
  const decide = useDecide();
  const by = pair.by ?? m.somebody;
  return (
    <Group className={css.decided} justify="space-between" wrap="nowrap">
      <span>
        <b>{pair.other.name}</b> · <b>{pair.lead.name}</b>{' '}
        <span className="soft">{pair.decided === 'same' ? m.wasSame(by) : m.wasDifferent(by)}</span>
      </span>
      {pair.may_decide && (
        <Button
          size="compact-sm"
          variant="default"
          loading={decide.isPending}
          onClick={() => decide.mutate({ id: pair.id, word: { says: 'open' } }, { onSuccess: () => tell(m.apart) })}
        >
          {m.undo}
        </Button>
      )}
    </Group>
  );
}
