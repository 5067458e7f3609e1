import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { LinesInput } from './LinesInput';
import { FilledText } from './Preview';
import { process } from './sampleProcess';
import { TryOut } from './TryOut';

it('lines are written one after the other, and follow what is taken back', async () => {
  const seen: string[][] = [];
  function Page() {
    const [lines, setLines] = useState(['One']);
    return (
      <>
        <LinesInput
          label="Goals"
          lines={lines}
          onChange={(next) => {
            seen.push(next);
            setLines(next);
          }}
        />
        <button onClick={() => setLines(['Taken back'])}>undo</button>
      </>
    );
  }
  render(
    <MantineProvider env="test">
      <Page />
    </MantineProvider>,
  );
  const user = userEvent.setup();
  const field = screen.getByLabelText('Goals', { selector: 'textarea:not([aria-hidden])' });
  await user.type(field, '{Enter}Two words');
  expect(seen.at(-1)).toEqual(['One', 'Two words']);
  expect(field).toHaveValue('One\nTwo words');
  await user.click(screen.getByRole('button', { name: 'undo' }));
  expect(field).toHaveValue('Taken back');
});

it('a scheme that is tried out tells points and whether a deal is qualified', async () => {
  render(
    <MantineProvider env="test">
      <TryOut scheme={process.schemes![0]!} />
    </MantineProvider>,
  );
  const user = userEvent.setup();
  const verdict = screen.getByRole('status');
  expect(verdict).toHaveTextContent('Not qualified yet: 3 points missing · 0 points of 3');
  await user.type(screen.getByRole('combobox', { name: 'Is there money?' }), 'Not yet');
  expect(verdict).toHaveTextContent('Not qualified yet: 2 points missing');
  await user.clear(screen.getByRole('combobox', { name: 'Is there money?' }));
  await user.type(screen.getByRole('combobox', { name: 'Is there money?' }), 'YES');
  await user.type(screen.getByRole('combobox', { name: 'Why do they need it?' }), 'it hurts');
  expect(verdict).toHaveTextContent('Qualified · 3 points of 3');
});

it('a preview marks what has no value and what stands for nothing', () => {
  render(
    <MantineProvider env="test">
      <FilledText text="For {{deal.account}}, {{deal.owner}}, {{deal.acount}}" values={{ 'deal.account': 'Acme' }} />
    </MantineProvider>,
  );
  expect(screen.getByTitle('deal.account: filled in')).toHaveTextContent('Acme');
  expect(screen.getByTitle('deal.owner: no value')).toHaveTextContent('{{deal.owner}}');
  expect(screen.getByText('Stands for nothing: deal.acount.')).toBeVisible();
});
