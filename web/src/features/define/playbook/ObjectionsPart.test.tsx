import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { Finding, Process } from '@/api';
import { ObjectionsPart } from './ObjectionsPart';
import { process } from './sampleProcess';

const findings: Finding[] = [
  { level: 'warning', at: '', code: 'P134', message: 'nobody knows what to say', path: 'objections[0]' },
  { level: 'warning', at: '', code: 'P131', message: 'about somebody else', path: 'personas[1]' },
];

function show({ may = true, from = process, open: first }: { may?: boolean; from?: Process; open?: string } = {}) {
  const seen: { process: Process; about: string }[] = [];
  function Page() {
    const [now, setNow] = useState(from);
    const [open, setOpen] = useState(first);
    return (
      <ObjectionsPart
        process={now}
        findings={findings}
        may={may}
        onEdit={(next, about) => {
          seen.push({ process: next, about });
          setNow(next);
        }}
        open={open}
        onOpen={(id) => setOpen(id ?? undefined)}
      />
    );
  }
  render(
    <MantineProvider env="test">
      <Page />
    </MantineProvider>,
  );
  return { last: () => seen.at(-1), user: userEvent.setup() };
}

it('shows an objection with its answer, proof, stages and what the check found', () => {
  show({ may: false });
  const group = within(screen.getByRole('region', { name: 'Cost' }));
  expect(group.getByText('Compared with what?')).toBeVisible();
  expect(group.getByRole('button', { name: 'Customer’s story' })).toBeVisible();
  expect(group.getByText('Connecting')).toBeVisible();
  expect(group.getByText('Head of department')).toBeVisible();
  expect(group.getByText('nobody knows what to say')).toBeVisible();
  expect(screen.queryByText('about somebody else')).toBeNull();
});

it('has no controls for those who may not edit, even if one is open', () => {
  show({ may: false, open: 'too-expensive' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: /Edit|Remove|Add/ })).toBeNull();
});

it('changes the wording and adds an answer; keys of one field are one edit', async () => {
  const { last, user } = show({ open: 'too-expensive' });
  await user.type(screen.getByLabelText('What they say', { selector: 'textarea:not([aria-hidden])' }), '!');
  expect(last()).toMatchObject({ about: 'objections[0].says', process: { objections: [{ says: 'Too expensive.!' }] } });
  await user.type(screen.getByLabelText('Another answer'), 'Begin smaller then{Enter}');
  expect(last()?.process.objections?.[0]?.answers?.[1]).toEqual({
    id: 'begin-smaller-then',
    says: 'Begin smaller then',
  });
});

it('keeps a kind of one’s own once the field is left', async () => {
  const { last, user } = show({ open: 'too-expensive' });
  const kind = screen.getByRole('combobox', { name: 'Kind' });
  await user.clear(kind);
  await user.type(kind, 'security');
  expect(last()).toBeUndefined();
  await user.tab();
  expect(last()?.process.objections?.[0]?.kind).toBe('security');
  expect(screen.getByRole('region', { name: 'Security' })).toBeVisible();
});

it('adds an objection and opens it', async () => {
  const { last, user } = show({ from: { ...process, objections: [] } });
  expect(screen.getByText('No objections yet')).toBeVisible();
  await user.type(screen.getByLabelText('What they say'), 'Not now{Enter}');
  expect(last()?.process.objections).toEqual([{ id: 'not-now', kind: 'cost', says: 'Not now' }]);
  expect(screen.getByRole('button', { name: 'Done: Not now' })).toBeVisible();
});

it('says where an objection is named before it is removed there too', async () => {
  const { last, user } = show();
  await user.click(screen.getByRole('button', { name: 'Remove: Too expensive.' }));
  const asked = within(await screen.findByRole('dialog'));
  expect(asked.getByText('Persona: Head of department')).toBeVisible();
  expect(asked.getByText('Stage: Connecting')).toBeVisible();
  expect(last()).toBeUndefined();
  await user.click(asked.getByRole('button', { name: 'Remove it everywhere' }));
  expect(last()?.process).toMatchObject({ objections: [], personas: [{ objections: [] }, {}] });
});
