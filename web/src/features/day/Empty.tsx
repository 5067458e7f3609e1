import { Button } from '@mantine/core';
import { IconSun } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { processQuery } from '@/features/define/queries';
import { EmptyState } from '@/ui/EmptyState';
import { m } from './messages';
import { AHEAD, EVERYBODY } from './queries';

const PICTURE = <IconSun size={48} stroke={1.2} />;

interface Props {
  owner: string | undefined;
  onEverybody: () => void;
}

/** Nobody has an open deal, or not the one who was asked for. */
export function NoDeals({ owner, onEverybody }: Props) {
  if (owner === EVERYBODY) {
    return (
      <EmptyState title={m.empty.nobody} picture={PICTURE} action={<ToBoard />}>
        {m.empty.nobodyHelp}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={owner === undefined ? m.empty.mine : m.empty.other(owner)}
      picture={PICTURE}
      action={<Button onClick={onEverybody}>{m.empty.everybody}</Button>}
    >
      {owner === undefined ? m.empty.mineHelp : m.empty.otherHelp}
    </EmptyState>
  );
}

/** There are deals, and nothing is to be done about them; without a process nobody can know. */
export function NothingToDo({ deals }: { deals: number }) {
  const process = useQuery(processQuery).data;
  if (process && !process.saved) {
    return (
      <EmptyState
        title={m.empty.noProcess}
        picture={PICTURE}
        action={
          <Button component={Link} to="/define/propose">
            {m.empty.propose}
          </Button>
        }
      >
        {m.empty.noProcessHelp}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={m.empty.nothing} picture={PICTURE} action={<ToBoard />}>
      {m.empty.nothingHelp(deals, AHEAD)}
    </EmptyState>
  );
}

const ToBoard = () => (
  <Button component={Link} to="/board" variant="default">
    {m.empty.toBoard}
  </Button>
);
