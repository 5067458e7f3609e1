import { Button, Radio, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reached, ReviewResult, ValueReview } from '@/api';
import { tell } from '@/ui/toast';
import { useTeamDay } from '../deal/useTeamDay';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { fieldErrors, useReview } from './queries';

interface Props {
  deal: string;
  /** The review before, whose goals are looked at again. */
  last: ValueReview | undefined;
  people: readonly string[];
  onClose: () => void;
}

const words = m.review.form;
const REACHED = ['yes', 'partly', 'no'] as const satisfies readonly Reached[];
const FIGURES = ['before', 'wanted', 'now'] as const;

/** What a review begins with: the goals of the one before, whose figures of now are to be asked. */
export const begun = (last: ValueReview | undefined): ReviewResult[] =>
  last === undefined || last.results.length === 0
    ? [{ goal: '', reached: 'partly' }]
    : last.results.map((result) => ({ ...result, now: '' }));

/** Writes down a review: goal by goal, what was wanted and what became of it. */
export function ReviewForm({ deal, last, people, onClose }: Props) {
  const hold = useReview(deal);
  const { today } = useTeamDay();
  const [on, setOn] = useState(today);
  const [results, setResults] = useState(() => begun(last));
  const [attended, setAttended] = useState<string[]>([]);
  const [note, setNote] = useState('');
  const errors = fieldErrors(hold.error);
  const send = () =>
    hold.mutate(
      { on, results, attended, note },
      {
        onSuccess: () => {
          tell(words.done);
          onClose();
        },
      },
    );
  const change = (at: number, next: ReviewResult) => setResults(results.map((r, i) => (i === at ? next : r)));
  return (
    <FormDialog
      title={words.title}
      opened
      onClose={onClose}
      onSend={send}
      go={m.save}
      busy={hold.isPending}
      disabled={results.some((result) => result.goal.trim() === '')}
    >
      {results.map((result, at) => (
        <Goal
          key={at}
          result={result}
          name={`goal-${String(at)}`}
          error={errors[`results.${String(at)}.goal`]}
          onChange={(next) => change(at, next)}
          onRemove={results.length > 1 ? () => setResults(results.filter((_, i) => i !== at)) : undefined}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => setResults([...results, { goal: '', reached: 'partly' }])}
      >
        {words.more}
      </Button>
      <TagsInput label={words.attended} data={[...people]} value={attended} onChange={setAttended} />
      <TextInput
        type="date"
        label={words.on}
        value={on}
        error={errors.on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

interface GoalProps {
  result: ReviewResult;
  name: string;
  error: string | undefined;
  onChange: (result: ReviewResult) => void;
  onRemove: (() => void) | undefined;
}

function Goal({ result, name, error, onChange, onRemove }: GoalProps) {
  return (
    <fieldset className={css.goal} aria-label={words.goal}>
      <TextInput
        label={words.goal}
        required
        maxLength={4000}
        value={result.goal}
        error={error}
        onChange={(event) => onChange({ ...result, goal: event.currentTarget.value })}
      />
      <TextInput
        mt={8}
        label={words.measure}
        maxLength={200}
        value={result.measure ?? ''}
        onChange={(event) => onChange({ ...result, measure: event.currentTarget.value })}
      />
      <div className={css.figures} style={{ marginTop: 8 }}>
        {FIGURES.map((figure) => (
          <TextInput
            key={figure}
            label={words[figure]}
            maxLength={200}
            value={result[figure] ?? ''}
            onChange={(event) => onChange({ ...result, [figure]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Radio.Group
        mt={8}
        name={name}
        label={words.reached}
        value={result.reached}
        onChange={(next) => onChange({ ...result, reached: REACHED.find((word) => word === next) ?? 'partly' })}
      >
        <div className={css.acts} style={{ marginTop: 4 }}>
          {REACHED.map((word) => (
            <Radio key={word} value={word} label={words[word]} />
          ))}
        </div>
      </Radio.Group>
      {onRemove && (
        <Button mt={8} variant="subtle" size="compact-sm" onClick={onRemove}>
          {words.less}
        </Button>
      )}
    </fieldset>
  );
}
