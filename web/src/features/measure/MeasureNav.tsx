import { Link } from '@tanstack/react-router';
import css from './Measure.module.css';
import { m } from './messages';

const PAGES = [
  { to: '/measure', label: m.pages.views },
  { to: '/measure/metrics', label: m.pages.metrics },
  { to: '/measure/dashboards', label: m.pages.dashboards },
  { to: '/measure/targets', label: m.pages.targets },
  { to: '/measure/review', label: m.pages.review },
  { to: '/measure/forecast', label: m.pages.forecast },
  { to: '/measure/ramp', label: m.pages.ramp },
  { to: '/measure/feedback', label: m.pages.feedback },
] as const;

/** The pages of Measure. */
export function MeasureNav() {
  return (
    <nav aria-label={m.pages.label} className={css.nav}>
      {PAGES.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/measure' }} className={css.page ?? ''}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
