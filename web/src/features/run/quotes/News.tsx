import type { QuoteNews } from '@/api';
import { When } from '@/ui/When';
import { m } from './messages';
import css from './Quotes.module.css';
import { newsOf } from './words';

/** What happened to a quote, the latest first. */
export function News({ news }: { news: QuoteNews[] }) {
  return (
    <>
      <h4>{m.news.title}</h4>
      <ol className={css.news}>
        {news.toReversed().map((one) => (
          <li key={one.event}>
            <span>{newsOf(one)}</span>
            <span className="soft small">
              <When at={one.at} only="absolute" />
            </span>
            {one.words && <span className={css.words}>{m.says.words(one.words)}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}
