import type { Stage } from '@/api';
import { StageMark } from '../MoveDialog';
import { m } from '../messages';
import css from './Board.module.css';
import { useDrop } from './Column';

/** Where a card can be dropped to close the deal; there while one is dragged. */
export function CloseStrip({ stages, shown }: { stages: Stage[]; shown: boolean }) {
  const places = stages.map((stage, place) => ({ stage, place }));
  const ends = places.filter(({ stage }) => stage.kind === 'won' || stage.kind === 'lost');
  return (
    <div className={css.strip} data-shown={shown || undefined} aria-hidden>
      <span className="soft small">{m.board.close}</span>
      {ends.map(({ stage, place }) => (
        <End key={stage.id} stage={stage} place={place} />
      ))}
    </div>
  );
}

function End({ stage, place }: { stage: Stage; place: number }) {
  const { ref, over } = useDrop(stage.id, true);
  return (
    <section ref={ref} className={css.end} data-over={over || undefined}>
      <StageMark kind={stage.kind} place={place} /> {stage.name}
    </section>
  );
}
