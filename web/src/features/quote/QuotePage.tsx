import { Button } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { asProblem, ProblemError, type PublicQuote } from '@/api';
import { Patient } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { Letter } from './Letter';
import { m } from './messages';
import { quoteQuery } from './queries';
import css from './Quote.module.css';

/** The token stands behind `#`, so that it never reaches a log. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';

/** Where a prospect reads a quote: opened by a link, without signing in; nothing else is open to them. */
export function QuotePage() {
  const [token] = useState(() => tokenOf(location.hash));
  const query = useQuery({ ...quoteQuery(token), enabled: token !== '' });
  const shown = query.data?.quote.number;
  const company = query.data?.company;
  useEffect(() => {
    document.title = [shown ?? m.title, company].filter(Boolean).join(' · ');
  }, [shown, company]);
  return (
    <main className={css.page}>
      <Inside token={token} query={query} />
    </main>
  );
}

function Inside({ token, query }: { token: string; query: UseQueryResult<PublicQuote> }) {
  if (token === '') return <Plain {...m.noToken} />;
  if (isOver(query.error)) return <Plain {...m.over} />;
  if (query.data) return <Letter token={token} offer={query.data} />;
  if (query.isError) {
    return (
      <Plain title={m.wrong} says={asProblem(query.error).detail}>
        <Button onClick={() => void query.refetch()}>{m.retry}</Button>
      </Plain>
    );
  }
  return (
    <Patient>
      <TextSkeleton lines={12} />
    </Patient>
  );
}

const isOver = (error: unknown): boolean => error instanceof ProblemError && error.is('link-over');

function Plain({ title, says, children }: { title: string; says: string; children?: ReactNode }) {
  return (
    <div className={css.plain}>
      <h1>{title}</h1>
      <p>{says}</p>
      {children}
    </div>
  );
}
