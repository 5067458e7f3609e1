import type { Health as HealthFacts, HealthLight } from '@/api';
import css from './After.module.css';
import { m } from './messages';
import { Mark, Part, type Tone } from './Part';

const TONES: Record<HealthLight, Tone> = { green: 'good', amber: 'look', red: 'bad', unknown: 'plain' };
const SIGNS: Record<HealthLight, string> = { green: '✓', amber: '!', red: '✕', unknown: '?' };

/** A light with its sign, so that it is told without colour too. */
export const HealthMark = ({ light }: { light: HealthLight }) => (
  <Mark tone={TONES[light]}>
    <span aria-hidden>{SIGNS[light]}</span> {m.health.light[light]}
  </Mark>
);

/** How the customer is doing, and why. */
export function Health({ health }: { health: HealthFacts }) {
  return (
    <Part id="health" title={m.health.title} actions={<HealthMark light={health.light} />}>
      {health.reasons.length === 0 ? <p className="soft">{m.health.none}</p> : <Reasons health={health} />}
    </Part>
  );
}

/** The facts that the light rests on, the worst first. */
export const Reasons = ({ health }: { health: HealthFacts }) => (
  <ul className={css.reasons}>
    {health.reasons.map((reason) => (
      <li key={reason.fact}>
        <span aria-label={m.health.light[reason.light]} role="img">
          {SIGNS[reason.light]}
        </span>
        <span>{reason.says}</span>
      </li>
    ))}
  </ul>
);
