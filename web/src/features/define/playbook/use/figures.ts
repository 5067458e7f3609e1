import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { asProblem, type PlaybookUse, type Problem, type Process } from '@/api';
import { playbookUseQuery } from './queries';

/** Milliseconds without a change before deals are counted anew. */
const PAUSE = 600;

/** How the playbook was used, as far as that is known. */
export interface Figures {
  use: PlaybookUse | null;
  /** Counted for the first time. */
  counting: boolean;
  problem: Problem | null;
  retry: () => void;
}

export const FiguresContext = createContext<Figures>({
  use: null,
  counting: false,
  problem: null,
  retry: () => undefined,
});

export const useFigures = (): Figures => useContext(FiguresContext);

/** Counts the use of a playbook that is being edited, once its names rest. */
export function useCounted(process: Process, enabled: boolean): Figures {
  const [settled] = useDebouncedValue(process, PAUSE);
  const { data, isError, error, refetch, isPending } = useQuery({ ...playbookUseQuery(settled), enabled });
  return {
    use: data ?? null,
    counting: enabled && isPending,
    problem: isError && data === undefined ? asProblem(error) : null,
    retry: () => void refetch(),
  };
}
