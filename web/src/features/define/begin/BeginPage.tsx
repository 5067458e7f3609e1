import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { Doors } from './Doors';
import { m } from './messages';
import { processesQuery } from './queries';

/** Where another process is begun. */
export function BeginPage() {
  const may = useMay('owner', 'manager');
  const processes = useQuery(processesQuery);
  const back = (
    <Button component={Link} to="/define" variant="default">
      {m.back}
    </Button>
  );
  return (
    <>
      <PageHead title={m.title} says={m.says} actions={back} />
      {may ? <Loaded query={processes}>{(others) => <Doors others={others} />}</Loaded> : <p>{m.readOnly}</p>}
    </>
  );
}
