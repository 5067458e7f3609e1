import type { TargetHistory } from '@/api';
import css from './Targets.module.css';
import { m } from './messages';

const WIDTH = 280;
const HEIGHT = 56;
const EDGE = 4;

/** The last steps of a metric with the band that it is to stay in; steps outside are marked. */
export function TargetPicture({ name, history }: { name: string; history: TargetHistory }) {
  const { steps } = history;
  const numbers = steps.flatMap(({ figure, low, high }) =>
    [figure.value, low, high].filter((one): one is number => typeof one === 'number'),
  );
  if (steps.filter(({ figure }) => typeof figure.value === 'number').length < 2) return null;
  const [lowest, highest] = [Math.min(0, ...numbers), Math.max(...numbers)];
  const x = (place: number) => EDGE + (place / Math.max(1, steps.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - lowest) / (highest - lowest || 1)) * (HEIGHT - 2 * EDGE);
  const line = steps.flatMap(({ figure }, place) =>
    typeof figure.value === 'number' ? [`${x(place).toFixed(1)},${y(figure.value).toFixed(1)}`] : [],
  );
  const half = (WIDTH - 2 * EDGE) / Math.max(1, steps.length - 1) / 2;
  return (
    <svg className={css.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width="100%" role="img" aria-label={m.chart(name)}>
      {steps.map(({ from, low, high }, place) =>
        typeof low === 'number' || typeof high === 'number' ? (
          <rect
            key={from}
            className={css.band}
            x={x(place) - half}
            width={half * 2}
            y={y(high ?? highest)}
            height={Math.max(1, y(low ?? lowest) - y(high ?? highest))}
          />
        ) : null,
      )}
      <polyline className={css.line} points={line.join(' ')} />
      {steps.map(({ from, figure, place: lies, says }, place) =>
        typeof figure.value === 'number' && (lies === 'above' || lies === 'below') ? (
          <circle key={from} className={css.outside} cx={x(place)} cy={y(figure.value)} r={3}>
            <title>{says}</title>
          </circle>
        ) : null,
      )}
    </svg>
  );
}
