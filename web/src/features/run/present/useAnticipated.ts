import { useQuery } from '@tanstack/react-query';
import type { Objections, Process } from '@/api';
import type { Expected } from '../deal/hand';
import { objectionsQuery } from './queries';

/** What is anticipated in a deal, with the answers that did best first; none while it is not known. */
export function useAnticipated(deal: string, process: Process | null): Expected[] | undefined {
  const found = useQuery({ ...objectionsQuery(deal), enabled: process !== null }).data;
  return found && expectedOf(found);
}

/** The suggestions as objections with their answers in order. What is settled needs no answer any more. */
export const expectedOf = ({ suggested }: Objections): Expected[] =>
  suggested
    .filter((one) => one.state !== 'settled')
    .map(({ id, says, because, answers }) => ({
      objection: {
        id,
        kind: '',
        says,
        answers: answers.map(({ id: answer, says: words, proof }) => ({ id: answer, says: words, proof })),
      },
      because,
      known: Object.fromEntries(answers.map((answer) => [answer.id, answer.known])),
    }));
