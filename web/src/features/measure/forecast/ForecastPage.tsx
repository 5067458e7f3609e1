import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import type { Forecast } from '@/api';
import { selectionOf, writeParams } from '@/app/selection';
import { EmptyState } from '@/ui/EmptyState';
import { Figure, Figures } from '@/ui/Figure';
import { FilterBar } from '@/ui/FilterBar';
import { count, date, shortMoney } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import css from '../Measure.module.css';
import own from './Forecast.module.css';
import { HeldBackView } from './HeldBackView';
import { MeasureNav } from '../MeasureNav';
import { MeasureFiles } from '../MeasureFiles';
import { m } from './messages';
import { MonthsView } from './MonthsView';
import { type ForecastAsk, forecastCsv, forecastQuery, WITHIN } from './queries';
import { DealsTable, OwnersTable, SharesTable } from './Tables';

/** What is to be expected of the open deals, and how good such forecasts were. */
export function ForecastPage() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  const within = WITHIN.find((one) => one === search.within) ?? '90';
  const ask: ForecastAsk = { ...selectionOf(search), within };
  const query = useQuery(forecastQuery(ask));
  const choose = (next: string) =>
    void navigate({ href: pathname + writeParams({ ...search, within: next }), replace: true });
  return (
    <>
      <MeasureNav />
      <PageHead title={m.title} says={m.says} />
      <FilterBar />
      <NativeSelect
        label={m.within.label}
        w={280}
        mb={24}
        value={within}
        onChange={(event) => choose(event.currentTarget.value)}
        data={WITHIN.map((value) => ({ value, label: m.within[value] }))}
      />
      <Loaded query={query}>{(forecast) => <Found forecast={forecast} ask={ask} />}</Loaded>
    </>
  );
}

function Found({ forecast, ask }: { forecast: Forecast; ask: ForecastAsk }) {
  const { total, open, currency, held_back } = forecast;
  if (open === 0) return <EmptyState title={m.empty}>{m.emptySays}</EmptyState>;
  if (!total) {
    return (
      <>
        <EmptyState title={m.unknown}>{forecast.sentence}</EmptyState>
        <DealsTable forecast={forecast} within={ask.within} />
      </>
    );
  }
  const [value, low, high] = [total.value_minor, total.low_minor, total.high_minor].map((n) => shortMoney(n, currency));
  const valued = total.open_minor > 0;
  return (
    <>
      <Section title={forecast.sentence} says={forecast.as_of ? m.asOf(date(forecast.as_of)) : undefined}>
        <Figures>
          {valued && <Figure label={m.expected} value={value ?? ''} basis={m.between(low ?? '', high ?? '')} />}
          <Figure
            label={m.wonDeals}
            value={count(Math.round(total.won))}
            basis={m.between(count(Math.floor(total.won_low)), count(Math.ceil(total.won_high)))}
          />
          <Figure
            label={m.open}
            value={count(total.deals)}
            basis={valued ? m.openMoney(total.open_minor, currency) : undefined}
            to={{ ...selectionOf({ ...ask }), outcome: ['open'] }}
          />
        </Figures>
        <p className={css.note}>{m.onlyOpen}</p>
        {forecast.notes.map((note) => (
          <p key={note} className={css.note}>
            {note}
          </p>
        ))}
      </Section>
      <div className={own.apart}>
        <MonthsView months={forecast.by_month} currency={currency} valued={valued} />
      </div>
      <OwnersTable forecast={forecast} />
      <DealsTable forecast={forecast} within={ask.within} csv={<MeasureFiles csv={forecastCsv(ask)} />} />
      <Section title={m.past.title} says={m.past.says}>
        {held_back ? <HeldBackView held={held_back} currency={currency} /> : <p className="soft">{m.past.none}</p>}
      </Section>
      <SharesTable forecast={forecast} />
    </>
  );
}
