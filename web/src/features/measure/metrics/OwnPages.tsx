import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { selectionOf } from '@/app/selection';
import { bottlenecksQuery } from '@/features/discover/touch/queries';
import { kept } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import css from './Metrics.module.css';
import { m } from './messages';

/** What is measured on a page of its own, with what it says now. */
export function OwnPages() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const selection = selectionOf(search);
  const waits = useQuery(bottlenecksQuery(selection)).data;
  return (
    <Section title={m.pages.title}>
      <ul className={css.cards}>
        <li>
          <Link to="/discover/touchpoints" search={{ ...selection }} className={css.card ?? ''}>
            <h3>{m.pages.waits.name}</h3>
            <p>{m.pages.waits.says}</p>
            {waits && <p>{kept(waits.sentence)}</p>}
          </Link>
        </li>
      </ul>
    </Section>
  );
}
