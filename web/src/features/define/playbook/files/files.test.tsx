import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { type Content, type LibraryFile, ProblemError } from '@/api';
import { FilePart } from './FilePart';
import { FileShown } from './FileShown';
import { MOST_BYTES, urlOf } from './files';
import { filesQuery } from './queries';
import { sendFile } from './sendFile';

vi.mock('./sendFile', () => ({ sendFile: vi.fn() }));
const sent = vi.mocked(sendFile);

const deck: LibraryFile = {
  name: 'deck.pdf',
  version: 3,
  size: 2_300_000,
  media: 'application/pdf',
  by: 'Rosa',
  at: '2026-03-03T00:00:00Z',
};

const content: Content = { id: 'story', name: 'Customer’s story', kind: 'case-study' };
const library: Content[] = [content, { id: 'other', name: 'The other', kind: 'deck', file: 'deck.pdf' }];

/** What the server has; the list is read from here. */
let there: LibraryFile[];
let deleted: string[];

beforeEach(() => {
  sent.mockReset().mockResolvedValue();
  there = [deck];
  deleted = [];
  vi.stubGlobal('fetch', (request: Request) => {
    if (request.method !== 'DELETE') return Promise.resolve(Response.json(there));
    deleted.push(`${request.url.split('/').at(-1)} ${request.headers.get('if-match')}`);
    there = [];
    return Promise.resolve(new Response(null, { status: 204 }));
  });
});

function show(first = '') {
  const names: string[] = [];
  function Page() {
    const [file, setFile] = useState(first);
    const files = useQuery(filesQuery).data;
    return (
      files && (
        <FilePart
          content={{ ...content, file }}
          library={library}
          files={files}
          onName={(name) => {
            names.push(name);
            setFile(name);
          }}
        />
      )
    );
  }
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <Page />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { names, user: userEvent.setup() };
}

const file = (name: string, size = 5) => {
  const made = new File(['hello'], name);
  if (size !== 5) Object.defineProperty(made, 'size', { value: size });
  return made;
};

const problem = (status: number, kind: string, title: string, detail: string) =>
  new ProblemError({ type: `urn:stagecraft:problem:${kind}`, title, status, detail, errors: [], findings: [] });

async function choose(...files: File[]) {
  const button = await screen.findByRole('button', { name: /^Choose (a|another) file/ });
  const input = button.closest('fieldset')?.querySelector('input[type=file]');
  if (!input) throw new Error('there is no input for files');
  fireEvent.change(input, { target: { files } });
}

it('brings a file that is new, and names it', async () => {
  const { names } = show();
  await choose(file('story.pdf'));
  await waitFor(() => expect(names).toEqual(['story.pdf']));
  expect(sent.mock.calls[0]?.[1]).toBeNull();
});

it('takes a file that is dropped, and keeps it from the import of the page', async () => {
  const { names } = show();
  const heard = vi.fn();
  document.addEventListener('drop', heard);
  const zone = (await screen.findByText('Drop a file here, or')).parentElement!;
  fireEvent.drop(zone, { dataTransfer: { types: ['Files'], files: [file('story.pdf')] } });
  await waitFor(() => expect(names).toEqual(['story.pdf']));
  document.removeEventListener('drop', heard);
  expect(heard).not.toHaveBeenCalled();
});

it('takes one file at a time', async () => {
  show();
  const zone = (await screen.findByText('Drop a file here, or')).parentElement!;
  fireEvent.drop(zone, { dataTransfer: { types: ['Files'], files: [file('a.pdf'), file('b.pdf')] } });
  expect(await screen.findByRole('alert')).toHaveTextContent('One file at a time');
  expect(sent).not.toHaveBeenCalled();
});

it.each([
  ['too large', [file('film.mp4', MOST_BYTES + 1)], /“film.mp4” has 52\.4 MB; at most 50 MiB/],
  ['empty', [file('a.pdf', 0)], '“a.pdf” is empty, or a folder. Choose another file.'],
] as const)('says before sending that a file is %s', async (_, files, says) => {
  const { names } = show();
  await choose(...files);
  expect(await screen.findByRole('alert')).toHaveTextContent(says);
  expect(sent).not.toHaveBeenCalled();
  expect(names).toEqual([]);
});

it('a file of just the most bytes is sent', async () => {
  show();
  await choose(file('film.mp4', MOST_BYTES));
  await waitFor(() => expect(sent).toHaveBeenCalledOnce());
});

it('asks before it replaces a file, over the version that was seen', async () => {
  const { names, user } = show();
  await choose(file('deck.pdf'));
  const asked = within(await screen.findByRole('dialog', { name: 'Replace “deck.pdf”?' }));
  expect(asked.getByText('2.3 MB · Rosa, 3 Mar 2026')).toBeVisible();
  expect(asked.getByText('Also named by The other.')).toBeVisible();
  expect(sent).not.toHaveBeenCalled();
  await user.click(asked.getByRole('button', { name: 'Replace it' }));
  await waitFor(() => expect(names).toEqual(['deck.pdf']));
  expect(sent.mock.calls[0]?.[1]).toBe(3);
});

it('takes the file that is there instead', async () => {
  const { names, user } = show();
  await choose(file('deck.pdf'));
  await user.click(await screen.findByRole('button', { name: 'Use the one in the library' }));
  expect(names).toEqual(['deck.pdf']);
  expect(sent).not.toHaveBeenCalled();
});

it('asks anew where somebody else was faster', async () => {
  const { names, user } = show();
  await screen.findByRole('button', { name: 'Choose a file …' });
  sent.mockImplementationOnce(() => {
    there = [deck, { ...deck, name: 'story.pdf', version: 1, by: 'Mona' }];
    return Promise.reject(problem(412, 'stale', 'Somebody was faster', ''));
  });
  await choose(file('story.pdf'));
  const asked = within(await screen.findByRole('dialog', { name: 'Replace “story.pdf”?' }));
  expect(asked.getByText('Somebody else brought or changed this file in the meantime.')).toBeVisible();
  await user.click(asked.getByRole('button', { name: 'Replace it' }));
  await waitFor(() => expect(names).toEqual(['story.pdf']));
  expect(sent.mock.calls[1]?.[1]).toBe(1);
});

it.each([
  [409, 'conflict', 'There is room for 3 MiB more among the files.'],
  [422, 'invalid', 'A file’s name has 1 to 200 letters, and neither / nor \\.'],
])('shows what the server says: %i', async (status, kind, detail) => {
  sent.mockRejectedValueOnce(problem(status, kind, 'That did not go', detail));
  const { names } = show();
  await choose(file('story.pdf'));
  expect(await screen.findByText(detail)).toBeVisible();
  expect(names).toEqual([]);
});

it('can be stopped, and then complains of nothing', async () => {
  sent.mockImplementationOnce(
    (_file, _seen, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('Stopped.', 'AbortError')));
      }),
  );
  const { names, user } = show();
  await choose(file('story.pdf'));
  expect(await screen.findByText('0 B of 5 B')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
  expect(names).toEqual([]);
});

it('chooses among the files that are there, and takes one off without deleting it', async () => {
  const { names, user } = show();
  await user.selectOptions(await screen.findByLabelText('A file of the library'), 'deck.pdf');
  await user.click(screen.getByRole('button', { name: /^Take deck.pdf off/ }));
  expect(names).toEqual(['deck.pdf', '']);
  expect(deleted).toEqual([]);
});

it('deletes a file for everybody once one has read who else names it', async () => {
  const { names, user } = show('deck.pdf');
  await user.click(await screen.findByRole('button', { name: 'Delete deck.pdf for everybody' }));
  const asked = within(await screen.findByRole('dialog'));
  expect(asked.getByText('Also named by The other.')).toBeVisible();
  await user.click(asked.getByRole('button', { name: 'Delete it' }));
  await waitFor(() => expect(names).toEqual(['']));
  expect(deleted).toEqual(['deck.pdf "3"']);
});

it('a file that is not there is called missing, with the way to bring it', async () => {
  show('old.pdf');
  expect(await screen.findByText('“old.pdf” is not in the library')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Choose a file …' })).toBeEnabled();
  expect(screen.getByRole('option', { name: 'old.pdf (file missing)' })).toHaveProperty('selected', true);
});

it.each([
  ['image/png', 'img', 'Picture: The plan'],
  ['application/pdf', 'link', 'deck.pdf'],
])('a file of type %s is shown as %s', (media, role, name) => {
  render(<FileShown name="deck.pdf" of="The plan" files={[{ ...deck, media }]} />);
  const shown = screen.getByRole(role, { name });
  expect(shown.getAttribute('src') ?? shown.getAttribute('href')).toBe(urlOf(deck));
  expect(screen.getByRole('link', { name: 'deck.pdf' })).toHaveAttribute('download', 'deck.pdf');
});
