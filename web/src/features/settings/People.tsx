import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '@/api';
import { useKeys } from '@/app/keys';
import { useMay, useUser } from '@/app/session';
import { m as shared } from '@/messages';
import { type Column, DataTable } from '@/ui/DataTable';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { AddPerson } from './AddPerson';
import { DisablePerson, PasswordOf } from './Asking';
import { m } from './messages';
import { NewLink } from './NewLink';
import { FirstDay } from './people/FirstDay';
import { m as first } from './people/messages';
import { useChangeUser, usersQuery } from './queries';
import { roleOf, ROLES } from './roles';

/** Who can sign in. The owner changes it, the others see it. */
export function People() {
  const users = useQuery(usersQuery);
  const owner = useMay('owner');
  const [adding, { open, close }] = useDisclosure(false);
  useKeys({ c: owner && !adding ? open : undefined });
  const active = users.data?.filter((u) => !u.disabled).length;
  const says = active === undefined ? undefined : `${m.people.says(active)}${owner ? '' : ` ${m.people.readOnly}`}`;
  return (
    <Section
      title={m.people.title}
      {...(says === undefined ? {} : { says })}
      actions={
        owner && (
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            {m.people.add}
          </Button>
        )
      }
    >
      <Loaded query={users} skeleton={<TableSkeleton rows={3} />}>
        {(all) => <List users={all} owner={owner} />}
      </Loaded>
      <AddPerson opened={adding} onClose={close} />
    </Section>
  );
}

type Ask = 'password' | 'disable' | 'link';
type Asked = { what: Ask; user: User } | null;

function List({ users, owner }: { users: User[]; owner: boolean }) {
  const me = useUser();
  const lead = useMay('owner', 'manager');
  const change = useChangeUser();
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const role = (user: User) =>
    owner && !user.disabled ? (
      <Select
        size="sm"
        w={130}
        aria-label={m.people.roleOf(user.name)}
        allowDeselect={false}
        data={ROLES.map((value) => ({ value, label: shared.roles[value] }))}
        value={user.role}
        disabled={change.isPending}
        onChange={(next) => {
          const to = roleOf(next);
          if (to) change.mutate({ id: user.id, role: to });
        }}
      />
    ) : (
      shared.roles[user.role]
    );
  const columns: Column<User>[] = [
    {
      id: 'name',
      header: m.people.name,
      title: true,
      value: (u) => u.name,
      cell: (u) => (u.id === me?.id ? `${u.name} (${m.people.you})` : u.name),
    },
    { id: 'email', header: m.people.email, value: (u) => u.email },
    { id: 'role', header: m.people.role, value: (u) => u.role, cell: role },
    { id: 'state', header: m.people.state, value: (u) => (u.disabled ? m.people.disabled : m.people.active) },
  ];
  if (lead) {
    columns.push({
      id: 'first-day',
      header: first.header,
      sorts: false,
      value: () => null,
      cell: (u) => <FirstDay person={u.name} />,
    });
  }
  if (owner) {
    columns.push({
      id: 'more',
      header: '',
      align: 'right',
      sorts: false,
      value: () => null,
      cell: (u) => (
        <More
          user={u}
          onAsk={(what) => setAsked({ what, user: u })}
          onEnable={() => change.mutate({ id: u.id, disabled: false })}
        />
      ),
    });
  }
  return (
    <>
      <DataTable columns={columns} rows={users} rowId={(u) => u.id} label={m.people.label} />
      <PasswordOf user={asked?.what === 'password' ? asked.user : null} onClose={close} />
      <NewLink user={asked?.what === 'link' ? asked.user : null} onClose={close} />
      <DisablePerson user={asked?.what === 'disable' ? asked.user : null} onClose={close} />
    </>
  );
}

interface MoreProps {
  user: User;
  onAsk: (what: Ask) => void;
  onEnable: () => void;
}

const More = ({ user, onAsk, onEnable }: MoreProps) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <ActionIcon variant="subtle" c="var(--ink-soft)" aria-label={m.people.more(user.name)}>
        <IconDots size={18} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={() => onAsk('password')}>{m.people.password}</Menu.Item>
      {!user.disabled && <Menu.Item onClick={() => onAsk('link')}>{m.people.link}</Menu.Item>}
      {user.disabled ? (
        <Menu.Item onClick={onEnable}>{m.people.enable}</Menu.Item>
      ) : (
        <Menu.Item onClick={() => onAsk('disable')}>{m.people.disable}</Menu.Item>
      )}
    </Menu.Dropdown>
  </Menu>
);
