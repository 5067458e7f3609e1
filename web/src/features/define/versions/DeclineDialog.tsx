import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { asProblem } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import type { Which } from '../which';
import { m } from './messages';
import { useDecline } from './queries';

/** Asks why a proposed version is not wanted. */
export function DeclineDialog({ version, which, onClose }: { version: number; which: Which; onClose: () => void }) {
  const [note, setNote] = useState('');
  const decline = useDecline(which, () => {
    tell(m.decline.done(version));
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={m.decline.title(version)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          decline.mutate({ version, note: note.trim() });
        }}
      >
        <Textarea
          label={m.decline.why}
          description={m.decline.help}
          required
          rows={2}
          maxLength={500}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {decline.isError && <ProblemNote problem={asProblem(decline.error)} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {m.activate.cancel}
          </Button>
          <Button type="submit" loading={decline.isPending} disabled={note.trim() === ''}>
            {m.decline.go}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
