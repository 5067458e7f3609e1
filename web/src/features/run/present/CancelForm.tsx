import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Meeting } from '@/api';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useCancel } from './queries';

interface Props {
  deal: string;
  /** None: closed. */
  meeting: Meeting | null;
  onClose: () => void;
}

/** Cancels a meeting, with a reason if there is one. */
export function CancelForm({ deal, meeting, onClose }: Props) {
  const cancel = useCancel(deal);
  const [note, setNote] = useState('');
  const words = m.meetings.cancelForm;
  const go = () => {
    if (!meeting) return;
    cancel.mutate(
      { meeting: meeting.id, note },
      {
        onSuccess: () => {
          tell(m.meetings.told.cancelled(meeting.plan.title));
          setNote('');
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened={meeting !== null} onClose={onClose} title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Stack gap="sm">
          <Textarea
            label={words.note}
            maxLength={4000}
            rows={2}
            data-autofocus
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.keep}
            </Button>
            <Button type="submit" color="red" loading={cancel.isPending}>
              {words.go}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
