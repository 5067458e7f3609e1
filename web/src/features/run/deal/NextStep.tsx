import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DealView } from '@/api';
import { SayWhatHinders } from '@/features/measure/feedback/SayWhatHinders';
import { GroundMark } from '@/ui/GroundMark';
import { useTick } from '../queries';
import css from './Deal.module.css';
import { m } from './messages';
import { nextStep, type Step } from './next';
import type { Remedy } from './remedy';
import { saidAt } from './saidAt';

interface Props {
  view: DealView;
  /** What would meet a criterion. */
  remedyOf: (criterion: string) => Remedy | null;
  onRemedy: (remedy: Remedy) => void;
  onMove: (stage: string) => void;
}

/** The one best thing to do next, with the button that does it. */
export function NextStep({ view, remedyOf, onRemedy, onMove }: Props) {
  const tick = useTick(view.deal.id);
  const step = nextStep(view);
  const remedy = step.is === 'criterion' ? remedyOf(step.verdict.id) : null;
  const act = (): ReactNode => {
    if (step.is === 'no-process') {
      return (
        <Button component={Link} to="/define/propose">
          {m.next.propose}
        </Button>
      );
    }
    if (!view.may_change) return null;
    if (remedy) return <Button onClick={() => onRemedy(remedy)}>{remedyWords(remedy)}</Button>;
    if (step.is === 'move') return <Button onClick={() => onMove(step.to.stage_id)}>{m.next.go(step.to.name)}</Button>;
    if (step.is === 'task' && view.stage) {
      const { stage_id: stage } = view.stage;
      return (
        <Button loading={tick.isPending} onClick={() => tick.mutate({ stage, task: step.task.id, done: true })}>
          {m.next.task}
        </Button>
      );
    }
    return null;
  };
  return (
    <section className={css.next} aria-labelledby="next-step">
      <div>
        <h2 id="next-step">{m.next.title}</h2>
        <p>{words(step, view)}</p>
      </div>
      <div className={css.nextActs}>
        {act()}
        {view.stage && view.deal.outcome === 'open' && (
          <SayWhatHinders at={saidAt(view, view.stage.stage_id)} about={view.stage.name} inWords />
        )}
      </div>
    </section>
  );
}

function words(step: Step, view: DealView): ReactNode {
  switch (step.is) {
    case 'no-process':
      return m.next.noProcess;
    case 'unknown-stage':
      return step.stage === null ? m.next.noStage : m.next.unknown(step.stage);
    case 'closed':
      return view.deal.outcome === 'won' ? m.next.won : m.next.lost;
    case 'criterion':
      return (
        <>
          <GroundMark ground={step.verdict.ground} /> {step.verdict.says}
        </>
      );
    case 'move':
      return m.next.move(step.to.name);
    case 'task':
      return step.task.name;
    case 'nothing':
      return m.next.nothing;
  }
}

const WORDS = { touch: m.next.criterion, field: m.next.field, answer: m.next.answer };
const remedyWords = (remedy: Remedy): string => WORDS[remedy.do];
