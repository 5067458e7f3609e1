import { Link } from '@tanstack/react-router';
import type { CriterionHistory, ExampleDeal } from '@/api';
import { days, kept, shortMoney } from '@/ui/format';
import { given } from '@/ui/given';
import { RangeBar } from '@/ui/RangeBar';
import { GroundMark } from '../GroundMark';
import css from './History.module.css';
import { m } from './messages';
import { ShareBar } from './ShareBar';
import { difference, isCounted } from './share';

/** Deals named before one asks for the rest. */
const AT_ONCE = 5;
/** The API names no more examples of one sort. */
const EXAMPLES = 20;

/** What history says of a criterion: shares with intervals, in words, and the deals. */
export function History({ history }: { history: CriterionHistory }) {
  const { verdict, sentence, notes, won, lost, gain, ground } = history;
  const told = verdict === 'supported' || verdict === 'won-less-often';
  return (
    <>
      <p className={css.verdict} data-verdict={verdict}>
        <GroundMark ground={ground} /> {m.history.verdict[verdict]}
      </p>
      {isCounted(history) && (
        <div className={css.bars}>
          <ShareBar outcome="won" share={won} />
          <ShareBar outcome="lost" share={lost} />
          {given(gain) && verdict !== 'too-little-data' && (
            <div className={css.row}>
              <span className={css.name}>{m.history.gain}</span>
              <RangeBar
                value={gain.value}
                low={gain.low}
                high={gain.high}
                min={-1}
                max={1}
                reference={0}
                strong={told}
                format={(value) => m.history.points(`${Math.round((value ?? 0) * 100)}`)}
              />
              <span className={css.words}>{difference(gain)}</span>
            </div>
          )}
        </div>
      )}
      <p className={css.sentence}>{kept(sentence)}</p>
      {notes.map((note) => (
        <p key={note} className={css.note}>
          {note}
        </p>
      ))}
      <Open open={history.open} />
      <Examples says={m.history.wonWithout} deals={history.won_without} />
      <Examples says={m.history.lostWith} deals={history.lost_with} />
    </>
  );
}

function Open({ open }: Pick<CriterionHistory, 'open'>) {
  if (open.deals === 0) return <p className={css.note}>{m.history.openNone}</p>;
  const says = m.history.open(open.held, open.deals);
  if (open.list.length === 0) return <p className={css.note}>{says}.</p>;
  return (
    <details className={css.deals} open={open.list.length <= AT_ONCE}>
      <summary>{says}</summary>
      <ul>
        {open.list.map((deal) => (
          <li key={deal.id}>
            <DealName deal={deal} />
            <span className={css.facts}>
              {[
                deal.owner,
                given(deal.value_minor) ? shortMoney(deal.value_minor, deal.currency ?? '') : null,
                given(deal.days) ? m.history.days(days(deal.days)) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {open.list.length < open.held && <p className={css.note}>{m.history.first(open.list.length)}</p>}
    </details>
  );
}

interface ExamplesProps {
  says: (n: number, more: boolean) => string;
  deals: readonly ExampleDeal[];
}

function Examples({ says, deals }: ExamplesProps) {
  if (deals.length === 0) return null;
  return (
    <details className={css.deals}>
      <summary>{says(deals.length, deals.length >= EXAMPLES)}</summary>
      <p className={css.names}>
        {deals.map((deal, i) => (
          <span key={deal.id}>
            {i > 0 && ', '}
            <DealName deal={deal} />
          </span>
        ))}
      </p>
    </details>
  );
}

const DealName = ({ deal }: { deal: ExampleDeal }) => (
  <Link to="/deals/$deal" params={{ deal: deal.id }} className="quiet-link">
    {deal.name}
  </Link>
);
