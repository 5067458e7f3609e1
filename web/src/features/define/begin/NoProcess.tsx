import { useMay } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { PageHead } from '@/ui/PageHead';
import { m } from '../messages';
import { SampleProcess } from '../SampleProcess';
import { Doors } from './Doors';
import { m as words } from './messages';

/** There is no process yet: how one looks, and the ways to begin it. */
export function NoProcess() {
  const may = useMay('owner', 'manager');
  return (
    <>
      <PageHead title={m.title} says={m.says} />
      <EmptyState title={m.empty.title} picture={<SampleProcess />}>
        {m.empty.says} {!may && words.readOnly}
      </EmptyState>
      {may && <Doors others={[]} />}
    </>
  );
}
