import { Kbd, Modal, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';
import { m } from '@/messages';
import { PLACES } from './places';

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"]';

/** A dialog over the page; keys are its own even before it has the focus. */
const OPEN = '[role="dialog"][aria-modal="true"]';

/** Whether a key goes to a field or a dialog rather than to the page. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.metaKey ||
  event.ctrlKey ||
  event.altKey ||
  (event.target instanceof Element && event.target.closest(TYPING) !== null) ||
  document.querySelector(OPEN) !== null;

/**
 * Calls a page's own actions by key while the page is shown: `useKeys({ m: move, e: edit })`. Keys typed into a field
 * and keys after `g` are left alone.
 */
export function useKeys(actions: Record<string, (() => void) | undefined>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = isTyping(event) ? undefined : latest.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Milliseconds that `g` waits for the key of a place. */
const WAIT = 1_500;

/** The keys that work everywhere, and the page that lists them. */
export function Keys(): ReactElement {
  const navigate = useNavigate();
  const [shown, { toggle, close }] = useDisclosure(false);
  useEffect(() => {
    let after = 0;
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const place = Date.now() < after ? PLACES.find((p) => p.key === event.key) : undefined;
      after = event.key === 'g' ? Date.now() + WAIT : 0;
      if (place) {
        event.preventDefault();
        event.stopPropagation();
        void navigate({ to: place.to });
      } else if (event.key === '?') {
        toggle();
      } else if (event.key === '/') {
        const filter = document.querySelector<HTMLElement>('[data-filter]');
        if (!filter) return;
        event.preventDefault();
        filter.focus();
      }
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, [navigate, toggle]);
  return (
    <Modal opened={shown} onClose={close} title={m.keys.title}>
      <Table>
        <Table.Tbody>
          {PLACES.map((place) => (
            <KeyRow key={place.key} keys={['g', place.key]} does={place.name} />
          ))}
          {m.keys.others.map(([key, does]) => (
            <KeyRow key={key} keys={[key]} does={does} />
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

function KeyRow({ keys, does }: { keys: string[]; does: string }) {
  return (
    <Table.Tr>
      <Table.Td w={100}>
        {keys.map((key) => (
          <Kbd key={key} mr={4}>
            {key}
          </Kbd>
        ))}
      </Table.Td>
      <Table.Td>{does}</Table.Td>
    </Table.Tr>
  );
}
