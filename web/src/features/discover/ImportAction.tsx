import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '@/app/session';
import { m } from './messages';

/** The way out of an empty page, for those who may import. */
export function ImportAction() {
  const may = useMay('owner', 'manager');
  if (!may) return <p className="soft">{m.emptyAsk}</p>;
  return (
    <Button component={Link} to="/import">
      {m.emptyAction}
    </Button>
  );
}
