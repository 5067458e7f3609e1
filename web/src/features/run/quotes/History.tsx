import type { QuoteOfDeal } from '@/api';
import { date } from '@/ui/format';
import { price, rate } from '@/ui/price';
import { m } from './messages';
import css from './Quotes.module.css';

/** The negotiation: version by version, down to the negotiated price. */
export function History({ quote: { history, total, standing } }: { quote: QuoteOfDeal }) {
  return (
    <div>
      <h4>{m.history.title}</h4>
      <ol className={css.history}>
        {history.map((step) => (
          <li key={step.version}>
            <span>
              {m.history.version(step.version)}, {date(step.issued)}
            </span>
            <span className={css.figures}>
              {price(step.net_minor, step.currency)} · −{rate(step.discounted_percent)}
            </span>
            <span className="soft small">
              {step.version === 1 ? m.history.first : (step.changed ?? m.history.same)}
            </span>
          </li>
        ))}
        {standing === 'accepted' && (
          <li data-negotiated>
            <strong>{m.history.negotiated}</strong>
            <strong className={css.figures}>{price(total.net_minor, total.currency)}</strong>
          </li>
        )}
      </ol>
    </div>
  );
}
