import { BASE, CSRF, ifMatch, problemOf } from '@/api';

interface Options {
  signal: AbortSignal;
  /** Told how many bytes have gone. */
  onSent: (bytes: number) => void;
}

/**
 * Sends a file to the library, over the version seen of the one that is there. Rejects as the client of the API does,
 * and with an `AbortError` once it is stopped. `fetch` does not tell how far it is.
 */
export function sendFile(file: File, seen: number | null, { signal, onSent }: Options): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `${BASE}/library/files/${encodeURIComponent(file.name)}`);
    const headers = { ...CSRF, 'content-type': 'application/octet-stream', ...(seen !== null && ifMatch(seen)) };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else void problemOf(new Response(request.responseText, { status: request.status })).then(reject);
    });
    request.addEventListener('error', () => reject(new TypeError('The file could not be sent.')));
    request.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
