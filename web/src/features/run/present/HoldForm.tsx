import { Button, Group, Modal, NumberInput, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { asProblem, type Meeting } from '@/api';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { PeopleInput } from './PeopleInput';
import { useHold } from './queries';

interface Props {
  deal: string;
  /** None: closed. */
  meeting: Meeting | null;
  /** People known on the prospect's side. */
  theirs: readonly string[];
  /** Called once it is written down. */
  onHeld: (meeting: Meeting) => void;
  onClose: () => void;
}

/** Writes down who was there and what it cost us. */
export function HoldForm({ meeting, onClose, ...rest }: Props) {
  return (
    <Modal opened={meeting !== null} onClose={onClose} title={m.meetings.hold.title}>
      {meeting && <Form key={meeting.id} meeting={meeting} onClose={onClose} {...rest} />}
    </Modal>
  );
}

function Form({ deal, meeting, theirs, onHeld, onClose }: Props & { meeting: Meeting }) {
  const hold = useHold(deal);
  const { plan, attended, spent: known } = meeting;
  const ours = plan.ours ?? [];
  const [there, setThere] = useState<string[]>(attended.length > 0 ? attended.map((a) => a.name) : (plan.theirs ?? []));
  const [spent, setSpent] = useState<Record<string, number | string>>(() =>
    Object.fromEntries(
      [...new Set([...ours, ...known.map((s) => s.name)])].map((name) => [
        name,
        known.find((s) => s.name === name)?.minutes ?? plan.minutes,
      ]),
    ),
  );
  const [note, setNote] = useState(meeting.state === 'held' ? meeting.note : '');
  const words = m.meetings.hold;
  const errors = hold.isError ? (asProblem(hold.error).errors ?? []) : [];
  const go = () =>
    hold.mutate(
      {
        meeting: meeting.id,
        theirs: there,
        spent: Object.entries(spent).map(([name, minutes]) => ({ name, minutes: Number(minutes) || 0 })),
        note,
      },
      {
        onSuccess: (all) => {
          tell(m.meetings.told.held(plan.title));
          onClose();
          const held = all.find((one) => one.id === meeting.id);
          if (held) onHeld(held);
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Stack gap="sm">
        <PeopleInput
          label={words.theirs}
          description={words.theirsHelp}
          known={[...(plan.theirs ?? []), ...theirs]}
          value={there}
          error={errors.find((e) => e.field.startsWith('theirs'))?.message}
          onChange={setThere}
        />
        {Object.keys(spent).length > 0 && (
          <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
            <legend style={{ fontWeight: 500, fontSize: 14 }}>{words.spent}</legend>
            <p className="soft small" style={{ margin: '0 0 8px' }}>
              {words.spentHelp}
            </p>
            <Group grow>
              {Object.entries(spent).map(([name, minutes]) => (
                <NumberInput
                  key={name}
                  label={name}
                  min={0}
                  max={1440}
                  step={15}
                  allowDecimal={false}
                  value={minutes}
                  onChange={(next) => setSpent({ ...spent, [name]: next })}
                />
              ))}
            </Group>
          </fieldset>
        )}
        <Textarea
          label={words.note}
          maxLength={4000}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={hold.isPending}>
            {words.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
