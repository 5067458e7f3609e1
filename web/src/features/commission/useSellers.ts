import { useQuery } from '@tanstack/react-query';
import { usersQuery } from '@/features/settings/queries';
import { useFields } from '@/ui/fields';

/** Names of those who own deals, most deals first, and of those who sign in. */
export function useSellers(): { owners: string[]; all: string[] } {
  const fields = useFields();
  const users = useQuery(usersQuery).data ?? [];
  const values = fields.find((field) => field.name === 'owner')?.values ?? [];
  const owners = values.flatMap(({ value }) => (value === '' ? [] : [value]));
  const others = users.map((user) => user.name).filter((name) => !owners.some((owner) => same(owner, name)));
  return { owners, all: [...owners, ...others] };
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
