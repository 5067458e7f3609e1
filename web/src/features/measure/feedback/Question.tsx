import type { PulsePoint, PulseRoundView, PulseSeries } from '@/api';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import css from './Feedback.module.css';
import { m } from './messages';

const tenth = (n: number): string => n.toFixed(1);
const MOST = 12;

interface Props {
  series: PulseSeries;
  rounds: PulseRoundView[];
}

/** One question: its last mean, how the answers spread, how it went over the rounds, and whether that is noise. */
export function Question({ series: { question, points }, rounds }: Props) {
  const told = points.filter((point) => given(point.figures));
  const last = told.at(-1);
  const figures = last?.figures;
  return (
    <section className={css.question} aria-label={question}>
      <h3>{question}</h3>
      {given(figures) ? (
        <>
          <p className={css.mean}>
            {m.pulse.mean(
              tenth(figures.mean),
              given(figures.low) ? tenth(figures.low) : null,
              given(figures.high) ? tenth(figures.high) : null,
            )}{' '}
            <span className="soft small">
              {m.pulse.n(figures.n)}
              {!given(figures.low) && figures.n > 1 && `, ${m.pulse.same}`}
            </span>
          </p>
          <Spread counts={figures.counts} />
          <p className={css.change}>{last?.change?.says ?? m.pulse.first}</p>
          {told.length > 1 && <Course question={question} points={told.slice(-MOST)} rounds={rounds} />}
        </>
      ) : (
        <p className="soft">–</p>
      )}
    </section>
  );
}

/** How many gave each answer. */
function Spread({ counts }: { counts: number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <div className={css.spread} role="img" aria-label={m.pulse.distribution(counts)}>
      {counts.map((n, at) => (
        <div key={at} className={css.bar} aria-hidden>
          <span>{n}</span>
          <i style={{ height: `${(n / most) * 48}px` }} />
          <b>{at + 1}</b>
        </div>
      ))}
    </div>
  );
}

const WIDTH = 240;
const HEIGHT = 96;
const EDGE = { x: 16, top: 8, bottom: 24 };

/** The mean of each round with its interval. */
function Course({ question, points, rounds }: { question: string; points: PulsePoint[]; rounds: PulseRoundView[] }) {
  const step = points.length > 1 ? (WIDTH - 2 * EDGE.x) / (points.length - 1) : 0;
  const y = (score: number) => EDGE.top + ((5 - score) / 4) * (HEIGHT - EDGE.top - EDGE.bottom);
  const x = (at: number) => EDGE.x + at * step;
  const day = (point: PulsePoint) => date(rounds.find((round) => round.no === point.round)?.opened);
  const [first, last] = [points[0], points.at(-1)];
  const line = points.flatMap((p, at) => (given(p.figures) ? [`${x(at)},${y(p.figures.mean)}`] : [])).join(' ');
  return (
    <svg className={css.course} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={m.pulse.chart(question)}>
      {[1, 3, 5].map((score) => (
        <g key={score}>
          <line className={css.rule} x1={EDGE.x - 6} x2={WIDTH - EDGE.x + 6} y1={y(score)} y2={y(score)} />
          <text className={css.tick} x={0} y={y(score) + 4}>
            {score}
          </text>
        </g>
      ))}
      <polyline className={css.courseLine} points={line} fill="none" />
      {points.map((point, at) => {
        const { figures } = point;
        if (!given(figures)) return null;
        return (
          <g key={point.round}>
            <title>{`${day(point)}: ${tenth(figures.mean)}, ${m.pulse.n(figures.n)}`}</title>
            {given(figures.low) && given(figures.high) && (
              <line className={css.interval} x1={x(at)} x2={x(at)} y1={y(figures.low)} y2={y(figures.high)} />
            )}
            <circle className={css.dot} cx={x(at)} cy={y(figures.mean)} r={4} />
          </g>
        );
      })}
      {first && last && (
        <>
          <text className={css.tick} x={EDGE.x} y={HEIGHT - 4}>
            {day(first)}
          </text>
          <text className={css.tick} x={WIDTH} y={HEIGHT - 4} textAnchor="end">
            {day(last)}
          </text>
        </>
      )}
    </svg>
  );
}
