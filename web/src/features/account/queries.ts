import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, got, type User } from '@/api';
import { sessionQuery } from '@/app/session';

/** Signing in by some way; the session is known to all pages afterwards. */
function useEntering<T>(enter: (input: T) => Promise<User>, then: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: enter,
    meta: { quiet: true },
    onSuccess: async () => {
      queries.clear();
      await queries.query(sessionQuery);
      then();
    },
  });
}

export const useSignIn = (then: () => void) =>
  useEntering((body: { email: string; password: string }) => got(api.POST('/session', { body })), then);

export const useLink = (then: () => void) =>
  useEntering((token: string) => got(api.POST('/session/link', { body: { token } })), then);

export const useSetup = (then: () => void) =>
  useEntering((body: { name: string; email: string; password: string }) => got(api.POST('/setup', { body })), then);
