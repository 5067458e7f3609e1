import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountView, Deal } from '@/api';
import { byField } from '@/app/selection';
import { useMay } from '@/app/session';
import { dealsQuery } from '@/features/run/queries';
import { useRecent } from '@/features/search/recent';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { money } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { OutcomeBadge } from '@/ui/OutcomeBadge';
import { PageHead, Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import css from './Accounts.module.css';
import { m } from './messages';
import { accountQuery, useMerge, usePart } from './queries';
import { MergeDialog, RenameDialog } from './Together';

/** One account: its deals, its people, and under which names it goes. */
export function AccountPage() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const name = typeof search.name === 'string' ? search.name : '';
  const query = useQuery(accountQuery(name));
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={6} />}>
      {(view) => <Page key={view.name} view={view} />}
    </Loaded>
  );
}

function Page({ view }: { view: AccountView }) {
  const { name, open, won, lost, people, names } = view;
  const may = useMay('owner', 'manager', 'rep');
  const [asked, setAsked] = useState<'rename' | 'merge' | null>(null);
  useRecent(`/accounts/one?name=${encodeURIComponent(name)}`, name);
  return (
    <>
      <PageHead
        title={name}
        says={m.page.says(open, won, lost)}
        actions={
          may && (
            <>
              <Button variant="default" onClick={() => setAsked('merge')}>
                {m.page.merge}
              </Button>
              <Button variant="default" onClick={() => setAsked('rename')}>
                {m.page.rename}
              </Button>
            </>
          )
        }
      />
      <p>
        <Link to="/accounts" className="quiet-link">
          {m.all}
        </Link>
      </p>
      <div className={css.page}>
        <Deals name={name} total={open + won + lost} />
        <aside>
          <Section title={m.page.people}>
            {people.length === 0 ? (
              <p className="soft">{m.page.noPeople}</p>
            ) : (
              <ul className={css.people}>
                {people.map((person) => (
                  <li key={`${person.email ?? ''}${person.name}`}>
                    {person.name === '' ? person.email : person.name}{' '}
                    <span className="soft small">
                      {[person.title, person.role, person.name === '' ? null : person.email, m.page.acts(person.acts)]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Names view={view} may={may} />
        </aside>
      </div>
      <RenameDialog name={asked === 'rename' ? name : null} onClose={() => setAsked(null)} />
      <MergeDialog name={asked === 'merge' ? name : null} names={names} onClose={() => setAsked(null)} />
    </>
  );
}

function Deals({ name, total }: { name: string; total: number }) {
  const query = useInfiniteQuery(dealsQuery(byField('account', name), 'latest'));
  return (
    <Section
      title={m.page.deals}
      actions={<DealsLink to={byField('account', name)}>{m.page.allDeals(total)}</DealsLink>}
    >
      <Loaded query={query} skeleton={<TableSkeleton rows={6} />}>
        {({ pages }) => (
          <DataTable
            columns={COLUMNS}
            rows={pages[0]?.deals ?? []}
            rowId={(d) => d.id}
            label={m.page.deals}
            sort={{ id: 'outcome', desc: false }}
          />
        )}
      </Loaded>
    </Section>
  );
}

const COLUMNS: Column<Deal>[] = [
  {
    id: 'name',
    header: 'Deal',
    title: true,
    value: (d) => d.name,
    cell: (d) => (
      <Link to="/deals/$deal" params={{ deal: d.id }} className="quiet-link">
        {d.name}
      </Link>
    ),
  },
  { id: 'owner', header: 'Owner', value: (d) => d.owner },
  { id: 'stage', header: 'Stage', value: (d) => d.stage },
  { id: 'outcome', header: 'Outcome', value: (d) => d.outcome, cell: (d) => <OutcomeBadge outcome={d.outcome} /> },
  {
    id: 'value',
    header: 'Value',
    align: 'right',
    value: (d) => d.value?.minor,
    cell: (d) => money(d.value?.minor, d.value?.currency ?? ''),
  },
];

/** How the account is written, what was put together, and what may belong to it. */
function Names({ view, may }: { view: AccountView; may: boolean }) {
  const navigate = useNavigate();
  const part = usePart(() => void navigate({ to: '/accounts' }));
  const merge = useMerge();
  const { name, names, merges, alike } = view;
  if (merges.length === 0 && alike.length === 0) return null;
  return (
    <Section title={m.page.names} says={names.join(' · ')}>
      <ul className={css.alike}>
        {merges.map((made) => (
          <li key={made.id}>
            <span className="small">{m.page.stands(made.from.join(', '), made.to, made.by ?? '')}</span>
            {may && (
              <Button size="compact-md" variant="default" onClick={() => part.mutate(made)}>
                {m.page.part(made.from.join(', '))}
              </Button>
            )}
          </li>
        ))}
        {alike.map((other) => (
          <li key={other}>
            <span className="small">
              {m.page.alike}: {other}
            </span>
            {may && (
              <Button size="compact-md" variant="default" onClick={() => merge.mutate({ from: [other], to: name })}>
                {m.mergeInto(name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
