import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { SequenceChannel, SequenceStep } from '@/api';
import { m } from './messages';
import css from './Sequences.module.css';

const CHANNELS: SequenceChannel[] = ['email', 'call', 'linkedin', 'other'];
const channelOf = (word: string | null): SequenceChannel | undefined => CHANNELS.find((c) => c === word);

interface Props {
  step: SequenceStep;
  errorOf: (field: string) => string | undefined;
  onChange: (step: SequenceStep) => void;
}

/** One planned touch. */
export function StepFields({ step, errorOf, onChange }: Props) {
  const isMail = step.channel === 'email';
  const words = isMail ? 'mail' : 'other';
  const over = (channel: SequenceChannel) =>
    onChange({ ...step, channel, automatic: channel === 'email' && step.automatic === true });
  return (
    <>
      <div className={css.row} style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
        <Select
          label={m.form.channel}
          allowDeselect={false}
          data={CHANNELS.map((value) => ({ value, label: m.channels[value] }))}
          value={step.channel}
          onChange={(word) => over(channelOf(word) ?? step.channel)}
        />
        <NumberInput
          label={m.form.wait}
          min={0}
          max={200}
          value={step.wait_days}
          error={errorOf('wait_days')}
          onChange={(days) => onChange({ ...step, wait_days: Number(days) })}
        />
      </div>
      <TextInput
        label={m.form.subject[words]}
        required
        maxLength={200}
        value={step.subject}
        error={errorOf('subject')}
        onChange={(event) => onChange({ ...step, subject: event.currentTarget.value })}
      />
      <Textarea
        label={m.form.body[words]}
        required={isMail}
        autosize
        minRows={isMail ? 5 : 2}
        maxRows={16}
        maxLength={10_000}
        value={step.body ?? ''}
        error={errorOf('body')}
        onChange={(event) => onChange({ ...step, body: event.currentTarget.value })}
      />
      {isMail && (
        <Switch
          label={m.form.automatic}
          checked={step.automatic === true}
          onChange={(event) => onChange({ ...step, automatic: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
