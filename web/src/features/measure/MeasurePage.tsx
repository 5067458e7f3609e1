import { Button, Tabs } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { ConversionView } from './ConversionView';
import { Controls } from './Controls';
import { FlowView } from './FlowView';
import css from './Measure.module.css';
import { MeasureNav } from './MeasureNav';
import { m } from './messages';
import { isBackwards } from './period';
import { type Params, useParamsOfMeasure } from './params';
import { useBasis } from './queries';
import { TimeView } from './TimeView';
import { WinRateView } from './WinRateView';

/** What works and where it sticks: flow, time in stage, conversion, win rate. */
export function MeasurePage() {
  const basis = useBasis();
  return (
    <>
      <MeasureNav />
      <PageHead title={m.title} says={m.says} />
      <Loaded query={basis}>
        {(data) => (data.deals === 0 ? <Nothing /> : <Measures asOf={data.asOf} currency={data.currency} />)}
      </Loaded>
    </>
  );
}

function Nothing() {
  return (
    <EmptyState
      title={m.empty.title}
      action={
        <Button component={Link} to="/import">
          {m.empty.action}
        </Button>
      }
    >
      {m.empty.says}
    </EmptyState>
  );
}

function Measures({ asOf, currency }: { asOf: string | null | undefined; currency: string }) {
  const [params, set] = useParamsOfMeasure();
  const { view, period } = params;
  return (
    <>
      <FilterBar />
      <Controls params={params} asOf={asOf} onChange={set} />
      <Tabs value={view} onChange={(next) => set({ view: next ?? undefined })} keepMounted={false}>
        <Tabs.List aria-label={m.viewsLabel} className={css.tabs ?? ''}>
          {Object.entries(m.views).map(([value, name]) => (
            <Tabs.Tab key={value} value={value}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={view} pt="lg" className={css.panel ?? ''}>
          {isBackwards(period) ? (
            <p role="alert">{m.period.backwards}</p>
          ) : (
            <View params={params} currency={currency} />
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function View({ params, currency }: { params: Params; currency: string }) {
  switch (params.view) {
    case 'flow':
      return <FlowView params={params} />;
    case 'time':
      return <TimeView params={params} />;
    case 'conversion':
      return <ConversionView params={params} />;
    case 'win-rate':
      return <WinRateView params={params} currency={currency} />;
  }
}
