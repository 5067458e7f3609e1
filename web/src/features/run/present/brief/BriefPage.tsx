import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { BASE, type BriefPage as Page, type Process } from '@/api';
import { ago } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { dealQuery, ownVersionQuery } from '../../queries';
import { briefQuery, meetingsQuery } from '../queries';
import { BriefForm } from './BriefForm';
import { BriefSheet } from './BriefSheet';
import { m } from './messages';

/** The brief of a deal's next meeting: to read, to print, to change. */
export function BriefPage() {
  const { deal: id } = useParams({ from: '/shell/deals/$deal/brief' });
  const query = useQuery(briefQuery(id));
  const view = useQuery(dealQuery(id)).data;
  return (
    <Loaded query={query} skeleton={<TextSkeleton lines={12} />}>
      {(page) => (view ? <Shown deal={id} page={page} view={view} /> : <Bare deal={id} page={page} process={null} />)}
    </Loaded>
  );
}

function Shown({ deal, page, view }: { deal: string; page: Page; view: Parameters<typeof ownVersionQuery>[0] }) {
  const version = useQuery(ownVersionQuery(view)).data;
  return <Bare deal={deal} page={page} process={version?.process ?? null} />;
}

function Bare({ deal, page, process }: { deal: string; page: Page; process: Process | null }) {
  const [changing, setChanging] = useState(false);
  const meetings = useQuery(meetingsQuery(deal)).data ?? [];
  const { brief } = page;
  const says = given(page.at) ? m.chosen(page.by ?? '', ago(page.at)) : m.nobody;
  return (
    <>
      <PageHead
        title={m.of(brief.prospect || brief.deal)}
        says={`${m.says} ${says}`}
        actions={
          <>
            {page.may_change && <Button onClick={() => setChanging(true)}>{m.change}</Button>}
            <Button variant="default" component="a" href={`${BASE}/deals/${deal}/brief.pdf`} target="_blank">
              {m.pdf}
            </Button>
            <Button variant="default" onClick={() => window.print()}>
              {m.print}
            </Button>
            <Button variant="default" component={Link} to={`/deals/${deal}`}>
              {m.back}
            </Button>
          </>
        }
      />
      <BriefSheet brief={brief} />
      <BriefForm
        deal={deal}
        page={page}
        process={process}
        meetings={meetings.filter((one) => one.state !== 'cancelled')}
        opened={changing}
        onClose={() => setChanging(false)}
      />
    </>
  );
}
