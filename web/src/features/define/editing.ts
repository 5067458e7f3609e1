import { createContext, useContext } from 'react';
import type { CriterionGround, Finding } from '@/api';

/** What the forms of the editor need to know beside what they edit. */
export interface Surroundings {
  findings: readonly Finding[];
  grounds: readonly CriterionGround[];
  /** Names of stages in the data. */
  observed: string[];
}

export const SurroundingsContext = createContext<Surroundings>({
  findings: [],
  grounds: [],
  observed: [],
});

export const useSurroundings = (): Surroundings => useContext(SurroundingsContext);
