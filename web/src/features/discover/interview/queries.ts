import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, BASE, got, type RememberedDeal, type Reply } from '@/api';
import { type Selection, writeParams } from '@/app/selection';

/** What is chosen by hand: how many, which stay, which are not wanted. */
export interface Wish {
  n: number;
  keep: string[];
  without: string[];
}

export const choiceQuery = (selection: Selection, wish: Wish) =>
  queryOptions({
    queryKey: ['interviews', 'choice', selection, wish],
    queryFn: ({ signal }) => {
      const query = {
        ...selection,
        n: Math.max(wish.n, 1),
        keep: wish.keep.join(','),
        without: wish.without.join(','),
      };
      return got(api.GET('/interviews/choice', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });

export const interviewsQuery = queryOptions({
  queryKey: ['interviews', 'asked'],
  queryFn: ({ signal }) => got(api.GET('/interviews', { signal })),
});

export const questionsQuery = queryOptions({
  queryKey: ['interviews', 'questions'],
  queryFn: ({ signal }) => got(api.GET('/interviews/questions', { signal })),
  staleTime: Infinity,
});

export const summaryQuery = (selection: Selection) =>
  queryOptions({
    queryKey: ['interviews', 'summary', selection],
    queryFn: ({ signal }) => got(api.GET('/interviews/summary', { params: { query: selection }, signal })),
    placeholderData: keepPreviousData,
  });

export const toldQuery = (selection: Selection) =>
  queryOptions({
    queryKey: ['interviews', 'told', selection],
    queryFn: ({ signal }) => got(api.GET('/interviews/answers', { params: { query: selection }, signal })),
    placeholderData: keepPreviousData,
  });

/** Closed deals whose name, account or owner holds the text. */
export const foundQuery = (text: string) =>
  queryOptions({
    queryKey: ['deals', 'found', text],
    queryFn: ({ signal }) =>
      got(api.GET('/deals', { params: { query: { text, outcome: ['won', 'lost'], limit: 12 } }, signal })),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  });

export const touchpointsQuery = queryOptions({
  queryKey: ['touchpoints'],
  queryFn: ({ signal }) => got(api.GET('/touchpoints', { signal })),
  staleTime: Infinity,
});

export const csvAddress = (selection: Selection): string =>
  `${BASE}/interviews/answers.csv${writeParams({ ...selection })}`;

/** A change after which the interviews are loaded again. */
function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['interviews'] }),
  });
}

export const useAsk = () =>
  useChange((body: { deals: { id: string; why: string }[]; rep?: string }) => got(api.POST('/interviews', { body })));

export const useNewLink = () =>
  useChange(({ id, remind }: { id: string; remind: boolean }) =>
    got(api.POST('/interviews/{id}/link', { params: { path: { id } }, body: { remind } })),
  );

export const useWithdraw = () =>
  useChange((id: string) => api.DELETE('/interviews/{id}', { params: { path: { id } } }));

export const useTakeOut = () =>
  useChange(({ id, deal }: { id: string; deal: string }) =>
    api.DELETE('/interviews/{id}/deals/{deal}', { params: { path: { id, deal } } }),
  );

export const useRemember = () => useChange((body: RememberedDeal) => got(api.POST('/interviews/remembered', { body })));

export const useCorrect = () =>
  useChange(({ deal, question, reply }: { deal: string; question: string; reply: Reply }) =>
    api.PUT('/interviews/answers/{deal}/{question}', { params: { path: { deal, question } }, body: reply }),
  );
