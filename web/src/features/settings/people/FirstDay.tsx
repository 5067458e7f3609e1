import { TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, got, type FirstDay as Kept } from '@/api';
import { tell } from '@/ui/toast';
import { m } from './messages';

const firstDaysQuery = queryOptions({
  queryKey: ['first-days'],
  queryFn: ({ signal }) => got(api.GET('/first-days', { signal })),
});

/** When somebody began: their ramp counts weeks from then on. For owners and managers. */
export function FirstDay({ person }: { person: string }) {
  const queries = useQueryClient();
  const known = useQuery(firstDaysQuery).data;
  const keep = useMutation({
    mutationFn: (body: Kept) => got(api.PUT('/first-days', { body })),
    onSuccess: ({ day }) => {
      tell(day ? m.saved(person) : m.taken(person));
      for (const queryKey of [['first-days'], ['measure', 'ramp']]) void queries.invalidateQueries({ queryKey });
    },
  });
  const given = known?.find((first) => first.person.toLowerCase() === person.toLowerCase())?.day ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const day = typed ?? given;
  const send = () => {
    setTyped(null);
    if (day !== given) keep.mutate({ person, day: day === '' ? null : day });
  };
  return (
    <TextInput
      type="date"
      size="sm"
      w={150}
      aria-label={m.of(person)}
      disabled={known === undefined || keep.isPending}
      value={day}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={send}
      onKeyDown={(event) => event.key === 'Enter' && send()}
    />
  );
}
