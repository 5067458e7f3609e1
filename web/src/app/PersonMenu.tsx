import { Avatar, Menu, UnstyledButton } from '@mantine/core';
import { IconLogout, IconSettings, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { User } from '@/api';
import { m } from '@/messages';
import { PLACES } from './places';
import { useSignOut } from './session';

/** Who is signed in, and what concerns them. */
export function PersonMenu({ user }: { user: User }) {
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={m.app.person(user.name)}>
          <Avatar name={user.name} color="teal" radius={20} size={40} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <div>{user.name}</div>
          <div>
            {user.email} · {m.roles[user.role]}
          </div>
        </Menu.Label>
        {PLACES.filter((place) => !place.phone && place.to !== '/settings').map((place) => (
          <Menu.Item
            key={place.to}
            hiddenFrom="sm"
            leftSection={<place.icon size={16} />}
            component={Link}
            to={place.to}
          >
            {place.name}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconUpload size={16} />} component={Link} to="/import">
          {m.places.import}
        </Menu.Item>
        <Menu.Item leftSection={<IconSettings size={16} />} component={Link} to="/settings">
          {m.places.settings}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          {m.app.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
