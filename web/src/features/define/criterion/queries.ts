import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got, type Predicate, type Process } from '@/api';
import { stagesOf } from '../edit';

/** The part of a process by which a criterion is counted: an edit to anything else asks for nothing anew. */
export function counted({ schema, id, name, language, deals, schemes, stages }: Process): Process {
  return {
    schema,
    id,
    name,
    ...(language !== undefined && { language }),
    ...(deals !== undefined && { deals }),
    ...(schemes !== undefined && { schemes }),
    stages: stagesOf({ schema, id, name, ...(stages && { stages }) }).map((s) => ({
      id: s.id,
      name: s.name,
      kind: s.kind ?? 'open',
      observed: s.observed ?? [],
    })),
  };
}

/** How deals did with and without a criterion of a stage. A look-up, though the API has it as POST. */
export const historyQuery = (process: Process, stage: string, test: Predicate) => {
  const body = { stage, criterion: { id: 'tested', says: '', ...test }, process: counted(process) };
  return queryOptions({
    queryKey: ['process', 'criterion', body],
    queryFn: ({ signal }) => got(api.POST('/process/criterion', { body, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    meta: { quiet: true },
  });
};

/** Acts of the prospect that parted won from lost deals at a stage of the active process. */
export const suggestionsQuery = (process: string, stage: string) =>
  queryOptions({
    queryKey: ['process', 'suggestions', process, stage],
    queryFn: ({ signal }) => got(api.GET('/process/suggestions', { params: { query: { process, stage } }, signal })),
    staleTime: 60_000,
    retry: false,
  });
