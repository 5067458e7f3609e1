import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/api';
import { createQueries } from '@/app/queries';
import { Loaded } from './Loaded';

const problem = (kind: string, status: number) =>
  new ProblemError({
    type: `urn:stagecraft:problem:${kind}`,
    title: 'Title',
    status,
    detail: 'What happened.',
    number: 'ab12cd34',
  });

function Page({ load }: { load: () => Promise<string> }) {
  const query = useQuery({ queryKey: ['it'], queryFn: load });
  return <Loaded query={query}>{(text) => <p>{text}</p>}</Loaded>;
}

const show = (load: () => Promise<string>) =>
  render(
    <MantineProvider>
      <QueryClientProvider client={createQueries()}>
        <Page load={load} />
      </QueryClientProvider>
    </MantineProvider>,
  );

describe('what a page shows while it waits', () => {
  it('the data', async () => {
    show(() => Promise.resolve('Here it is.'));
    expect(await screen.findByText('Here it is.')).toBeInTheDocument();
  });

  it('a problem with its number, and the data after trying again', async () => {
    const load = vi.fn().mockRejectedValueOnce(problem('internal', 500)).mockResolvedValue('Here it is.');
    show(load);
    expect(await screen.findByText('What happened.')).toBeInTheDocument();
    expect(screen.getByText('ab12cd34')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Here it is.')).toBeInTheDocument();
  });

  it('that the deals are still being read, and the data as soon as they are', async () => {
    const load = vi.fn().mockRejectedValueOnce(problem('building', 503)).mockResolvedValue('Here it is.');
    show(load);
    expect(await screen.findByText(/Reading the deals/)).toBeInTheDocument();
    expect(await screen.findByText('Here it is.', {}, { timeout: 3000 })).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(2);
  });
});
