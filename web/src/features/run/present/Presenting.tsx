import type { DealView, Process, Stage } from '@/api';
import { Findings } from './Findings';
import { Meetings } from './Meetings';
import { Qualification } from './Qualification';

interface Props {
  view: DealView;
  process: Process | null;
  stage: Stage | undefined;
  onAnswer: (question: string) => void;
  onDisqualify: (() => void) | undefined;
}

/** What a rep needs from the first call to the demonstration. */
export function Presenting({ view, process, stage, onAnswer, onDisqualify }: Props) {
  return (
    <>
      <Qualification view={view} onAnswer={onAnswer} onDisqualify={onDisqualify} />
      <Findings view={view} process={process} />
      <Meetings view={view} process={process} stage={stage} />
    </>
  );
}
