import { createContext, useContext } from 'react';
import type { CriterionGround, Finding } from '@/api';

/** What the forms of the editor need to know beside what they edit. */
export interface Surroundings {
  findings: readonly Finding[];
  grounds: readonly CriterionGround[];
  /** Kinds of events to choose from. */
  kinds: string[];
  /** Fields of a deal with their frequent values. */
  fields: { name: string; values: string[] }[];
  /** Names of stages in the data. */
  observed: string[];
}

export const SurroundingsContext = createContext<Surroundings>({
  findings: [],
  grounds: [],
  kinds: [],
  fields: [],
  observed: [],
});

export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);
