import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { asProblem, type Problem } from '@/api';
import { Confirm } from './Confirm';
import { changesEnded } from './queries';

interface Acting<I> {
  act: (input: I) => void;
  /** Asks whether ended periods are to be counted anew. */
  dialog: ReactNode;
  /** What else went wrong. */
  problem: Problem | null;
}

/** Does something that may change statements of ended periods: then it asks first, and does it again if that is meant. */
export function useConfirmed<I extends { confirmed: boolean }, O>(
  change: UseMutationResult<O, Error, I>,
  then: () => void,
): Acting<I> {
  const [asked, setAsked] = useState<{ input: I; problem: Problem } | null>(null);
  const act = (input: I) =>
    change.mutate(input, {
      onSuccess: () => {
        setAsked(null);
        then();
      },
      onError: (error) => setAsked(changesEnded(error) ? { input, problem: asProblem(error) } : null),
    });
  const dialog = (
    <Confirm
      problem={asked?.problem ?? null}
      busy={change.isPending}
      onConfirm={() => asked && act({ ...asked.input, confirmed: true })}
      onClose={() => setAsked(null)}
    />
  );
  const problem = change.isError && !changesEnded(change.error) ? asProblem(change.error) : null;
  return { act, dialog, problem };
}
