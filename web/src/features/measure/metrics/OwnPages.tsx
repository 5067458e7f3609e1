import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { selectionOf } from '@/app/selection';
import { bottlenecksQuery } from '@/features/discover/touch/queries';
import { attainmentQuery } from '@/features/settings/quotas/queries';
import { kept } from '@/ui/format';
import { Section } from '@/ui/PageHead';
import { forecastQuery } from '../forecast/queries';
import css from './Metrics.module.css';
import { m } from './messages';

/** What is measured on pages of its own, each with what it says now. */
export function OwnPages() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const selection = selectionOf(search);
  const chosen: Record<string, unknown> = { ...selection };
  const waits = useQuery(bottlenecksQuery(selection)).data;
  const forecast = useQuery(forecastQuery({ ...selection, within: 'quarter' })).data;
  const attainment = useQuery(attainmentQuery).data;
  const held = forecast?.held_back;
  const pages = [
    { to: '/discover/touchpoints', ...m.pages.waits, figure: '', now: waits?.sentence },
    { to: '/measure/forecast', ...m.pages.forecast, figure: held?.brier.toFixed(3) ?? '', now: held?.verdict },
    { to: '/settings/quotas', ...m.pages.attainment, figure: '', now: attainment?.sentence },
  ];
  return (
    <Section title={m.pages.title}>
      <ul className={css.cards}>
        {pages.map(({ to, name, says, figure, now }) => (
          <li key={to}>
            <Link to={to} search={chosen} className={css.card ?? ''}>
              <h3>{name}</h3>
              {figure !== '' && <span className={css.figure}>{figure}</span>}
              <p>{says}</p>
              {now !== undefined && <p>{kept(now)}</p>}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
