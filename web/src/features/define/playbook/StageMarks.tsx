import { stageColour, stageLetter } from '@/ui/stage';
import columns from '../Define.module.css';
import type { Placed } from './coverage';
import css from './Playbook.module.css';

/** A stage's letter in its colour. */
export function StageLetter({ place }: { place: number }) {
  return (
    <span className={`${columns.letter} ${css.letter}`} style={{ background: stageColour(place) }} aria-hidden>
      {stageLetter(place)}
    </span>
  );
}

/** Stages by letter and name. */
export function StageMarks({ stages }: { stages: readonly Placed[] }) {
  return (
    <ul className={css.marks}>
      {stages.map(({ stage, place }) => (
        <li key={place}>
          <StageLetter place={place} />
          <span>{stage.name}</span>
        </li>
      ))}
    </ul>
  );
}
