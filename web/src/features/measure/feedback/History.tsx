import type { FeedbackFact } from '@/api';
import { ago, date, moment } from '@/ui/format';
import { given } from '@/ui/given';
import css from './Feedback.module.css';
import { m } from './messages';

/** Who did what, when. */
export function History({ facts }: { facts: FeedbackFact[] }) {
  return (
    <ol className={css.history}>
      {facts.map((fact) => (
        <li key={fact.id}>
          <p>
            <b>{fact.by.name}</b> {does(fact)}{' '}
            <time className="soft small" dateTime={fact.at} title={moment(fact.at)}>
              {ago(fact.at)}
            </time>
          </p>
          {'words' in fact && fact.act !== 'said' && <p className={css.told}>{fact.words}</p>}
        </li>
      ))}
    </ol>
  );
}

function does(fact: FeedbackFact): string {
  if (fact.act !== 'taken-up') return m.dialog.facts[fact.act];
  const until = given(fact.until) ? ` ${m.list.until(date(fact.until))}` : '';
  return (fact.owner.id === fact.by.id ? m.dialog.facts['taken-up'] : m.dialog.gives(fact.owner.name)) + until;
}
