import type { ExpectedIn } from '@/api';
import { ChartFrame } from '@/ui/ChartFrame';
import type { Column } from '@/ui/DataTable';
import { count, money, monthOf, shortMoney } from '@/ui/format';
import { IntervalChart } from './IntervalChart';
import { m } from './messages';

interface Props {
  months: ExpectedIn[];
  currency: string;
  /** False where no deal has a value: then deals are told. */
  valued: boolean;
}

/** What is to be expected in each month of the deals that are open now. */
export function MonthsView({ months, currency, valued }: Props) {
  if (months.length === 0) return null;
  const figure = (of: ExpectedIn) =>
    valued
      ? { value: of.value_minor, low: of.low_minor, high: of.high_minor }
      : { value: of.won, low: of.won_low, high: of.won_high };
  const short = (n: number) => (valued ? shortMoney(n, currency) : count(n));
  const points = months.map((of) => {
    const { value, low, high } = figure(of);
    const name = monthOf(of.from);
    return { name, value, low, high, says: m.month.point(name, short(value), short(low), short(high)) };
  });
  const columns: Column<ExpectedIn>[] = [
    { id: 'month', header: m.month.name, title: true, value: (of) => of.from, cell: (of) => monthOf(of.from) },
    { id: 'won', header: m.owner.won, align: 'right', value: (of) => of.won, cell: (of) => of.won.toFixed(1) },
    {
      id: 'value',
      header: m.owner.value,
      align: 'right',
      value: (of) => of.value_minor,
      cell: (of) => money(of.value_minor, currency),
    },
    {
      id: 'interval',
      header: m.owner.interval,
      align: 'right',
      value: (of) => m.between(money(of.low_minor, currency), money(of.high_minor, currency)),
    },
  ];
  return (
    <ChartFrame
      order={2}
      title={m.month.title}
      says={m.month.says}
      file="forecast-by-month"
      columns={columns}
      rows={months}
      rowId={(of) => of.from}
    >
      <IntervalChart title={m.month.title} points={points} format={short} />
    </ChartFrame>
  );
}
