import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Process, ProcessDraft, SavedProcess } from '@/api';
import { useDraft } from './useDraft';

const process = (name: string): Process => ({ schema: 1, id: 'sales', name });

const draft = (version: number, name: string, changed = true): ProcessDraft => ({
  version,
  based_on: 1,
  active: 1,
  changed,
  changes: changed ? [`The name is ${name}.`] : [],
  checked: { process: process(name), toml: `name = "${name}"`, findings: [], grounds: [] },
  by: 'Mona',
});

const active: SavedProcess = {
  version: 1,
  process: process('Sales'),
  toml: 'name = "Sales"',
  note: '',
  at: '2026-01-01T00:00:00Z',
  findings: [],
  grounds: [],
};

const STALE = {
  type: 'urn:stagecraft:problem:stale',
  title: 'Somebody was faster',
  status: 412,
  detail: 'Mona changed the draft in the meantime.',
};

interface Sent {
  method: string;
  seen: string | null;
  body: unknown;
}

/** A server that answers one thing after the other, and what it was sent. */
function server(...answers: (() => Response | Promise<Response>)[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const text = await request.text();
    const body: unknown = text === '' ? null : JSON.parse(text);
    sent.push({ method: request.method, seen: request.headers.get('if-match'), body });
    return (answers.shift() ?? (() => Response.error()))();
  });
  return sent;
}

const says = (there: ProcessDraft) => () => Response.json(there);
const stale = () => Response.json(STALE, { status: 412 });
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

function edit(first: ProcessDraft) {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(({ there }) => useDraft({ there, active, which: {}, user: 'olga' }), {
    wrapper,
    initialProps: { there: first },
  });
}

const pause = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the draft of a process', () => {
  it('is sent when one pauses, and what was found comes with the answer', async () => {
    const sent = server(says(draft(4, 'Selling')));
    const { result } = edit(draft(3, 'Sales', false));
    act(() => result.current.edit(process('Sellin'), 'name'));
    await pause(300);
    act(() => result.current.edit(process('Selling'), 'name'));
    expect([result.current.state.is, result.current.canPropose, result.current.changed]).toEqual([
      'saving',
      false,
      true,
    ]);
    await pause(800);
    expect(sent).toEqual([{ method: 'PUT', seen: '"3"', body: { process: process('Selling'), note: '' } }]);
    expect(result.current.state.is).toBe('saved');
    expect(result.current.found.toml).toBe('name = "Selling"');
    expect(result.current.canPropose).toBe(true);
  });

  it('is sent as text where one writes in the file, whether it can be read or not', async () => {
    const broken = { ...draft(4, ''), checked: { toml: 'name =', findings: [], grounds: [] } };
    const sent = server(says(broken));
    const { result } = edit(draft(3, 'Sales'));
    act(() => result.current.write('name ='));
    await pause(800);
    expect(sent[0]?.body).toEqual({ toml: 'name =', note: '' });
    expect([result.current.process, result.current.draft.text]).toEqual([null, 'name =']);
  });

  it('is sent again as it was when an edit is taken back, and is deleted when it is thrown away', async () => {
    const sent = server(says(draft(4, 'Selling')), says(draft(5, 'Sales')), says(draft(6, 'Sales', false)));
    const { result } = edit(draft(3, 'Sales'));
    act(() => result.current.edit(process('Selling'), ''));
    await pause(800);
    act(() => result.current.undo());
    expect(result.current.process?.name).toBe('Sales');
    await pause(800);
    act(() => result.current.discard());
    await pause(10);
    expect(sent.map(({ method, seen }) => [method, seen])).toEqual([
      ['PUT', '"3"'],
      ['PUT', '"4"'],
      ['DELETE', '"5"'],
    ]);
    expect([result.current.changed, result.current.canUndo]).toEqual([false, true]);
  });

  it('follows what others write while nothing waits here', () => {
    const { result, rerender } = edit(draft(3, 'Sales'));
    rerender({ there: draft(4, 'Theirs') });
    expect([result.current.process?.name, result.current.canUndo]).toEqual(['Theirs', false]);
    rerender({ there: draft(3, 'Late') });
    expect(result.current.process?.name).toBe('Theirs');
  });

  it('overwrites nobody where both wrote: one sees theirs, or saves over it', async () => {
    const sent = server(stale, says(draft(4, 'Theirs')), says(draft(4, 'Theirs')), says(draft(5, 'Mine')));
    const { result, rerender } = edit(draft(3, 'Sales'));
    act(() => result.current.edit(process('Mine'), ''));
    rerender({ there: draft(4, 'Theirs') });
    expect(result.current.process?.name).toBe('Mine');
    await pause(800);
    expect(result.current.state).toEqual({ is: 'stale', says: STALE.detail });
    expect(result.current.canPropose).toBe(false);
    await act(async () => {
      result.current.keepMine();
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(sent.at(-1)).toMatchObject({ method: 'PUT', seen: '"4"', body: { process: process('Mine') } });
    expect([result.current.state.is, result.current.process?.name]).toEqual(['saved', 'Mine']);
  });

  it('shows theirs where mine is dropped', async () => {
    server(stale, says(draft(4, 'Theirs')), says(draft(4, 'Theirs')));
    const { result, rerender } = edit(draft(3, 'Sales'));
    act(() => result.current.edit(process('Mine'), ''));
    await pause(800);
    act(() => result.current.takeTheirs());
    rerender({ there: draft(4, 'Theirs') });
    expect([result.current.state.is, result.current.process?.name]).toEqual(['saved', 'Theirs']);
    expect(localStorage).toHaveLength(0);
  });

  it('takes an answer that got lost for what it was', async () => {
    const sent = server(stale, says(draft(4, 'Selling')));
    const { result } = edit(draft(3, 'Sales'));
    act(() => result.current.edit(process('Selling'), ''));
    await pause(800);
    expect(sent.map(({ method }) => method)).toEqual(['PUT', 'GET']);
    expect(result.current.state.is).toBe('saved');
  });

  it('waits in this browser without a connection, and goes on from there', async () => {
    server(offline, offline);
    const first = edit(draft(3, 'Sales'));
    act(() => first.result.current.edit(process('Selling'), ''));
    await pause(800);
    expect(first.result.current.state.is).toBe('waiting');
    first.unmount();
    await pause(10);
    const sent = server(says(draft(4, 'Selling')));
    const { result } = edit(draft(3, 'Sales'));
    expect([result.current.process?.name, result.current.canUndo]).toEqual(['Selling', true]);
    await pause(10);
    expect(sent[0]).toMatchObject({ method: 'PUT', seen: '"3"' });
    expect([result.current.state.is, localStorage.length]).toEqual(['saved', 0]);
  });
});
