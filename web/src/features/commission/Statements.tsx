import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CommissionStatementView } from '@/api';
import { Figure, Figures } from '@/ui/Figure';
import { date, kept, percent } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { price } from '@/ui/price';
import { TextSkeleton } from '@/ui/Skeletons';
import css from './Commission.module.css';
import { m } from './messages';
import { periodWords } from './periods';
import { type Asked, statementsQuery } from './queries';

/** Statements in full: every figure with where it comes from. */
export function Statements({ asked }: { asked: Asked }) {
  const query = useQuery(statementsQuery(asked));
  return (
    <Loaded query={query} skeleton={<TextSkeleton lines={8} />}>
      {(views) =>
        views.map((view) => {
          const { statement } = view;
          return <Full key={`${statement.person} ${statement.plan} ${statement.plan_from} ${view.name}`} view={view} />;
        })
      }
    </Loaded>
  );
}

/** Deals shown before one asks for all. */
const FIRST = 25;

function Full({ view }: { view: CommissionStatementView }) {
  const { statement, plan, deals } = view;
  const money = (minor: number) => price(minor, statement.currency);
  const [all, setAll] = useState(false);
  const lines = all ? statement.lines : statement.lines.slice(0, FIRST);
  const id = `${statement.person}-${statement.plan}-${statement.plan_from}-${view.name}`.replaceAll(/\s/g, '-');
  return (
    <article className={css.statement} aria-labelledby={id}>
      <div className={css.top}>
        <h2 id={id}>{`${statement.person}, ${periodWords(view.name)}`}</h2>
        <p className="soft">
          {plan.name} · {date(statement.period.from)} – {date(statement.period.until)}
        </p>
      </div>
      <p className={css.paid}>
        {m.statement.paid}
        <b>{money(statement.total_minor)}</b>
      </p>
      {!statement.complete && <p className={css.note}>{m.statement.runs(date(statement.period.until))}</p>}
      {view.waits.length > 0 && (
        <p className={css.note}>
          {m.statement.waits}{' '}
          {view.waits.map((deal, at) => (
            <span key={deal.id}>
              {at > 0 && ', '}
              <DealLink deal={deal} />
            </span>
          ))}
        </p>
      )}
      <Figures>
        <Figure label={m.statement.figures.subtotal(statement.lines.length)} value={money(statement.subtotal_minor)} />
        <Figure
          label={m.statement.figures.attained}
          value={money(statement.attained_minor)}
          {...(given(statement.target_minor) && {
            basis: m.statement.figures.target(percent(statement.attained_minor / statement.target_minor)),
          })}
        />
        <Figure label={m.statement.figures.earned} value={money(statement.earned_minor)} />
        {statement.carried_out_minor > 0 && (
          <Figure label={m.statement.figures.carried} value={money(statement.carried_out_minor)} />
        )}
      </Figures>
      <h3>{m.statement.deals}</h3>
      {statement.lines.length === 0 && <p className="soft">{m.statement.noDeals}</p>}
      <ul className={css.lines}>
        {lines.map((line, at) => (
          <li key={line.deal}>
            <DealLink deal={deals[line.deal]} />
            <b>{money(line.amount_minor - line.cut_minor)}</b>
            <p>{kept(withoutName(view.lines_say[at] ?? '', deals[line.deal]?.name))}</p>
          </li>
        ))}
      </ul>
      {lines.length < statement.lines.length && (
        <Button variant="subtle" size="sm" onClick={() => setAll(true)}>
          {m.statement.all(statement.lines.length)}
        </Button>
      )}
      <h3>{m.statement.then}</h3>
      <Sentences all={view.then_says} last="strong" />
      <h3>{m.statement.terms}</h3>
      <Sentences all={view.plan_says} />
    </article>
  );
}

/** The sentence without the name of the deal that it begins with: that stands above it. */
function withoutName(says: string, name: string | undefined): string {
  const rest = name !== undefined && says.startsWith(`${name}, `) ? says.slice(name.length + 2) : says;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function DealLink({ deal }: { deal: { id: string; name: string } | undefined }) {
  if (!deal) return null;
  return (
    <Link to="/deals/$deal" params={{ deal: deal.id }}>
      {deal.name}
    </Link>
  );
}

const Sentences = ({ all, last }: { all: string[]; last?: 'strong' }) => (
  <ul className={css.sentences} data-last={last}>
    {all.map((says) => (
      <li key={says}>{kept(says)}</li>
    ))}
  </ul>
);
