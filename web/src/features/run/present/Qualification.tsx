import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { DealView, SchemeScore } from '@/api';
import { m } from './messages';
import css from './Present.module.css';
import { qualificationQuery } from './queries';

interface Props {
  view: DealView;
  /** Opens the form of an answer. */
  onAnswer: (question: string) => void;
  /** Closes the deal as lost; none where that cannot be done. */
  onDisqualify: (() => void) | undefined;
}

/** Whether the deal is worth the work, and what that is made of. Nothing where the process has no scheme. */
export function Qualification({ view: { deal, may_change: may }, onAnswer, onDisqualify }: Props) {
  const found = useQuery(qualificationQuery(deal.id)).data;
  if (!found || found.schemes.length === 0) return null;
  return (
    <section className={css.part} aria-labelledby="qualification">
      <header className={css.head}>
        <h2 id="qualification">{m.qualify.title}</h2>
        <span className={css.state} data-state={found.qualified ? 'yes' : 'no'}>
          {found.qualified ? m.qualify.qualified : m.qualify.not}
        </span>
      </header>
      {found.schemes.map((scheme) => (
        <Scheme key={scheme.id} scheme={scheme} onAnswer={may ? onAnswer : undefined} />
      ))}
      {may && onDisqualify && deal.outcome === 'open' && (
        <Button size="compact-sm" variant="subtle" color="red" mt={8} onClick={onDisqualify}>
          {m.qualify.disqualify}
        </Button>
      )}
    </section>
  );
}

function Scheme({ scheme, onAnswer }: { scheme: SchemeScore; onAnswer: ((question: string) => void) | undefined }) {
  const { name, points, threshold, most, met, questions } = scheme;
  const share = most > 0 ? Math.max(0, Math.min(1, points / most)) : 0;
  return (
    <>
      <p className={css.score}>
        <b>{name}</b>
        <span>{m.qualify.points(points, threshold, most)}</span>
      </p>
      <div className={css.track} data-met={met || undefined} aria-hidden>
        <div style={{ width: `${share * 100}%` }} />
      </div>
      <details className={css.more} open={!met}>
        <summary>{m.qualify.made}</summary>
        <ul className={`${css.list} ${css.questions}`}>
          {questions.map((question) => (
            <li key={question.id}>
              <span>
                {question.asks}
                <br />
                <span className={css.about}>{question.answer ?? m.qualify.open}</span>
              </span>
              <span className={css.tools}>
                <span className={css.about}>{m.qualify.of(question.points, question.most)}</span>
                {onAnswer && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`${m.qualify.answer}: ${question.asks}`}
                    onClick={() => onAnswer(question.id)}
                  >
                    {m.qualify.answer}
                  </Button>
                )}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
