import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got, type Process } from '@/api';
import { counted } from '../../criterion/queries';

/** The part of a process that its use depends on: an edit to anything else asks for nothing anew. */
export function named(process: Process): Process {
  const { library = [], objections = [] } = process;
  return {
    ...counted({ ...process, schemes: [] }),
    library: library.map(({ id, name, kind, stages = [] }) => ({ id, name, kind, stages })),
    objections: objections.map(({ id, kind, says, answers = [] }) => ({
      id,
      kind,
      says,
      answers: answers.map((a) => ({ id: a.id, says: a.says })),
    })),
  };
}

/** How the playbook of a process was used, and how those deals ended. A look-up, though the API has it as POST. */
export const playbookUseQuery = (process: Process) => {
  const body = { process: named(process), note: '' };
  return queryOptions({
    queryKey: ['measure', 'playbook', body],
    queryFn: ({ signal }) => got(api.POST('/process/use', { body, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
};
