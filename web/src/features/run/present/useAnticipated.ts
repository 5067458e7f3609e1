import { useQuery } from '@tanstack/react-query';
import type { Objections, Process } from '@/api';
import type { Anticipated } from '../deal/hand';
import { m } from './messages';
import { objectionsQuery } from './queries';

/** What is anticipated in a deal, with the answers that did best first; none while it is not known. */
export function useAnticipated(deal: string, process: Process | null): Anticipated | undefined {
  const found = useQuery({ ...objectionsQuery(deal), enabled: process !== null }).data;
  return found && anticipatedOf(found);
}

/** The suggestions as objections with their answers in order. What is settled needs no answer any more. */
export const anticipatedOf = ({ suggested, persona, closed }: Objections): Anticipated => ({
  figures: closed === 0 ? '' : m.objections.figures(persona ?? null, closed),
  objections: suggested
    .filter((one) => one.state !== 'settled')
    .map(({ id, says, because, state, answers }) => ({
      objection: {
        id,
        kind: '',
        says,
        answers: answers.map(({ id: answer, says: words, proof }) => ({ id: answer, says: words, proof })),
      },
      because,
      raised: state === 'open' || state === 'answered',
      known: Object.fromEntries(answers.map((answer) => [answer.id, answer.known])),
    })),
});
