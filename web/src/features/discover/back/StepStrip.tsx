import { Link } from '@tanstack/react-router';
import type { LookBackDeal } from '@/api';
import { days, shortDays } from '@/ui/format';
import { type Step, titleOf } from './line';
import { ShapeMark } from './Shape';
import css from './TimeLine.module.css';

/** The steps of one deal in a row, with the time between each two. */
export function StepStrip({ deal, steps }: { deal: LookBackDeal; steps: Step[] }) {
  return (
    <div className={css.strip} aria-live="polite">
      <p>
        <Link to="/deals/$deal" params={{ deal: deal.id }} className="quiet-link">
          <b>{titleOf(deal)}</b>
        </Link>{' '}
        <span className="soft">
          {[deal.owner, deal.team].filter(Boolean).join(' · ')} · {days(deal.days)}
        </span>
      </p>
      <ol>
        {steps.map((step, i) => (
          <li key={i} data-kind={step.mark.kind}>
            {step.since !== null && <span className={css.time}>{shortDays(step.since)} →</span>}
            {step.mark.kind === 'activity' && <ShapeMark channel={step.mark.channel} side={step.mark.side} />}
            <span>{step.activity}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
