import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { coverage } from './coverage';
import { CoverageMatrix } from './CoverageMatrix';
import { process } from './sampleProcess';

function show(may: boolean) {
  const onOpen = vi.fn();
  const onFill = vi.fn();
  render(
    <MantineProvider env="test">
      <CoverageMatrix coverage={coverage(process)} onOpen={onOpen} {...(may && { onFill })} />
    </MantineProvider>,
  );
  const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }));
  return { onOpen, onFill, row, user: userEvent.setup() };
}

it('shows what a persona finds at each stage, and where there is nothing', () => {
  const { row } = show(true);
  const cells = row('Head of department').getAllByRole('cell');
  expect(cells).toHaveLength(3);
  expect(cells[0]).toHaveTextContent('First e-mail');
  expect(cells[1]).toHaveTextContent('+ 1 for everybody');
  expect(cells[2]).toHaveTextContent('Nothing here');
  expect(cells.map((c) => c.hasAttribute('data-hole'))).toEqual([false, false, true]);
});

it('asks for content for the persona and the stage of a hole', async () => {
  const { onFill, user } = show(true);
  await user.click(screen.getByRole('button', { name: 'Add content for Head of IT, Growing' }));
  expect(onFill).toHaveBeenCalledExactlyOnceWith(process.personas?.[1], process.stages?.[3]);
  await user.click(screen.getByRole('button', { name: 'Add content for everybody, Connecting' }));
  expect(onFill).toHaveBeenLastCalledWith(null, process.stages?.[0]);
});

it('opens content', async () => {
  const { onOpen, row, user } = show(true);
  await user.click(row('For everybody').getByRole('button', { name: 'Customer’s story' }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(process.library?.[1]);
});

it('adds nothing for those who may not', () => {
  show(false);
  expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
  expect(screen.getAllByText('Nothing here')).toHaveLength(2);
});
