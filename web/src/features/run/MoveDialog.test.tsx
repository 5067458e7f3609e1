import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Stage } from '@/api';
import { type Asked, MoveDialog } from './MoveDialog';

const stage = (id: string, kind: NonNullable<Stage['kind']>): Stage => ({ id, name: id.toUpperCase(), kind });
const stages = [stage('talk', 'open'), stage('show', 'open'), stage('won', 'won'), stage('lost', 'lost')];
const deal = { id: '1', name: 'Acme', version: 4, from: 'talk', stages };

function show(asked: Asked) {
  const [onChoose, onReason] = [vi.fn(), vi.fn()];
  render(
    <MantineProvider env="test">
      <MoveDialog asked={asked} busy={false} onChoose={onChoose} onReason={onReason} onClose={vi.fn()} />
    </MantineProvider>,
  );
  return { onChoose, onReason, user: userEvent.setup() };
}

describe('moving a deal', () => {
  it('offers every stage but the one it is in, the next one first at hand', async () => {
    const { onChoose, user } = show({ deal });
    const list = await screen.findByRole('group', { name: 'Where to?' });
    const names = within(list)
      .getAllByRole('button')
      .map((b) => b.textContent);
    expect(names).toEqual(['BSHOW ', '✓WON closes it', '✕LOST closes it']);
    within(list).getAllByRole('button')[0]?.focus();
    await user.keyboard('j{Enter}');
    expect(onChoose).toHaveBeenCalledWith(deal, stages[2]);
  });

  it('asks for a reason where criteria are not met, and sends it', async () => {
    const unmet = [{ field: 'replied', message: 'They answered us: Nothing shows yet that they did.' }];
    const { onReason, user } = show({ deal, to: stages[1]!, unmet });
    expect(await screen.findByText(/They answered us/)).toBeInTheDocument();
    const go = screen.getByRole('button', { name: 'Move to SHOW all the same' });
    expect(go).toBeDisabled();
    await user.type(screen.getByRole('textbox'), ' They called on Friday ');
    await user.click(go);
    expect(onReason).toHaveBeenCalledWith(deal, stages[1], 'They called on Friday');
  });

  it('asks for approval where somebody else has to agree', async () => {
    const unmet = [{ field: 'replied', message: 'They answered us' }];
    const { onReason, user } = show({ deal, to: stages[1]!, unmet, approval: true });
    expect(await screen.findByText(/somebody else has to agree/)).toBeInTheDocument();
    await user.type(screen.getByRole('textbox'), 'In a hurry');
    await user.click(screen.getByRole('button', { name: 'Ask for approval' }));
    expect(onReason).toHaveBeenCalledWith(deal, stages[1], 'In a hurry');
  });

  it('names whose word is not certain before a deal is won', async () => {
    const gaps = [{ who: 'Ben', says: 'Ben has not been met.' }];
    const { onReason, user } = show({ deal: { ...deal, gaps }, to: stages[2]! });
    expect(await screen.findByText('Ben has not been met.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Move to WON' }));
    expect(onReason).toHaveBeenCalledWith({ ...deal, gaps }, stages[2], '');
  });

  it('asks why a deal is lost, but goes without an answer', async () => {
    const { onReason, user } = show({ deal, to: stages[3]! });
    await user.click(await screen.findByRole('button', { name: 'Move to LOST' }));
    expect(onReason).toHaveBeenCalledWith(deal, stages[3], '');
  });
});
