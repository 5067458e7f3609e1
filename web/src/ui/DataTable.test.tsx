import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import user from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { type Column, DataTable, tableCsv } from './DataTable';

interface Rep {
  name: string;
  won: number | null;
}

const reps: Rep[] = [
  { name: 'Ben', won: 3 },
  { name: 'Anna', won: 12 },
  { name: 'Cleo', won: null },
];
const columns: Column<Rep>[] = [
  { id: 'name', header: 'Rep', value: (r) => r.name, title: true },
  { id: 'won', header: 'Won', value: (r) => r.won, align: 'right' },
  { id: 'bar', header: 'Picture', value: () => null, sorts: false },
];

function show(props: Partial<Parameters<typeof DataTable<Rep>>[0]> = {}) {
  render(
    <MantineProvider>
      <DataTable columns={columns} rows={reps} rowId={(r) => r.name} label="Reps" {...props} />
    </MantineProvider>,
  );
}

const names = () =>
  within(screen.getByRole('table', { name: 'Reps' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('td')?.textContent);

describe('a table', () => {
  it('sorts figures with the largest first and nothing last', async () => {
    show();
    expect(names()).toEqual(['Ben', 'Anna', 'Cleo']);
    await user.click(screen.getByRole('button', { name: 'Won' }));
    expect(names()).toEqual(['Anna', 'Ben', 'Cleo']);
    await user.click(screen.getByRole('button', { name: 'Won' }));
    expect(names()).toEqual(['Ben', 'Anna', 'Cleo']);
  });

  it('offers no sorting by a picture', () => {
    show();
    expect(screen.queryByRole('button', { name: 'Picture' })).toBeNull();
  });

  it('shows the first rows and all when asked', async () => {
    show({ first: 1 });
    expect(names()).toEqual(['Ben']);
    await user.click(screen.getByRole('button', { name: 'Show all 3' }));
    expect(names()).toHaveLength(3);
  });

  it('opens a row by keyboard, and goes down and up', async () => {
    const onOpen = vi.fn();
    show({ onOpen });
    screen.getAllByRole('row')[1]?.focus();
    await user.keyboard('jjk{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(reps[1]);
  });

  it('says what is missing where it is empty', () => {
    show({ rows: [], empty: <p>No reps yet.</p> });
    expect(screen.getByText('No reps yet.')).toBeInTheDocument();
  });

  it('is CSV without the picture', () => {
    expect(tableCsv(columns, reps)).toBe('Rep,Won\r\nBen,3\r\nAnna,12\r\nCleo,\r\n');
  });
});
