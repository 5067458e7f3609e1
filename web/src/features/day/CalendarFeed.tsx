import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, got } from '@/api';
import { ago } from '@/ui/format';
import { given } from '@/ui/given';
import { tell } from '@/ui/toast';
import { m } from './calendarMessages';

const feedQuery = queryOptions({
  queryKey: ['calendar-feed'],
  queryFn: ({ signal }) => got(api.GET('/calendar', { signal })),
});

/** The address by which a calendar program follows your tasks and meetings. */
export function CalendarFeed() {
  const queries = useQueryClient();
  const feed = useQuery(feedQuery).data;
  const make = useMutation({
    mutationFn: () => got(api.POST('/calendar')),
    onSuccess: ({ since }) => queries.setQueryData(feedQuery.queryKey, { since: since ?? null, path: null }),
  });
  const revoke = useMutation({
    mutationFn: () => api.DELETE('/calendar'),
    onSuccess: () => {
      make.reset();
      queries.setQueryData(feedQuery.queryKey, { since: null, path: null });
      tell(m.revoked);
    },
  });
  const path = make.data?.path;
  const since = feed?.since;
  return (
    <details>
      <summary className="soft">{m.title}</summary>
      <p className="soft small">{given(since) ? m.since(ago(since)) : m.says}</p>
      {given(path) && (
        <Group align="flex-end" mb="sm">
          <TextInput readOnly flex={1} label={m.address} description={m.once} value={location.origin + path} />
          <CopyButton value={location.origin + path}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? m.copied : m.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      <Group>
        <Button size="sm" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {given(since) ? m.again : m.make}
        </Button>
        {given(since) && (
          <Button size="sm" variant="subtle" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {m.revoke}
          </Button>
        )}
      </Group>
    </details>
  );
}
