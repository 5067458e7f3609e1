import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, got, type ToDo } from '@/api';
import { dayIn } from '@/ui/days';

/** Days ahead that are looked at. */
export const AHEAD = 7;

/** Stands for everybody, as the API has it. */
export const EVERYBODY = '*';

/** What is to be done; without an owner about the deals of who asks. */
export const myDayQuery = (owner: string | undefined) =>
  queryOptions({
    queryKey: ['my-day', owner ?? null],
    queryFn: ({ signal }) =>
      got(
        api.GET('/my-day', { params: { query: { ahead: AHEAD, ...(owner === undefined ? {} : { owner }) } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });

/** What becomes of a line: it is done, it will not be any more, or it is to be done again. */
export type Act = 'done' | 'dropped' | 'again';

/** What a line's buttons do. */
export type LineAct = Exclude<Act, 'again'>;

const BECAME = { done: 'kept', dropped: 'dropped', again: 'agreed' } as const;

/** Writes down what became of a task or a commitment; answers with the deal as it is then. */
export function send(line: ToDo, act: Act) {
  const { deal: id, stage_id: stage, item } = line;
  if (line.kind === 'task') {
    const path = { id, stage, task: item };
    return got(api.POST('/deals/{id}/tasks/{stage}/{task}', { params: { path }, body: { done: act === 'done' } }));
  }
  const due = act === 'again' && line.due ? { due: dayIn(line.due, 'UTC') } : {};
  const path = { id, stage, commitment: item };
  return got(
    api.POST('/deals/{id}/commitments/{stage}/{commitment}', {
      params: { path },
      body: { became: BECAME[act], ...due },
    }),
  );
}
