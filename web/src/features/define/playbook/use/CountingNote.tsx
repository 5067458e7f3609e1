import { ProblemNote } from '@/ui/ProblemNote';
import { useFigures } from './figures';
import { m } from './messages';
import css from './Use.module.css';

/** What keeps the figures from being shown; else, where there are any, how they are to be read. */
export function CountingNote({ reads }: { reads: boolean }) {
  const { use, problem, retry } = useFigures();
  if (problem) return <ProblemNote problem={{ ...problem, title: m.failed }} onRetry={retry} />;
  if (!reads || use === null || use.closed.of === 0) return null;
  return (
    <p className={`${css.note} soft small`}>
      {m.base(use.closed)} {m.caveat}
    </p>
  );
}
