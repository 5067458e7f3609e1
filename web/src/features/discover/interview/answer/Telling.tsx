import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { FormDeal, InterviewScreen } from '@/api';
import type { SaveState } from '@/app/saver';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import css from './Answer.module.css';
import { type Answers, firstOpen, FORGOTTEN, isAnswered, isTold, screensFor } from './flow';
import { m } from './messages';
import { QuestionInput } from './QuestionInput';
import { useAnswers } from './useAnswers';

interface Props {
  token: string;
  deal: FormDeal;
  screens: readonly InterviewScreen[];
  /** Back to the list of deals, with the answers as they are. */
  leave: (answers: Answers) => void;
  /** This is all about the deal. */
  finish: (answers: Answers) => void;
}

/** Tells about one deal: one screen after the other. */
export function Telling({ token, deal, screens: all, leave, finish }: Props) {
  const screens = screensFor(all, deal);
  const { answers, set, state, flush } = useAnswers(token, deal);
  const [at, setAt] = useState(() => firstOpen(screens, answers));
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    head.current?.focus({ preventScroll: true });
  }, [at]);
  const screen = screens[at];
  if (!screen) return null;
  const last = at === screens.length - 1;
  const go = (by: number) => {
    const sent = flush();
    if (by > 0 && last) void sent.then(() => finish(answers));
    else setAt(at + by);
  };
  const forget = () => {
    for (const q of screen.questions) if (!isAnswered(answers[q.id])) set(q.id, FORGOTTEN, true);
    go(1);
  };
  const told = isTold(screen, answers);
  return (
    <>
      <div className={css.body}>
        <p className={`${css.deal ?? ''} small soft`}>
          <OutcomeBadge outcome={deal.outcome} /> {deal.name}
          {deal.account && deal.account !== deal.name ? ` · ${deal.account}` : ''}
        </p>
        <Bar screens={screens} answers={answers} at={at} />
        <h1 ref={head} tabIndex={-1}>
          {screen.asks}
        </h1>
        {screen.help !== '' && <p className="soft">{screen.help}</p>}
        <div className={css.parts}>
          {screen.questions.map((question) => {
            const heading = question.text !== '' && (question.kind === 'choice' || question.kind === 'many');
            return (
              <section key={question.id} aria-label={question.short}>
                {heading && <h2>{question.text}</h2>}
                {answers[question.id]?.forgotten && <p className="soft small">{m.forgottenSaid}</p>}
                <QuestionInput
                  question={question}
                  reply={answers[question.id]}
                  set={(reply, now) => set(question.id, reply, now)}
                />
              </section>
            );
          })}
        </div>
      </div>
      <footer className={css.foot}>
        <Saving state={state} />
        <div className={css.buttons}>
          <Button variant="default" size="md" onClick={() => (at === 0 ? leave(answers) : go(-1))}>
            {at === 0 ? m.overview : m.back}
          </Button>
          <Button variant="subtle" size="md" onClick={forget} disabled={told}>
            {m.forgotten}
          </Button>
          <Button size="md" variant={told ? 'filled' : 'default'} onClick={() => go(1)}>
            {last ? m.finish : told ? m.next : m.skip}
          </Button>
        </div>
      </footer>
    </>
  );
}

function Bar({ screens, answers, at }: { screens: InterviewScreen[]; answers: Answers; at: number }) {
  const says = m.screen(at + 1, screens.length);
  return (
    <div>
      <p className="small soft">{says}</p>
      <div className={css.bar} role="img" aria-label={says}>
        {screens.map((s, i) => (
          <span key={s.id} data-told={isTold(s, answers)} data-here={i === at} />
        ))}
      </div>
    </div>
  );
}

function Saving({ state }: { state: SaveState }) {
  return (
    <p className={css.state} data-state={state.is} role="status">
      {'says' in state ? m.save.refused(state.says) : m.save[state.is]}
    </p>
  );
}
