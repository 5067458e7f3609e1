import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { Predicate } from '@/api';
import { PredicateForm } from './PredicateForm';

function Held({ begin, seen }: { begin: Predicate; seen: (test: Predicate) => void }) {
  const [test, setTest] = useState(begin);
  return (
    <MantineProvider>
      <PredicateForm
        test={test}
        onChange={(next) => {
          seen(next);
          setTest(next);
        }}
      />
    </MantineProvider>
  );
}

it('turns an event into a group and asks for another one in it', async () => {
  const seen = vi.fn<(test: Predicate) => void>();
  const call: Predicate = { event: { kind: 'call', by: 'prospect' } };
  render(<Held begin={call} seen={seen} />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What must hold' }), 'At least one of these');
  expect(seen).toHaveBeenLastCalledWith({ any: [call] });
  await userEvent.click(screen.getByRole('button', { name: 'Add another' }));
  expect(seen).toHaveBeenLastCalledWith({ any: [call, { event: { kind: 'meeting.attended', by: 'prospect' } }] });
});

it('says by whom and leaves it open again', async () => {
  const seen = vi.fn<(test: Predicate) => void>();
  render(<Held begin={{ event: { kind: 'demo' } }} seen={seen} />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'By whom' }), 'Our team');
  expect(seen).toHaveBeenLastCalledWith({ event: { kind: 'demo', by: 'rep' } });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'By whom' }), 'Anybody');
  expect(seen).toHaveBeenLastCalledWith({ event: { kind: 'demo', by: null } });
});
