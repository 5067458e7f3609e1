import { Link } from '@tanstack/react-router';
import type { CommissionHeld } from '@/api';
import css from './Commission.module.css';
import { m } from './messages';

/** Deals that pay nobody yet, and what to do. */
export function HeldDeals({ held, leads }: { held: CommissionHeld[]; leads: boolean }) {
  if (held.length === 0) return null;
  const n = held.reduce((sum, group) => sum + group.count, 0);
  return (
    <section className={css.held} aria-labelledby="held">
      <h2 id="held">{m.held.title}</h2>
      <p className="soft" style={{ margin: 0 }}>
        {m.held.says(n)} {leads && <Link to="/commission/plans">{m.tabs.plans}</Link>}
      </p>
      <ul>
        {held.map((group) => (
          <li key={`${group.why} ${group.says}`}>
            {group.says}
            <details>
              <summary>{`${m.held.show} (${group.count})`}</summary>
              {group.deals.map((deal, at) => (
                <span key={deal.id}>
                  {at > 0 && ', '}
                  <Link to="/deals/$deal" params={{ deal: deal.id }}>
                    {deal.name}
                  </Link>
                </span>
              ))}
              {group.count > group.deals.length && ` ${m.held.more(group.count - group.deals.length)}`}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
