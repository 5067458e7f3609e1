import type { AfterView } from '@/api';
import css from './After.module.css';
import { m } from './messages';
import { Part } from './Part';

/** The stages after the sale and how much of each is done. */
export function Steps({ steps }: { steps: AfterView['steps'] }) {
  if (steps.length === 0) return null;
  return (
    <Part id="steps" title={m.steps.title}>
      <ul className={css.list}>
        {steps.map(({ stage_id: id, name, done, total, here }) => (
          <li key={id}>
            <p>
              {name} {here && <span className={css.about}>{m.steps.here}</span>}
            </p>
            <div className={css.acts} style={{ alignItems: 'center' }}>
              <div className={css.bar} aria-hidden>
                <span style={{ width: `${String((100 * done) / Math.max(total, 1))}%` }} />
              </div>
              <span className={css.about}>{m.steps.of(done, total)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Part>
  );
}
