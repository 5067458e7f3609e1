import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, asProblem, got, type IncomingMail } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { m } from '../messages';
import { useAttach } from '../queries';

/** Asks to which deal a message belongs. */
export function Attach({ mail, onClose }: { mail: IncomingMail | null; onClose: () => void }) {
  return (
    <Modal opened={mail !== null} onClose={onClose} title={m.inbox.attachTitle}>
      {mail && <Choose key={mail.id} mail={mail} onClose={onClose} />}
    </Modal>
  );
}

function Choose({ mail, onClose }: { mail: IncomingMail; onClose: () => void }) {
  const [text, setText] = useState('');
  const [deal, setDeal] = useState<string | null>(null);
  const [asked] = useDebouncedValue(text, 250);
  const found = useQuery({
    queryKey: ['deals', 'open', asked],
    queryFn: ({ signal }) =>
      got(api.GET('/deals', { params: { query: { text: asked, outcome: ['open'], limit: 12 } }, signal })),
    placeholderData: keepPreviousData,
  });
  const attach = useAttach();
  const data = (found.data?.deals ?? []).map((d) => ({
    value: d.id,
    label: [d.name, d.account, d.owner].filter(Boolean).join(' · '),
  }));
  const done = () => {
    tell(m.inbox.attached);
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (deal !== null) attach.mutate({ id: mail.id, deal }, { onSuccess: done });
      }}
    >
      <Stack gap="sm">
        <Select
          label={m.inbox.search}
          required
          searchable
          data-autofocus
          data={data}
          value={deal}
          filter={({ options }) => options}
          nothingFoundMessage={m.inbox.nothing}
          onSearchChange={setText}
          onChange={setDeal}
        />
        {attach.isError && <ProblemNote problem={asProblem(attach.error)} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.inbox.cancel}
          </Button>
          <Button type="submit" loading={attach.isPending} disabled={deal === null}>
            {m.inbox.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
