import { useId, useState } from 'react';
import { Button } from '@mantine/core';
import type { Driver, WonLost } from '@/api';
import { also, type Selection } from '@/app/selection';
import { DealsLink } from '@/ui/DealsLink';
import { kept, percent } from '@/ui/format';
import { given } from '@/ui/given';
import css from './DriverList.module.css';
import { m } from './messages';
import { asChoice, pText } from './odds';
import { OddsAxis, OddsBar } from './OddsBar';
import { ValueTable } from './ValueTable';

interface Props {
  drivers: Driver[];
  /** End of the scale. */
  end: number;
  selection: Selection;
}

/** Drivers as sentences, each with its interval and counts. */
export function DriverList({ drivers, end, selection }: Props) {
  return (
    <div className={css.list}>
      <div className={css.head}>
        <span className="tiny soft">{m.axis}</span>
        <OddsAxis end={end} />
      </div>
      <ul>
        {drivers.map((driver) => (
          <Entry key={driver.id} driver={driver} end={end} selection={selection} />
        ))}
      </ul>
    </div>
  );
}

function Entry({ driver, end, selection }: { driver: Driver; end: number; selection: Selection }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const strong = driver.certainty === 'supported';
  return (
    <li className={css.entry}>
      <div className={css.words}>
        <p className={css.sentence} data-strong={strong || undefined}>
          {kept(driver.sentence)}
        </p>
        <p className={css.meta}>
          <span className={css.kind}>{m.kinds[driver.kind]}</span>
          <span>{driver.verdict}</span>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`${m.more}: ${driver.title}`}
            onClick={() => setOpen(!open)}
          >
            {m.more}
          </Button>
        </p>
      </div>
      <div className={css.picture}>
        <OddsBar odds_ratio={driver.odds_ratio ?? null} naive={driver.naive.odds_ratio} end={end} strong={strong} />
      </div>
      <div id={id} hidden={!open} className={css.details}>
        {open && <Details driver={driver} selection={selection} />}
      </div>
    </li>
  );
}

function Details({ driver, selection }: { driver: Driver; selection: Selection }) {
  const chosen = asChoice(driver.deals_with);
  const to = chosen && also(selection, { ...chosen, outcome: ['won', 'lost'] });
  const { naive } = driver;
  return (
    <>
      <p>
        {m.among(driver.among, driver.held_equal)}{' '}
        {given(driver.p) && `${m.p(pText(driver.p), pText(driver.p_adjusted))}.`}
      </p>
      <dl className={css.sides}>
        <Side name={m.with} side={driver.with} />
        <Side name={m.without} side={driver.without} />
      </dl>
      {driver.values.length === 0 && (
        <>
          <p className="soft small">{m.plainTitle}</p>
          <dl className={css.sides}>
            <Side name={m.with} side={naive.with} to={to} />
            <Side name={m.without} side={naive.without} />
          </dl>
        </>
      )}
      {driver.values.length > 0 && <ValueTable driver={driver} selection={selection} />}
    </>
  );
}

function Side({ name, side, to }: { name: string; side: WonLost; to?: Selection | undefined }) {
  const all = side.won + side.lost;
  const counts = m.counts(side.won, all);
  return (
    <div>
      <dt>{name}</dt>
      <dd className="tabular">
        {to ? <DealsLink to={to}>{counts}</DealsLink> : counts}
        {all > 0 && ` (${percent(side.won / all)})`}
      </dd>
    </div>
  );
}
