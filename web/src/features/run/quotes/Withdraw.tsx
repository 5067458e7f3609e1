import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { QuoteOfDeal } from '@/api';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useWithdraw } from './queries';

interface Props {
  deal: string;
  quote: QuoteOfDeal;
  opened: boolean;
  onClose: () => void;
}

/** Takes a quote back, with the reason. */
export function Withdraw({ deal, quote, opened, onClose }: Props) {
  const withdraw = useWithdraw(deal, quote.id);
  const [note, setNote] = useState('');
  const done = () => {
    tell(m.back.done);
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={m.back.title(quote.quote.number)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          withdraw.mutate({ note }, { onSuccess: done });
        }}
      >
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{m.back.says}</p>
          <Textarea
            label={m.back.reason}
            required
            data-autofocus
            autosize
            minRows={2}
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {m.back.cancel}
            </Button>
            <Button type="submit" color="red" loading={withdraw.isPending} disabled={note.trim() === ''}>
              {m.back.go}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
