import type { Quote, QuoteTotal } from '@/api';
import { price, rate } from '@/ui/price';
import css from './Lines.module.css';
import { m } from './messages';
import { sumsOf } from './state';

interface Props {
  quote: Quote;
  total: QuoteTotal;
}

/** The lines of a quote and what they come to; a table that becomes cards on a phone. */
export function Lines({ quote, total }: Props) {
  const { currency } = total;
  const shown = (minor: number) => price(minor, currency);
  const discounted = total.lines.some((line) => line.discount_minor !== 0);
  return (
    <>
      <table className={css.lines} aria-label={m.lines.label}>
        <thead>
          <tr>
            <th scope="col">{m.lines.product}</th>
            <th scope="col">{m.lines.quantity}</th>
            <th scope="col">{m.lines.unit}</th>
            {discounted && <th scope="col">{m.lines.discount}</th>}
            <th scope="col">{m.lines.net}</th>
          </tr>
        </thead>
        <tbody>
          {total.lines.map((line, at) => (
            <tr key={line.id}>
              <th scope="row">{line.product}</th>
              <td data-name={m.lines.quantity}>{quote.lines[at]?.quantity}</td>
              <td data-name={m.lines.unit}>{shown(line.unit_minor)}</td>
              {discounted && (
                <td data-name={m.lines.discount}>
                  {line.discount_minor === 0
                    ? m.lines.none
                    : `${shown(-line.discount_minor)} (${rate(line.discount_percent)})`}
                </td>
              )}
              <td data-name={m.lines.net}>{shown(line.net_minor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={css.sums} aria-label={m.sums.label}>
        {sumsOf(total).map((sum) => (
          <Sum key={sum.id} name={m.sums[sum.id]}>
            {shown(sum.minor)}
          </Sum>
        ))}
        <Sum name={m.sums.net} strong={total.tax_minor === 0}>
          {shown(total.net_minor)}
        </Sum>
        {total.taxes
          .filter((tax) => tax.tax_minor !== 0)
          .map((tax) => (
            <Sum key={tax.percent} name={m.sums.tax(rate(tax.percent), shown(tax.net_minor))}>
              {shown(tax.tax_minor)}
            </Sum>
          ))}
        {total.tax_minor !== 0 && (
          <Sum name={m.sums.total} strong>
            {shown(total.total_minor)}
          </Sum>
        )}
      </dl>
    </>
  );
}

const Sum = ({ name, strong = false, children }: { name: string; strong?: boolean; children: string }) => (
  <div data-strong={strong || undefined}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
