import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type DeliveryAnswer, got, ProblemError } from '@/api';

const by = (token: string) => ({ header: { 'x-delivery': token } });

/** The delivery that a link opens. */
export const deliveryQuery = (token: string) =>
  queryOptions({
    queryKey: ['delivery', token],
    queryFn: ({ signal }) => got(api.GET('/delivery', { params: by(token), signal })),
  });

/** Whether the delivery is another one by now. */
export const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && (error.is('stale') || error.is('link-over'));

/** Says of each line whether it arrived; what changed in the meantime is loaded. */
export function useAnswer(token: string) {
  const queries = useQueryClient();
  const key = deliveryQuery(token).queryKey;
  return useMutation({
    mutationFn: (body: DeliveryAnswer) => got(api.POST('/delivery/answers', { params: by(token), body })),
    meta: { quiet: true },
    onSuccess: (page) => queries.setQueryData(key, page),
    onError: (error) => (isStale(error) ? queries.invalidateQueries({ queryKey: key }) : undefined),
  });
}
