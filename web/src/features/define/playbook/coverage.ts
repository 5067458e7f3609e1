import type { Content, Persona, Process, Stage } from '@/api';
import { kindOfStage, stagesOf } from '../edit';

/** A stage with its place in the order. */
export interface Placed {
  stage: Stage;
  place: number;
}

export interface CoverageCell extends Placed {
  /** Made for this persona. */
  own: Content[];
  /** Made for everybody. */
  shared: Content[];
  /** Nothing at all for this persona here. */
  hole: boolean;
}

export interface CoverageRow {
  /** Null: for everybody. */
  persona: Persona | null;
  cells: CoverageCell[];
}

export interface Coverage {
  stages: Placed[];
  rows: CoverageRow[];
  holes: number;
  cells: number;
  /** Content that names no stage of the process, and so stands nowhere. */
  unplaced: Content[];
}

const isFor = (content: Content, stage: Stage): boolean => content.stages?.includes(stage.id) ?? false;
const isForEverybody = (content: Content): boolean => (content.personas ?? []).length === 0;

/** Which persona finds what at which stage. Closed deals need nothing, so such a stage counts only if content names it. */
export function coverage(process: Process): Coverage {
  const { personas = [], library = [] } = process;
  const stages = stagesOf(process)
    .map((stage, place) => ({ stage, place }))
    .filter(({ stage }) => !['won', 'lost'].includes(kindOfStage(stage)) || library.some((c) => isFor(c, stage)));
  const row = (persona: Persona | null): CoverageRow => ({
    persona,
    cells: stages.map(({ stage, place }) => {
      const here = library.filter((c) => isFor(c, stage));
      const own = persona ? here.filter((c) => c.personas?.includes(persona.id)) : here.filter(isForEverybody);
      const shared = persona ? here.filter(isForEverybody) : [];
      return { stage, place, own, shared, hole: persona !== null && own.length + shared.length === 0 };
    }),
  });
  const rows = [...personas.map(row), row(null)];
  return {
    stages,
    rows,
    holes: rows.flatMap((r) => r.cells).filter((c) => c.hole).length,
    cells: personas.length * stages.length,
    unplaced: library.filter((c) => !stages.some(({ stage }) => isFor(c, stage))),
  };
}
