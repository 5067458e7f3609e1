import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type Sequence, type SequenceLine, type StepDone } from '@/api';

export const sequencesQuery = queryOptions({
  queryKey: ['sequences', 'all'],
  queryFn: ({ signal }) => got(api.GET('/sequences', { signal })),
});

export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['sequences', 'figures', id],
    queryFn: ({ signal }) => got(api.GET('/sequences/{id}/figures', { params: { path: { id } }, signal })),
  });

export const dealSequencesQuery = (deal: string) =>
  queryOptions({
    queryKey: ['sequences', 'deal', deal],
    queryFn: ({ signal }) => got(api.GET('/deals/{id}/sequences', { params: { path: { id: deal } }, signal })),
  });

/** One way of changing something about sequences; `quiet` where the form itself says what went wrong. */
function useChange<I, O>(send: (input: I) => Promise<O>, quiet = false) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { quiet },
    onSettled: () =>
      Promise.all(['sequences', 'deal', 'my-day', 'mail'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}

const versioned = ({ id, version }: Pick<SequenceLine, 'id' | 'version'>) => ({
  path: { id },
  header: { 'if-match': `"${version}"` },
});

export const useKeepSequence = (of: SequenceLine | null) =>
  useChange(
    (body: Sequence) =>
      of === null
        ? got(api.POST('/sequences', { body }))
        : got(api.PUT('/sequences/{id}', { params: versioned(of), body })),
    true,
  );

export const useRemoveSequence = () =>
  useChange((of: SequenceLine) => api.DELETE('/sequences/{id}', { params: versioned(of) }));

export const useEnrol = (deal: string) =>
  useChange(
    (body: { sequence: string; contact: string }) =>
      got(api.POST('/deals/{id}/sequences', { params: { path: { id: deal } }, body })),
    true,
  );

export const useStep = (deal: string, enrolment: string) =>
  useChange(
    (body: StepDone) =>
      got(api.POST('/deals/{id}/sequences/{enrolment}/step', { params: { path: { id: deal, enrolment } }, body })),
    true,
  );

export const useEnd = (deal: string) =>
  useChange((enrolment: string) =>
    got(api.POST('/deals/{id}/sequences/{enrolment}/end', { params: { path: { id: deal, enrolment } } })),
  );
