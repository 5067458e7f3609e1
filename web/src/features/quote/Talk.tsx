import type { QuoteSaid } from '@/api';
import { moment } from '@/ui/format';
import { m } from './messages';
import css from './Quote.module.css';

/** Questions and answers, in order of time. */
export function Talk({ talk }: { talk: QuoteSaid[] }) {
  return (
    <ol className={css.talk}>
      {talk.map((said) => (
        <li key={said.at} data-theirs={said.theirs || undefined}>
          <p className={css.who}>
            {said.theirs ? m.talk.asked(said.by ?? m.talk.you) : m.talk.answered(said.by ?? m.talk.us)},{' '}
            <time dateTime={said.at}>{moment(said.at)}</time>
          </p>
          <p className={css.words}>{said.words}</p>
        </li>
      ))}
    </ol>
  );
}
