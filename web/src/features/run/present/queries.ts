import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  api,
  asProblem,
  got,
  type BriefChoices,
  type DealFinding,
  type Holding,
  type Meeting,
  type MeetingPlan,
  type NewCall,
  type NewFinding,
} from '@/api';
import { dealQuery, useAfter, useRefused } from '../queries';

export const meetingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', id, 'meetings'],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/meetings', { params: { path: { id } }, signal })),
  });

export const findingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', id, 'findings'],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/findings', { params: { path: { id } }, signal })),
  });

export const objectionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', id, 'objections'],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/objections', { params: { path: { id } }, signal })),
  });

export const qualificationQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', id, 'qualification'],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/qualification', { params: { path: { id } }, signal })),
  });

export const briefQuery = (id: string) =>
  queryOptions({
    queryKey: ['deal', id, 'brief'],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/brief', { params: { path: { id } }, signal })),
  });

/** What is wrong with fields is left to the form; anything else is told. */
function useTold() {
  const refused = useRefused();
  return (error: unknown) => {
    if ((asProblem(error).errors ?? []).length === 0) refused(error);
  };
}

/** A change that answers with the meetings of the deal. */
function useMeeting<T>(id: string, send: (input: T) => Promise<Meeting[]>) {
  const queries = useQueryClient();
  const told = useTold();
  return useMutation({
    mutationFn: send,
    meta: { quiet: true },
    onSuccess: (all) => {
      queries.setQueryData(meetingsQuery(id).queryKey, all);
      // What is evidence may have met criteria.
      void queries.invalidateQueries({ queryKey: dealQuery(id).queryKey });
    },
    onError: told,
  });
}

/** Plans a meeting, or changes the one with this id. */
export const usePlan = (id: string) =>
  useMeeting(id, ({ meeting, plan }: { meeting: string | null; plan: MeetingPlan }) =>
    meeting === null
      ? got(api.POST('/deals/{id}/meetings', { params: { path: { id } }, body: plan }))
      : got(api.PUT('/deals/{id}/meetings/{meeting}', { params: { path: { id, meeting } }, body: plan })),
  );

export const useCancel = (id: string) =>
  useMeeting(id, ({ meeting, note }: { meeting: string; note: string }) =>
    got(api.POST('/deals/{id}/meetings/{meeting}/cancel', { params: { path: { id, meeting } }, body: { note } })),
  );

export const useHold = (id: string) =>
  useMeeting(id, ({ meeting, ...body }: Holding & { meeting: string }) =>
    got(api.POST('/deals/{id}/meetings/{meeting}/held', { params: { path: { id, meeting } }, body })),
  );

/** A change that answers with the findings of the deal. */
function useFinding<T>(id: string, send: (input: T) => Promise<DealFinding[]>) {
  const queries = useQueryClient();
  const told = useTold();
  return useMutation({
    mutationFn: send,
    meta: { quiet: true },
    onSuccess: (all) => {
      queries.setQueryData(findingsQuery(id).queryKey, all);
      void queries.invalidateQueries({ queryKey: dealQuery(id).queryKey });
    },
    onError: told,
  });
}

export const useNote = (id: string) =>
  useFinding(id, (body: NewFinding) => got(api.POST('/deals/{id}/findings', { params: { path: { id } }, body })));

/** Strikes a finding out, or lets it stand again. */
export const useStrike = (id: string) =>
  useFinding(id, ({ finding, struck }: { finding: string; struck: boolean }) => {
    const params = { path: { id, finding } };
    return struck
      ? got(api.POST('/deals/{id}/findings/{finding}/strike', { params }))
      : got(api.POST('/deals/{id}/findings/{finding}/restore', { params }));
  });

/** Writes down a call with everything said in it. */
export function useCall(id: string) {
  const after = useAfter();
  const queries = useQueryClient();
  const told = useTold();
  return useMutation({
    mutationFn: (body: NewCall) => got(api.POST('/deals/{id}/calls', { params: { path: { id } }, body })),
    meta: { quiet: true },
    onSuccess: (view) => {
      after(view);
      void queries.invalidateQueries({ queryKey: qualificationQuery(id).queryKey });
    },
    onError: told,
  });
}

/** Chooses what stands in a brief; the version is the one that was seen. */
export function useChoose(id: string) {
  const queries = useQueryClient();
  const told = useTold();
  return useMutation({
    mutationFn: ({ choices, version }: { choices: BriefChoices; version: number }) =>
      got(
        api.PUT('/deals/{id}/brief', {
          params: { path: { id }, header: { 'if-match': `"${version}"` } },
          body: choices,
        }),
      ),
    meta: { quiet: true },
    onSuccess: (page) => queries.setQueryData(briefQuery(id).queryKey, page),
    onError: told,
  });
}
