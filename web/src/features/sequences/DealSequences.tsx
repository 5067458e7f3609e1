import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DealEnrolment, DealView } from '@/api';
import { ago, moment } from '@/ui/format';
import { given } from '@/ui/given';
import { tell } from '@/ui/toast';
import { Enrol } from './Enrol';
import { m } from './messages';
import { dealSequencesQuery, useEnd } from './queries';
import css from './Sequences.module.css';
import { StepDialog } from './StepDialog';

/** Who of a deal is in a sequence, what comes next, and how it ended. */
export function DealSequences({ view: { deal, people, may_change: may } }: { view: DealView }) {
  const { data } = useQuery(dealSequencesQuery(deal.id));
  const [enrolling, setEnrolling] = useState(false);
  const [step, setStep] = useState<string | null>(null);
  const end = useEnd(deal.id);
  const open = deal.outcome === 'open';
  if (!data || (data.length === 0 && !(may && open))) return null;
  return (
    <section className={css.part} aria-labelledby="sequences">
      <header className={css.head}>
        <h2 id="sequences">{m.deal.title}</h2>
        {may && open && (
          <Button variant="default" size="sm" onClick={() => setEnrolling(true)}>
            {m.deal.enrol}
          </Button>
        )}
      </header>
      {data.length === 0 && <p className="soft">{m.deal.none}</p>}
      <ul className={css.list}>
        {data.toReversed().map((enrolment) => (
          <li key={enrolment.id}>
            <p className={css.says}>
              <b>{enrolment.name}</b> · {enrolment.contact}
            </p>
            <Where enrolment={enrolment} />
            {may && !given(enrolment.ended) && (
              <div className={css.acts}>
                {given(enrolment.next) && (
                  <Button size="compact-sm" variant="default" onClick={() => setStep(enrolment.id)}>
                    {enrolment.next.step.channel === 'email' ? m.deal.look : m.deal.done}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`${m.deal.end}: ${enrolment.name}, ${enrolment.contact}`}
                  onClick={() => end.mutate(enrolment.id, { onSuccess: () => tell(m.deal.ended) })}
                >
                  {m.deal.end}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Enrol deal={deal.id} people={people} opened={enrolling} onClose={() => setEnrolling(false)} />
      <StepDialog of={step === null ? null : { deal: deal.id, enrolment: step }} onClose={() => setStep(null)} />
    </section>
  );
}

function Where({ enrolment: { next, of, ended, reason } }: { enrolment: DealEnrolment }) {
  const [now] = useState(() => Date.now());
  if (given(ended)) {
    return (
      <p className={css.about}>
        <span>{given(reason) ? m.deal.reasons[reason] : m.deal.ended}</span>
        <span>{ago(ended)}</span>
      </p>
    );
  }
  if (!given(next)) return null;
  const goes = next.step.channel === 'email' && next.step.automatic === true;
  const late = !goes && Date.parse(next.due) < now;
  return (
    <p className={css.about}>
      <span>{m.deal.at(next.number, of)}</span>
      <span>{m.channels[next.step.channel]}</span>
      <span className={late ? css.overdue : undefined}>{(goes ? m.deal.goes : m.deal.due)(moment(next.due))}</span>
      <span>{next.step.subject}</span>
    </p>
  );
}
