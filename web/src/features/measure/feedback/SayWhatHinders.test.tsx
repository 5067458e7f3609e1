import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { SayWhatHinders } from './SayWhatHinders';

const AT = { process: 'sales', stage: 'demo', part: { kind: 'task', id: 'call' }, deal: 'd1' } as const;

/** Shows the sign to somebody of a role; what is sent, and what the server answers. */
function show(role: string, answer: () => Response, props: { onlyOpen?: boolean } = {}, stages: unknown[] = []) {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/session')) return Response.json({ user: { id: 'u', name: 'Rita', email: '', role } });
    if (pathname.endsWith('/measure/feedback')) return Response.json({ stages });
    if (request.method === 'GET') return Response.json({ total: 0, items: [] });
    sent.push(await request.json());
    return answer();
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <SayWhatHinders at={AT} about="Call them" {...props} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { sent, user: userEvent.setup() };
}

afterEach(() => vi.unstubAllGlobals());

it('is said with two clicks and a sentence', async () => {
  const { sent, user } = show('rep', () => Response.json({ id: 'i', version: 1 }, { status: 201 }));
  await user.click(await screen.findByRole('button', { name: 'Say what hinders: Call them' }));
  await user.type(await screen.findByLabelText('In a sentence'), 'No numbers');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await vi.waitFor(() => expect(sent).toEqual([{ ...AT, kind: 'hinders', words: 'No numbers' }]));
});

it('shows what is wrong beside the sentence, and keeps it', async () => {
  const problem = { title: 'x', status: 422, detail: 'At most', errors: [{ field: 'words', message: 'At most 1000' }] };
  const { sent, user } = show('rep', () => Response.json(problem, { status: 422 }));
  await user.click(await screen.findByRole('button', { name: /Say what hinders/ }));
  await user.click(await screen.findByText('Is unclear'));
  await user.type(screen.getByLabelText('In a sentence'), 'Long{Control>}{Enter}{/Control}');
  expect(await screen.findByText('At most 1000')).toBeInTheDocument();
  expect(screen.getByLabelText('In a sentence')).toHaveValue('Long');
  expect(sent).toHaveLength(1);
});

it('says how much is open there, and is only there for that where it is read', async () => {
  const parts = [{ kind: 'task', id: 'call', open_negative: 2 }];
  const stages = [{ process: 'sales', stage: 'demo', open_negative: 3, parts }];
  show('manager', () => Response.json({}), { onlyOpen: true }, stages);
  expect(await screen.findByRole('button', { name: 'Say what hinders: Call them (2 open)' })).toHaveTextContent('2');
});

it('is not there where it is read and nothing is open', async () => {
  show('manager', () => Response.json({}), { onlyOpen: true });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('button')).toBeNull();
});

it('a viewer is not asked', async () => {
  show('viewer', () => Response.json({}));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByRole('button')).toBeNull();
});
