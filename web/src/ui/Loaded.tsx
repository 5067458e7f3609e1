import { Loader, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { asProblem, isBuilding } from '@/api';
import { m } from '@/messages';
import { ProblemNote } from './ProblemNote';
import { PageSkeleton } from './Skeletons';

/** Milliseconds before a skeleton is shown; what comes sooner comes without a flicker. */
const PATIENCE = 150;

interface Props<T> {
  query: UseQueryResult<T>;
  /** The real shape of what comes; a page's by default. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A query's data, or the state it is in: loading, being built by the server, failed. */
export function Loaded<T>({ query, skeleton, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ProblemNote problem={asProblem(query.error)} onRetry={() => void query.refetch()} />;
  if (isBuilding(query.failureReason)) return <Building />;
  return <Patient>{skeleton ?? <PageSkeleton />}</Patient>;
}

/** Shows what is in it after a moment. */
export function Patient({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late ? <div aria-busy="true">{children}</div> : null;
}

function Building() {
  return (
    <Stack className="card" align="flex-start" role="status" gap="sm">
      <Loader type="dots" size="sm" />
      <b>{m.problem.building}</b>
      <span className="soft">{m.problem.buildingHelp}</span>
    </Stack>
  );
}
