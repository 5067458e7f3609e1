import type { Content, Deal } from '@/api';
import { useUser } from '@/app/session';
import { filledText, valuesOf } from '@/features/define/playbook/variables';
import { date } from '@/ui/format';
import type { Asked } from './call';
import { m } from './messages';
import css from './Present.module.css';

interface Props {
  deal: Deal;
  questions: Asked[];
  tracks: Content[];
}

/** What to ask and what to say, with the values of the deal. */
export function CallTracks({ deal, questions, tracks }: Props) {
  const rep = useUser()?.name ?? '';
  const values = valuesOf(deal, rep, date(new Date().toISOString()));
  if (questions.length + tracks.length === 0) return <p className="soft">{m.call.noGuide}</p>;
  return (
    <>
      {tracks.length > 0 && <h4>{m.call.tracks}</h4>}
      {tracks.map((track, at) => (
        <details key={track.id} className={css.more} open={at === 0}>
          <summary>{track.name}</summary>
          <p className={css.script}>{filledText(track.text ?? '', values)}</p>
        </details>
      ))}
      {questions.length > 0 && (
        <>
          <h4>{m.call.ask}</h4>
          <ul>
            {questions.map((question) => (
              <li key={question.id}>
                {question.asks}
                {question.known && (
                  <span className={css.about}>
                    {' '}
                    {m.call.known(question.known.answer, question.known.by ?? m.call.somebody)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
