import { createContext, useContext } from 'react';
import type { CriterionGround, Finding, Process } from '@/api';
import type { ListName, Place } from './lists';

/** What every part of the columns knows. */
export interface Board {
  process: Process;
  findings: readonly Finding[];
  grounds: readonly CriterionGround[];
  /** Changes the process; none where one may only read. */
  edit: ((process: Process, about: string) => void) | null;
  /** The line whose details are open: `presenting.exit.demo`. */
  open: string | null;
  onOpen: (line: string | null) => void;
  /** Carries a line to another place by key; the focus goes along. */
  carry: (list: ListName, from: Place, to: Place) => void;
}

export const BoardContext = createContext<Board>({
  process: { schema: 1, id: '', name: '' },
  findings: [],
  grounds: [],
  edit: null,
  open: null,
  onOpen: () => undefined,
  carry: () => undefined,
});

export const useBoard = (): Board => useContext(BoardContext);

/** What a line is called among all lines of the process. */
export const lineName = (stage: string, list: ListName, key: string): string => `${stage}.${list}.${key}`;
