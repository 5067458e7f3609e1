import type { ConversionStep } from '@/api';
import { also, type Selection } from '@/app/selection';
import { DealsLink } from '@/ui/DealsLink';
import { count, percent, shortDays } from '@/ui/format';
import css from './Measure.module.css';
import { m } from './messages';
import { decided, LITTLE, shareOf } from './share';

/** Every pair of stages: rows entered, columns reached later. */
export function ConversionMatrix({ steps, selection }: { steps: ConversionStep[]; selection: Selection }) {
  const from = [...new Set(steps.map((s) => s.from))];
  const to = [...new Set(steps.map((s) => s.to))];
  const ordered = [...from.filter((name) => to.includes(name)), ...to.filter((name) => !from.includes(name))];
  return (
    <div className={css.matrix} tabIndex={0} role="region" aria-label={m.conversion.matrix}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.conversion.from}</th>
            {ordered.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {from.map((name) => (
            <tr key={name}>
              <th scope="row">
                <DealsLink to={also(selection, { visited: name })}>{name}</DealsLink>
              </th>
              {ordered.map((aim) => (
                <td key={aim}>
                  <Cell step={steps.find((s) => s.from === name && s.to === aim)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ step }: { step: ConversionStep | undefined }) {
  if (!step || step.entered === 0) return null;
  if (decided(step) === 0) return <small>{shareOf(step)}</small>;
  return (
    <>
      <b>{shareOf(step)}</b>
      {decided(step) >= LITTLE && (
        <small>
          {percent(step.low)} – {percent(step.high)}
        </small>
      )}
      <small>
        {decided(step) >= LITTLE && `${count(step.reached)} / ${count(decided(step))} · `}
        {shortDays(step.median_days)}
      </small>
    </>
  );
}
