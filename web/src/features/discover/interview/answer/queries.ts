import { queryOptions } from '@tanstack/react-query';
import { api, got, type Reply } from '@/api';

const by = (token: string) => ({ 'x-interview': token });

/** The interview that a link opens. Its answers are then held by the page, so it is not asked again behind its back. */
export const formQuery = (token: string) =>
  queryOptions({
    queryKey: ['interview', token],
    queryFn: ({ signal }) => got(api.GET('/interview', { params: { header: by(token) }, signal })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const sendAnswer = (token: string, deal: string, question: string, body: Reply) =>
  got(
    api.PUT('/interview/deals/{deal}/answers/{question}', {
      params: { path: { deal, question }, header: by(token) },
      body,
    }),
  );

export const sendDone = (token: string, deal: string) =>
  got(api.POST('/interview/deals/{deal}/done', { params: { path: { deal }, header: by(token) } }));
