import { useNavigate } from '@tanstack/react-router';
import { scaleLinear } from '@visx/scale';
import type { ConversionStep } from '@/api';
import { also, type Selection, writeParams } from '@/app/selection';
import { count, percent } from '@/ui/format';
import { useWidth } from '@/ui/useWidth';
import css from './Chart.module.css';
import { m } from './messages';
import { decided, LITTLE, shareOf } from './share';

const BAR = 28;
const BETWEEN = 56;

/** Neighbouring stages below each other: how many entered, and what became of them on the way to the next. */
export function Funnel({ steps, selection }: { steps: ConversionStep[]; selection: Selection }) {
  const { ref, width } = useWidth();
  const navigate = useNavigate();
  const last = steps.at(-1);
  const most = Math.max(1, ...steps.map((s) => s.entered), last?.reached ?? 0);
  const x = scaleLinear<number>({ domain: [0, most], range: [0, width - 8] });
  const bars = steps.map((s) => ({ name: s.from, n: s.entered }));
  if (last) bars.push({ name: last.to, n: last.reached });
  const open = (name: string) =>
    void navigate({ href: `/deals${writeParams({ ...also(selection, { visited: name }) })}` });
  return (
    <div ref={ref}>
      <svg
        width={width}
        height={bars.length * (BAR + BETWEEN) - BETWEEN + 32}
        role="group"
        aria-label={m.conversion.title}
      >
        {bars.map(({ name, n }, place) => {
          const top = place * (BAR + BETWEEN) + 24;
          const step = steps[place];
          return (
            <g key={`${name} ${place}`} transform={`translate(0 ${top})`}>
              <text className={css.name} y={-8}>
                {name} <tspan fontWeight={400}>{count(n)}</tspan>
              </text>
              <rect className={css.bar} width={Math.max(1, x(n))} height={BAR} rx={3} />
              {step && <rect className={css.went} width={Math.max(0, x(step.reached))} height={BAR} rx={3} />}
              {!step && <rect className={css.went} width={Math.max(1, x(n))} height={BAR} rx={3} />}
              <rect
                className={css.hit}
                width={Math.max(24, x(n))}
                height={BAR}
                role="link"
                tabIndex={0}
                aria-label={`${name}: ${count(n)}`}
                onClick={() => open(name)}
                onKeyDown={(event) => event.key === 'Enter' && open(name)}
              />
              {step && (
                <text className={css.soft} y={BAR + 18}>
                  <Went step={step} narrow={width < 560} />
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function Went({ step, narrow }: { step: ConversionStep; narrow: boolean }) {
  if (decided(step) === 0) return <>↓ {m.conversion.undecided(step.to) + m.conversion.open_(step.open)}</>;
  const between = decided(step) < LITTLE ? '' : ` (${percent(step.low, true)} to ${percent(step.high, true)})`;
  return (
    <>
      ↓ <tspan fontWeight={600}>{shareOf(step)}</tspan> {m.conversion.went(step.to)}
      {!narrow && between + m.conversion.days(step.median_days) + m.conversion.open_(step.open)}
    </>
  );
}
