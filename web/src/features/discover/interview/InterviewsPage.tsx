import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSelection } from '@/app/selection';
import { useMay } from '@/app/session';
import { FilterBar } from '@/ui/FilterBar';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { DiscoverTabs } from '../DiscoverTabs';
import { Asked } from './Asked';
import { Choose } from './Choose';
import css from './Interviews.module.css';
import { m } from './messages';
import { csvAddress, summaryQuery } from './queries';
import { Remembered } from './Remembered';
import { ToldDeals } from './ToldDeals';

/** Interviews: whom to ask about which deals, and what was answered beside the log. */
export function InterviewsPage() {
  const [selection] = useSelection();
  const lead = useMay('owner', 'manager');
  const summary = useQuery(summaryQuery(selection));
  // Links are shown once; the page holds those it was given.
  const [links, setLinks] = useState<Record<string, string>>({});
  const learn = (id: string, link: string) => setLinks((known) => ({ ...known, [id]: link }));
  const any = (summary.data?.deals.total ?? 0) > 0;
  const asking = lead && (
    <>
      <Asked links={links} learn={learn} />
      <Choose selection={selection} more={any} learn={learn} />
    </>
  );
  return (
    <>
      <PageHead
        title={m.title}
        says={m.says}
        actions={
          any && (
            <Button
              component="a"
              href={csvAddress(selection)}
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {m.csv}
            </Button>
          )
        }
      />
      <DiscoverTabs />
      <FilterBar />
      <div className={css.page}>
        {!any && asking}
        <Loaded query={summary}>
          {(found) =>
            found.deals.total > 0 ? (
              <>
                <Remembered summary={found} />
                <ToldDeals selection={selection} />
              </>
            ) : (
              !lead && <p className="soft">{found.sentence}</p>
            )
          }
        </Loaded>
        {any && asking}
      </div>
    </>
  );
}
