import { Select } from '@mantine/core';
import { m } from './messages';
import { EVERYBODY } from './queries';

interface Props {
  /** None: who is signed in. */
  owner: string | undefined;
  /** The name of who is signed in. */
  me: string;
  owners: string[];
  onChange: (owner: string | undefined) => void;
}

/** What stands before a colleague's name, so that nobody's name can mean something else. */
const OF = 'of:';
const MINE = 'mine';

/** My deals, everybody's, or a colleague's. */
export function WhoseDay({ owner, me, owners, onChange }: Props) {
  const colleagues = owners.filter((name) => name !== me).map((name) => ({ value: OF + name, label: name }));
  const others = owner === undefined || owner === EVERYBODY || owners.includes(owner) ? [] : [owner];
  const data = [
    { value: MINE, label: m.whose.mine },
    { value: EVERYBODY, label: m.whose.everybody },
    {
      group: m.whose.colleagues,
      items: [...colleagues, ...others.map((name) => ({ value: OF + name, label: name }))],
    },
  ];
  return (
    <Select
      aria-label={m.whose.label}
      w={220}
      data={data}
      searchable
      allowDeselect={false}
      value={owner === undefined ? MINE : owner === EVERYBODY ? EVERYBODY : OF + owner}
      onChange={(value) => {
        if (value !== null)
          onChange(value === MINE ? undefined : value.startsWith(OF) ? value.slice(OF.length) : value);
      }}
    />
  );
}
