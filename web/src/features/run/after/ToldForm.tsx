import { Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Delivery, ToldHow } from '@/api';
import { lineWords } from './DeliveryPart';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { fieldErrors, useTold } from './queries';

interface Props {
  deal: string;
  delivery: Delivery;
  onClose: () => void;
}

const HOW = ['call', 'mail', 'visit'] as const satisfies readonly ToldHow[];

/** What the customer told us about a delivery, and how. */
export function ToldForm({ deal, delivery, onClose }: Props) {
  const told = useTold(deal);
  const [name, setName] = useState('');
  const [how, setHow] = useState<ToldHow>('call');
  const lines = delivery.lines.filter((line) => line.state !== 'confirmed');
  const [missing, setMissing] = useState<Partial<Record<string, string>>>({});
  const errors = fieldErrors(told.error);
  const send = () => {
    const said = lines.map(({ id }) => ({ id, received: missing[id] === undefined, note: missing[id] ?? '' }));
    told.mutate({ name, how, lines: said }, { onSuccess: onClose });
  };
  const words = m.delivery.toldForm;
  return (
    <FormDialog
      title={words.title}
      opened
      onClose={onClose}
      onSend={send}
      go={words.go}
      busy={told.isPending}
      disabled={name.trim() === '' || Object.values(missing).some((note) => note?.trim() === '')}
    >
      <p style={{ margin: 0 }}>{words.says}</p>
      <TextInput
        label={words.who}
        required
        maxLength={200}
        data-autofocus
        value={name}
        error={errors.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={words.how}
        value={how}
        onChange={(next) => setHow(HOW.find((word) => word === next) ?? 'call')}
        data={HOW.map((word) => ({ value: word, label: m.delivery.how[word] }))}
      />
      {lines.map((line, at) => (
        <div key={line.id}>
          <Checkbox
            label={`${words.arrived}: ${lineWords(line)}`}
            checked={missing[line.id] === undefined}
            onChange={(event) => setMissing({ ...missing, [line.id]: event.currentTarget.checked ? undefined : '' })}
          />
          {missing[line.id] !== undefined && (
            <Textarea
              mt={4}
              label={words.missing}
              required
              autosize
              maxLength={4000}
              value={missing[line.id]}
              error={errors[`lines.${String(at)}.note`]}
              onChange={(event) => setMissing({ ...missing, [line.id]: event.currentTarget.value })}
            />
          )}
        </div>
      ))}
    </FormDialog>
  );
}
