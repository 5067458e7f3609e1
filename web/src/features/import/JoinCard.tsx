import { Checkbox, Stack } from '@mantine/core';
import type { FilePlan, Join, NearMatch } from '@/api';
import { m } from './messages';

interface Props {
  join: Join;
  files: FilePlan[];
  onChange: (join: Join) => void;
}

/** How one file names rows of another, and the values that only nearly match. */
export function JoinCard({ join, files, onChange }: Props) {
  const name = (at: number) => files[at]?.name ?? '';
  const near = join.near.filter((n) => n.key);
  const lost = join.near.filter((n) => !n.key);
  const accept = (value: string, accepted: boolean) =>
    onChange({ ...join, near: join.near.map((n): NearMatch => (n.value === value ? { ...n, accepted } : n)) });
  return (
    <div className="card">
      <b>{m.plan.join(name(join.from), join.column, name(join.to), join.key)}</b>{' '}
      <span className="soft">{m.plan.matched(join.matched)}</span>
      {near.length > 0 && (
        <Stack gap="xs" mt="sm">
          <span>{m.plan.near}</span>
          {near.map((n) => (
            <Checkbox
              key={n.value}
              label={m.plan.nearRow(n.value, n.key ?? '', n.rows)}
              checked={n.accepted}
              onChange={(event) => accept(n.value, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      )}
      {lost.length > 0 && (
        <ul className="soft small">
          {lost.slice(0, 10).map((n) => (
            <li key={n.value}>{m.plan.lost(n.value, n.rows)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
