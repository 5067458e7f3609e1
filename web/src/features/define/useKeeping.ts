import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keptAt } from '@/app/kept';
import { Saver, type SaveState, useSending } from '@/app/saver';
import { type DraftPlace, DraftSender, readUnsent, type Unsent, type Versioned } from './DraftSender';

/** Milliseconds after the last letter until a draft is sent. */
const PAUSE = 700;
/** Under what it waits to be sent. */
const DRAFT = 'draft';

/** How a draft is kept by the server as one goes. */
export interface Keeping<Content> {
  /** What the server has not got yet. */
  unsent: Unsent<Content> | null;
  state: SaveState;
  put: (content: Content, delay?: number) => void;
  /** Drops what could not be saved for what somebody else saved. */
  takeTheirs: () => void;
  /** Saves over what somebody else saved. */
  keepMine: () => void;
}

interface Settings<Content, There extends Versioned> {
  place: DraftPlace<Content, There>;
  /** Where in this browser it waits while there is no connection. */
  kept: string;
  /** What was kept there before; undefined if it is something else. */
  read: (stored: unknown) => Content | undefined;
  /** Content became the draft. */
  onSent?: (there: There) => void;
}

/** Keeps a draft that several people may change; the page may follow theirs while nothing waits here. */
export function useKeeping<Content, There extends Versioned>(
  there: Versioned,
  { place, kept: at, read, onSent }: Settings<Content, There>,
): Keeping<Content> {
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState>({ is: 'saved' });
  const [kept] = useState(() => keptAt(at, readUnsent(read)));
  const [unsent, setUnsent] = useState<Unsent<Content> | null>(() => kept.all()[DRAFT] ?? null);
  const [sender] = useState(
    () =>
      new DraftSender(queries, place, (sent, now) => {
        setUnsent((waiting) => (waiting === sent ? null : waiting));
        onSent?.(now);
      }),
  );
  const [saver] = useState(() => new Saver<Unsent<Content>>((_, waiting) => sender.send(waiting), setState, kept));
  useSending(saver);
  return {
    unsent,
    state,
    put: (content, delay = PAUSE) => {
      if (unsent === null) sender.restOn(there.version);
      const next = { seen: sender.seen ?? unsent?.seen ?? there.version, content };
      setUnsent(next);
      saver.put(DRAFT, next, delay);
    },
    takeTheirs: () => {
      saver.drop(DRAFT);
      setUnsent(null);
      void sender.look();
    },
    keepMine: () => {
      void sender.look().then((found) => {
        sender.restOn(found.version);
        return saver.flush();
      });
    },
  };
}
