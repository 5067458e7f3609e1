import { ProblemNote } from '@/ui/ProblemNote';
import { useFigures } from './figures';
import { m } from './messages';

/** What keeps the figures from being shown, if anything does. */
export function CountingNote() {
  const { problem, retry } = useFigures();
  return problem && <ProblemNote problem={{ ...problem, title: m.failed }} onRetry={retry} />;
}
