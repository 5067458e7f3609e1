import { Button, Checkbox } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useMay } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import { LeadTabs } from '../LeadTabs';
import { m } from '../messages';
import { csvAddress, type LeadChoice, leadsQuery } from '../queries';
import { AddLeadButton } from './AddLead';
import { choiceOf, isNarrow } from './choice';
import { AssignDialog, DropDialog } from './Dialogs';
import { Filters } from './Filters';
import css from './Leads.module.css';
import { LeadList } from './LeadList';
import { type Touched, useLeadActs } from './useActs';

/** Whom you might sell to: looked over, researched, taken up or dropped. */
export function LeadsPage() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const choice = choiceOf(search);
  const navigate = useNavigate();
  const query = useLeads(choice);
  const first = query.data?.pages[0];
  const set = (next: LeadChoice) => void navigate({ to: '/leads', search: { ...next }, replace: true });
  return (
    <>
      <PageHead
        title={m.title}
        says={m.says(first?.open ?? 0)}
        actions={
          <>
            <AddLeadButton />
            <Button
              component="a"
              href={csvAddress(choice)}
              download="leads.csv"
              variant="default"
              leftSection={<IconDownload size={16} />}
              aria-label={m.list.csvHelp}
            >
              {m.list.csv}
            </Button>
          </>
        }
      />
      <LeadTabs />
      <Filters choice={choice} counts={first} onChange={set} />
      <Loaded query={query} skeleton={<TableSkeleton rows={12} />}>
        {() => <Leads key={JSON.stringify(choice)} choice={choice} query={query} />}
      </Loaded>
    </>
  );
}

const useLeads = (choice: LeadChoice) => useInfiniteQuery(leadsQuery(choice));

function Leads({ choice, query }: { choice: LeadChoice; query: ReturnType<typeof useLeads> }) {
  const leads = useMemo(() => query.data?.pages.flatMap((page) => page.leads) ?? [], [query.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ what: 'drop' | 'assign'; leads: Touched[] } | null>(null);
  const { act, busy } = useLeadActs(() => setChosen(new Set()));
  const first = query.data?.pages[0];
  const state = choice.state ?? 'open';
  const all = first?.[state] ?? leads.length;
  if (leads.length === 0)
    return isNarrow(choice) || state !== 'open' || (first?.taken ?? 0) > 0 ? <NoneSo /> : <Empty />;
  const picked = leads.filter((lead) => chosen.has(lead.id));
  const free = leads.filter((lead) => lead.may_change);
  const open = picked.length > 0 && state === 'open';
  return (
    <>
      <div className={css.bulk}>
        <Checkbox
          size="md"
          aria-label={m.list.selectAll}
          checked={picked.length > 0 && picked.length === free.length}
          indeterminate={picked.length > 0 && picked.length < free.length}
          disabled={free.length === 0}
          onChange={(event) =>
            setChosen(new Set(event.currentTarget.checked ? free.slice(0, MOST).map((l) => l.id) : []))
          }
        />
        {picked.length > 0 && <span>{m.list.chosen(picked.length)}</span>}
        {open && (
          <>
            <Button size="compact-md" loading={busy} onClick={() => void act(picked, { do: 'take' })}>
              {m.act.take}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setAsking({ what: 'assign', leads: picked })}>
              {m.act.assign}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setAsking({ what: 'drop', leads: picked })}>
              {m.act.drop}
            </Button>
          </>
        )}
        {picked.length > 0 && state === 'dropped' && (
          <Button size="compact-md" variant="default" loading={busy} onClick={() => void act(picked, { do: 'reopen' })}>
            {m.act.reopen}
          </Button>
        )}
        <span className="soft small">{m.list.of(leads.length, all)}</span>
      </div>
      <LeadList
        leads={leads}
        chosen={chosen}
        onChoose={setChosen}
        onEnd={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
        onAct={(lead, what) => (typeof what === 'string' ? setAsking({ what, leads: [lead] }) : void act([lead], what))}
      />
      <p className={`soft small ${css.foot ?? ''}`}>{m.list.keys}</p>
      <DropDialog
        leads={asking?.what === 'drop' ? asking.leads.length : 0}
        onClose={() => setAsking(null)}
        onDrop={(reason) => {
          if (asking) void act(asking.leads, { do: 'drop', reason });
          setAsking(null);
        }}
      />
      <AssignDialog
        leads={asking?.what === 'assign' ? asking.leads.length : 0}
        onClose={() => setAsking(null)}
        onAssign={(owner) => {
          if (asking) void act(asking.leads, { do: 'assign', owner });
          setAsking(null);
        }}
      />
    </>
  );
}

/** Leads of one request. */
const MOST = 500;

const NoneSo = () => <EmptyState title={m.list.none}>{m.list.noneHelp}</EmptyState>;

function Empty() {
  const may = useMay('owner', 'manager');
  return (
    <EmptyState
      title={m.list.empty}
      action={
        may && (
          <>
            <Button component={Link} to="/leads/lists" mr="sm">
              {m.list.toLists}
            </Button>
            <Button component={Link} to="/leads/forms" variant="default">
              {m.list.toForms}
            </Button>
          </>
        )
      }
    >
      {m.list.emptyHelp}
    </EmptyState>
  );
}
