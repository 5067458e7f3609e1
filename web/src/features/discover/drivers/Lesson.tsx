import type { Drivers } from '@/api';
import { given } from '@/ui/given';
import { kept } from '@/ui/format';
import css from './Lesson.module.css';
import { m } from './messages';
import { scaleEnd } from './odds';
import { OddsAxis, OddsBar } from './OddsBar';

type Told = NonNullable<Drivers['lesson']>;

/** Where counting plainly misleads, with this data's own figures. */
export function Lesson({ lesson }: { lesson: Told | null | undefined }) {
  if (!given(lesson)) return null;
  const naive = { value: lesson.naive, low: null, high: null };
  const blank = { won: 0, lost: 0 };
  const end = scaleEnd([{ odds_ratio: naive, naive: { with: blank, without: blank, odds_ratio: null } }]);
  return (
    <aside className={`card ${css.lesson}`}>
      <h2>{m.lesson}</h2>
      <p>{kept(lesson.sentence)}</p>
      <dl className={css.bars}>
        <dt>{m.lessonPlain}</dt>
        <dd>
          <OddsBar odds_ratio={null} naive={lesson.naive} end={end} />
        </dd>
        <dt>{m.lessonComparable}</dt>
        <dd>
          <OddsBar odds_ratio={lesson.comparable} end={end} strong />
          <OddsAxis end={end} />
        </dd>
      </dl>
      <p className="soft small">{m.lessonHelp}</p>
    </aside>
  );
}
