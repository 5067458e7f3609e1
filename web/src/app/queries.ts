import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isBuilding, isSignedOut, ProblemError } from '@/api';
import { tellProblem } from '@/ui/toast';

/** Milliseconds between two questions whether the deals are in memory. */
const ASK_AGAIN = 700;

/** The queries of the application: what the server refuses is not asked again, what it is not ready for is. */
export function createQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => isBuilding(error) || (!(error instanceof ProblemError) && failures < 2),
        retryDelay: (failures, error) => (isBuilding(error) ? ASK_AGAIN : 500 * 2 ** failures),
      },
    },
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({
      onError(error, _variables, _context, mutation) {
        signedOut(error);
        if (mutation.meta?.quiet !== true) tellProblem(error);
      },
    }),
  });
  function signedOut(error: unknown) {
    if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: ['session'] });
  }
  return queries;
}
