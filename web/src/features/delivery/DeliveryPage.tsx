import { Button } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { asProblem, ProblemError, type PublicDelivery } from '@/api';
import { Patient } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import css from './Delivery.module.css';
import { Letter } from './Letter';
import { m } from './messages';
import { deliveryQuery } from './queries';

/** The token stands behind `#`, so that it never reaches a log. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';

/** Where a customer confirms what was delivered: opened by a link, without signing in; nothing else is open to them. */
export function DeliveryPage() {
  const [token] = useState(() => tokenOf(location.hash));
  const query = useQuery({ ...deliveryQuery(token), enabled: token !== '' });
  const company = query.data?.company;
  useEffect(() => {
    document.title = [m.title, company].filter(Boolean).join(' · ');
  }, [company]);
  return (
    <main className={css.page}>
      <Inside token={token} query={query} />
    </main>
  );
}

function Inside({ token, query }: { token: string; query: UseQueryResult<PublicDelivery> }) {
  if (token === '') return <Plain {...m.noToken} />;
  if (query.error instanceof ProblemError && query.error.is('link-over')) return <Plain {...m.over} />;
  if (query.data) return <Letter key={query.data.delivery.sent} token={token} page={query.data} />;
  if (query.isError) {
    return (
      <Plain title={m.wrong} says={asProblem(query.error).detail}>
        <Button onClick={() => void query.refetch()}>{m.retry}</Button>
      </Plain>
    );
  }
  return (
    <Patient>
      <TextSkeleton lines={8} />
    </Patient>
  );
}

function Plain({ title, says, children }: { title: string; says: string; children?: ReactNode }) {
  return (
    <div className={css.letter}>
      <h1>{title}</h1>
      <p>{says}</p>
      {children}
    </div>
  );
}
