import createClient, { type Middleware } from 'openapi-fetch';
import { problemOf } from './problem';
import type { paths } from './schema';

/** Where the API is. */
export const BASE = '/api/v1';

/** A page of another site cannot send this header, so every request that changes something bears it. */
export const CSRF = { 'x-stagecraft': '1' } as const;

const ours: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('x-stagecraft', '1');
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return response;
  },
};

/** The client generated from the OpenAPI document. A call rejects with a `ProblemError` unless the status is 2xx. */
export const api = createClient<paths>({ baseUrl: BASE, fetch: (request) => fetch(request) });
api.use(ours);

/** The data of an answer: `const deals = await got(api.GET('/deals'))`. */
export async function got<T>(answer: Promise<{ data?: T; response: Response }>): Promise<T> {
  const { data, response } = await answer;
  if (data === undefined) throw await problemOf(response);
  return data;
}

/** The header of an edit that must meet the version it has seen. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** The parameters of a change to something by its id, at the version that was seen. */
export const seenAt = (id: string, version: number) => ({ path: { id }, header: { 'if-match': `"${version}"` } });
