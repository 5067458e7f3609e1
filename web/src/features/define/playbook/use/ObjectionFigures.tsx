import { IconStar } from '@tabler/icons-react';
import type { AnswerUse, ObjectionUse } from '@/api';
import { EndingWords } from './EndingWords';
import { m } from './messages';
import css from './Use.module.css';

/** How often an objection came, was settled, and how those deals ended. */
export function ObjectionFigures({ use: { raised, settled, endings } }: { use: ObjectionUse }) {
  if (raised.times === 0) return <p className="soft small">{m.neverRaised}</p>;
  return (
    <div className={css.figures}>
      <p>
        {m.raised(raised.deals, raised.times, settled)}
        {raised.last ? `, ${m.last(raised.last)}` : ''}.
      </p>
      <EndingWords endings={endings} what="objection" />
    </div>
  );
}

interface AnswerProps {
  /** None where it was not counted yet. */
  use: AnswerUse | undefined;
  /** The data supports it most of all answers to this. */
  best: boolean;
}

/** How often an answer was given, and how those deals ended. */
export function AnswerFigures({ use, best }: AnswerProps) {
  if (use === undefined) return null;
  const { given, endings } = use;
  if (given.times === 0) return <p className="soft small">{m.neverGiven}</p>;
  return (
    <div className={css.figures}>
      {best && (
        <p className={css.best}>
          <IconStar size={16} aria-hidden /> {m.best}
        </p>
      )}
      <p>{m.given(given.times, given.deals)}</p>
      <EndingWords endings={endings} what="answer" />
    </div>
  );
}
