import { Button, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { AfterView, ReviewResult, ValueReview } from '@/api';
import { dayWords } from '@/ui/days';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { useTeamDay } from '../deal/useTeamDay';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { Mark, Part, type Tone } from './Part';
import { usePlanReview } from './queries';
import { ReviewForm } from './ReviewForm';

interface Props {
  deal: string;
  after: AfterView;
  /** Names on the customer's side. */
  people: readonly string[];
}

/** When the value is reviewed next, and what the reviews found. */
export function Reviews({ deal, after, people }: Props) {
  const [holding, hold] = useDisclosure(false);
  const [planning, plan] = useDisclosure(false);
  const { reviews, next_review: next, may_change: may } = after;
  const last = reviews.at(-1);
  return (
    <Part
      id="reviews"
      title={m.review.title}
      mark={given(next) && next.late_days > 0 && <Mark tone="bad">{m.review.late(next.late_days)}</Mark>}
      actions={
        may && (
          <div className={css.acts}>
            <Button size="sm" variant="default" onClick={plan.open}>
              {m.review.plan}
            </Button>
            <Button size="sm" variant="default" onClick={hold.open}>
              {m.review.hold}
            </Button>
          </div>
        )
      }
    >
      <Next after={after} />
      {reviews.length === 0 && <p className="soft">{m.review.none}</p>}
      <ul className={css.list}>
        {reviews.toReversed().map((review) => (
          <Held key={review.event} review={review} />
        ))}
      </ul>
      {holding && <ReviewForm deal={deal} last={last} people={people} onClose={hold.close} />}
      {planning && <PlanForm deal={deal} planned={next?.planned === true} onClose={plan.close} />}
    </Part>
  );
}

function Next({ after: { next_review: next, review_days: every } }: { after: AfterView }) {
  const { today } = useTeamDay();
  if (given(next)) {
    const day = dayWords(next.on, today);
    return <p>{next.planned ? m.review.planned(day) : m.review.next(day)}</p>;
  }
  return <p className="soft">{given(every) ? `${m.review.every(every)} ${m.review.begins}` : m.review.noInterval}</p>;
}

function Held({ review }: { review: ValueReview }) {
  return (
    <li style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <p>
        <b>{date(review.on)}</b>{' '}
        {review.attended.length > 0 && (
          <span className={css.about}>{m.review.attended(review.attended.join(', '))}</span>
        )}
      </p>
      {review.results.map((result, at) => (
        <Result key={at} result={result} />
      ))}
      {review.note !== '' && <p className={css.about}>{review.note}</p>}
    </li>
  );
}

const TONES: Record<ReviewResult['reached'], Tone> = { yes: 'good', partly: 'look', no: 'bad' };

function Result({ result }: { result: ReviewResult }) {
  const { goal, measure = '', before = '', now = '', wanted = '', reached } = result;
  const figures = m.review.figures(before, now, wanted);
  return (
    <div>
      <p>
        {goal} <Mark tone={TONES[reached]}>{m.review.reached[reached]}</Mark>
      </p>
      {(measure !== '' || figures !== '') && (
        <p className={css.about}>{[measure, figures].filter((words) => words !== '').join(': ')}</p>
      )}
    </div>
  );
}

function PlanForm({ deal, planned, onClose }: { deal: string; planned: boolean; onClose: () => void }) {
  const plan = usePlanReview(deal);
  const [day, setDay] = useState('');
  return (
    <FormDialog
      title={m.review.planTitle}
      opened
      onClose={onClose}
      onSend={() => plan.mutate(day, { onSuccess: onClose })}
      go={m.save}
      busy={plan.isPending}
      disabled={day === ''}
    >
      <TextInput
        type="date"
        label={m.review.planDay}
        data-autofocus
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      {planned && (
        <Button variant="subtle" size="sm" onClick={() => plan.mutate(null, { onSuccess: onClose })}>
          {m.review.planNone}
        </Button>
      )}
    </FormDialog>
  );
}
