import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, got, type LibraryFile } from '@/api';
import { sendFile } from './sendFile';

export const filesQuery = queryOptions({
  queryKey: ['library-files'],
  queryFn: ({ signal }) => got(api.GET('/library/files', { signal })),
});

interface Sending {
  file: File;
  /** The version that it replaces; none where there is none. */
  seen: number | null;
}

/** Brings a file to the library; tells how far it is, and can be stopped. */
export function useSending() {
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const stopping = useRef<AbortController>(null);
  const sending = useMutation({
    mutationFn: ({ file, seen }: Sending) => {
      setSent(0);
      stopping.current = new AbortController();
      return sendFile(file, seen, { signal: stopping.current.signal, onSent: setSent });
    },
    meta: { quiet: true },
    onSettled: () => queries.invalidateQueries(filesQuery),
  });
  return { ...sending, sent, stop: () => stopping.current?.abort() };
}

/** Removes a file from the library for everybody. */
export function useRemoving() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, version }: LibraryFile) =>
      api.DELETE('/library/files/{name}', {
        params: { path: { name }, header: { 'if-match': `"${version}"` } },
      }),
    meta: { quiet: true },
    onSettled: () => queries.invalidateQueries(filesQuery),
  });
}
