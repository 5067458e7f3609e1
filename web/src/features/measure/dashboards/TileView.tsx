import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { DashboardTile, MetricAnswer, MetricTile, TimeSpan } from '@/api';
import { asProblem } from '@/api';
import { kept } from '@/ui/format';
import { RangeBar } from '@/ui/RangeBar';
import { groupName } from '../Groups';
import { byName } from '../metrics/GroupsTable';
import { m as metricWords } from '../metrics/messages';
import { figuresQuery } from '../metrics/queries';
import { SeriesChart } from '../metrics/SeriesChart';
import { basis, longest, said, told } from '../metrics/told';
import css from './Dashboards.module.css';
import { m } from './messages';
import { addressOf, askOf, metricOf } from './tiles';

const HEIGHT = 220;
/** Groups shown in a tile. */
const MOST_GROUPS = 10;

/** What a tile shows. */
export function TileView({ tile, span }: { tile: DashboardTile; span: TimeSpan }) {
  const metric = metricOf(tile);
  if (metric) return <MetricView tile={metric} span={span} />;
  return 'text' in tile.of ? <p className={css.words}>{tile.of.text}</p> : null;
}

function MetricView({ tile, span }: { tile: MetricTile; span: TimeSpan }) {
  const ask = askOf(tile, span);
  const found = useQuery({ ...figuresQuery(tile.metric, ask), retry: false });
  const name = tile.title === undefined || tile.title === '' ? (found.data?.metric.name ?? tile.metric) : tile.title;
  return (
    <>
      <h2 className={css.title}>
        <Link to="/measure/metrics/$metric" params={{ metric: tile.metric }} search={addressOf(ask)}>
          {name}
        </Link>
        {tile.show === 'groups' && ask.by && (
          <span className="soft"> {m.by(ask.by.map((one) => byName(one).toLowerCase()).join(', '))}</span>
        )}
      </h2>
      {found.isError ? (
        <p className="soft">{asProblem(found.error).detail}</p>
      ) : (
        found.data && <Shown answer={found.data} tile={tile} span={span} />
      )}
    </>
  );
}

interface ShownProps {
  answer: MetricAnswer;
  tile: MetricTile;
  span: TimeSpan;
}

function Shown({ answer, tile, span }: ShownProps) {
  const navigate = useNavigate();
  const { figures, marks } = answer;
  const { unit, total, against, series, control } = figures;
  const write = told(unit, figures.currency);
  const ask = askOf(tile, span);
  if (tile.show === 'groups') return <Groups answer={answer} />;
  if (tile.show === 'series' && series.some((point) => typeof point.figure.value === 'number')) {
    return (
      <>
        <SeriesChart
          series={series}
          control={control}
          marks={marks}
          unit={unit}
          step={ask.step ?? 'month'}
          write={write}
          height={HEIGHT}
          onOpen={({ first, last }) =>
            void navigate({
              to: '/measure/metrics/$metric',
              params: { metric: tile.metric },
              search: { ...addressOf(ask), period: 'custom', from: first, to: last, deals: '1' },
            })
          }
        />
        {control && <p className={css.note}>{kept(control.says)}</p>}
      </>
    );
  }
  if (tile.show === 'series' || typeof total.value !== 'number') {
    return <p className="soft">{total.says || m.tile.none}</p>;
  }
  return (
    <>
      <p className={css.figure}>{said(total, unit, write)}</p>
      <p className={css.note}>{basis(total, unit, write)}</p>
      {against && (
        <p className={css.note}>
          {m.tile.before(said(against.figure, unit, write))}. {kept(against.change.says)}
        </p>
      )}
    </>
  );
}

/** The groups with the most behind them, each with its interval. */
function Groups({ answer: { figures } }: { answer: MetricAnswer }) {
  const { groups, unit, total } = figures;
  const write = told(unit, figures.currency);
  const known = groups.filter((group) => group.figure.n > 0).sort((a, b) => b.figure.n - a.figure.n);
  const shown = known.slice(0, MOST_GROUPS);
  const most = longest(
    shown.map(({ figure }) => figure),
    unit,
  );
  if (shown.length === 0) return <p className="soft">{total.says || m.tile.none}</p>;
  return (
    <>
      <ul className={css.groups}>
        {shown.map(({ values: names, rest, figure }) => (
          <li key={`${names.join('\u0000')} ${rest}`}>
            <span className={css.group}>
              {names
                .map((value, at) => (rest && at + 1 === names.length ? metricWords.rest : groupName(value)))
                .join(' · ')}
            </span>
            <RangeBar
              value={figure.value}
              low={figure.low}
              high={figure.high}
              max={most || 1}
              reference={unit === 'count' ? undefined : total.value}
              format={write}
            />
            <span className={css.value}>{said(figure, unit, write)}</span>
          </li>
        ))}
      </ul>
      {known.length > shown.length && <p className={css.note}>{m.tile.others(known.length - shown.length)}</p>}
    </>
  );
}
