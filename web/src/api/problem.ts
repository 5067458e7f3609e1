import type { components } from './schema';

export type Problem = components['schemas']['Problem'];

/** An answer of the server that says what went wrong; thrown by the client for every status from 400 up. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  /** Whether it is a problem of this kind: `building`, `signed-out`, `stale`, … */
  is(kind: string): boolean {
    return this.problem.type === `urn:stagecraft:problem:${kind}`;
  }
}

/** Whether the server is still reading the deals into memory; asking again in a moment helps. */
export const isBuilding = (error: unknown): boolean => error instanceof ProblemError && error.is('building');

/** Whether nobody is signed in (any more). */
export const isSignedOut = (error: unknown): boolean => error instanceof ProblemError && error.is('signed-out');

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'detail' in body && 'status' in body;
}

/** The problem that an answer bears, or one made of its status where something else answered. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  if (isProblem(body)) return new ProblemError(body);
  return new ProblemError({
    type: 'about:blank',
    title: 'Something went wrong',
    status: response.status,
    detail: `The server answered with status ${response.status}. Try again in a moment.`,
    errors: [],
    findings: [],
  });
}

/** Any error in the shape of a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const offline = error instanceof TypeError;
  return {
    type: 'about:blank',
    title: offline ? 'The server cannot be reached' : 'Something went wrong',
    status: 0,
    detail: offline
      ? 'Nothing was lost. Check that Stagecraft is running and that you are connected, then try again.'
      : error instanceof Error
        ? error.message
        : 'The page met something it did not expect.',
    errors: [],
    findings: [],
  };
}
