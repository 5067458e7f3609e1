import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { api, asProblem, got, ProblemError } from '@/api';
import { Patient } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import css from '../Mail.module.css';
import { m } from '../messages';

/** The token stands behind `#`, so that it never reaches a log. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';

/** Where the reader of a mail ends the mails: opened by a link, without signing in; opening it alone ends nothing. */
export function UnsubscribePage() {
  const [token] = useState(() => tokenOf(location.hash));
  const params = { header: { 'x-unsubscribe': token } };
  const queryKey = ['unsubscribe', token];
  const queries = useQueryClient();
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => got(api.GET('/unsubscribe', { params, signal })),
    enabled: token !== '',
  });
  const end = useMutation({
    mutationFn: () => got(api.POST('/unsubscribe', { params })),
    meta: { quiet: true },
    onSuccess: (now) => queries.setQueryData(queryKey, now),
  });
  useEffect(() => {
    document.title = m.unsubscribe.title;
  }, []);
  const error = query.error ?? end.error;
  if (token === '' || (error instanceof ProblemError && error.is('link-over'))) {
    return <Plain title={m.unsubscribe.over} says={m.unsubscribe.overHelp} />;
  }
  if (error) {
    return (
      <Plain title={m.unsubscribe.wrong} says={asProblem(error).detail}>
        <Button onClick={() => (end.isError ? end.mutate() : void query.refetch())}>{m.unsubscribe.retry}</Button>
      </Plain>
    );
  }
  if (!query.data) {
    return (
      <main className={css.public}>
        <Patient>
          <TextSkeleton lines={4} />
        </Patient>
      </main>
    );
  }
  const { contact, company, ended } = query.data;
  if (ended) return <Plain title={m.unsubscribe.done(contact)} says={m.unsubscribe.doneHelp} />;
  return (
    <Plain title={m.unsubscribe.title} says={m.unsubscribe.ask(contact, company)}>
      <Button loading={end.isPending} onClick={() => end.mutate()}>
        {m.unsubscribe.go}
      </Button>
    </Plain>
  );
}

function Plain({ title, says, children }: { title: string; says: string; children?: ReactNode }) {
  return (
    <main className={css.public}>
      <h1 style={{ overflowWrap: 'anywhere' }}>{title}</h1>
      <p>{says}</p>
      {children}
    </main>
  );
}
