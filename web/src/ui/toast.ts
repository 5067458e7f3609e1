import { notifications } from '@mantine/notifications';
import { asProblem } from '@/api';
import { m } from '@/messages';

/** Says in passing that something was done. */
export const tell = (message: string): void => {
  notifications.show({ message, color: 'teal', autoClose: 4_000 });
};

/** Says in passing that something went wrong, with the number to quote. */
export const tellProblem = (error: unknown): void => {
  const problem = asProblem(error);
  const number = problem.number ? ` ${m.problem.number} ${problem.number}` : '';
  notifications.show({ title: problem.title, message: problem.detail + number, color: 'red', autoClose: 10_000 });
};
