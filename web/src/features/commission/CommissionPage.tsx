import { Button, Group, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { CommissionOverview } from '@/api';
import { useUser } from '@/app/session';
import { RunTabs } from '@/features/run/RunTabs';
import { EmptyState } from '@/ui/EmptyState';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { price } from '@/ui/price';
import { TableSkeleton } from '@/ui/Skeletons';
import css from './Commission.module.css';
import { FirstPlan } from './FirstPlan';
import { HeldDeals } from './HeldDeals';
import { m } from './messages';
import { periodWords, totals } from './periods';
import { type Asked, fileAddress, overviewQuery } from './queries';
import { Rows } from './Rows';
import { Statements } from './Statements';
import { ViewTabs } from './ViewTabs';

/** What is paid for the deals won: a rep their own, owners and managers everybody's. */
export function CommissionPage() {
  const asked = useAsked();
  const query = useQuery(overviewQuery(asked));
  const leads = query.data?.leads ?? false;
  const title = !leads ? m.title.mine : given(asked.person) ? m.title.of(asked.person) : m.title.all;
  return (
    <>
      <PageHead
        title={title}
        {...(query.data && { says: saysOf(query.data, asked.person) })}
        {...(query.data && query.data.rows.length > 0 && { actions: <Files asked={asked} /> })}
      />
      <RunTabs />
      <Loaded query={query} skeleton={<TableSkeleton rows={6} />}>
        {(all) => <Overview all={all} asked={asked} />}
      </Loaded>
    </>
  );
}

/** What the address asks for. */
function useAsked(): Asked {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const text = (name: string) => (typeof search[name] === 'string' && search[name] !== '' ? search[name] : undefined);
  const [person, period] = [text('person'), text('period')];
  return { ...(person === undefined ? {} : { person }), ...(period === undefined ? {} : { period }) };
}

function saysOf({ rows, leads, through }: CommissionOverview, person: string | undefined): string {
  if (rows.length === 0) return m.says.asOf(date(through));
  const amounts = totals(rows)
    .map(([currency, minor]) => price(minor, currency))
    .join(' + ');
  const people = new Set(rows.map((row) => row.person)).size;
  return `${leads && person === undefined ? m.says.sum(amounts, people) : m.says.own(amounts)} ${m.says.asOf(date(through))}`;
}

function Files({ asked }: { asked: Asked }) {
  return (
    <>
      <Button
        component="a"
        href={fileAddress('pdf', asked)}
        target="_blank"
        rel="noopener"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-label={m.pdfHelp}
      >
        {m.pdf}
      </Button>
      <Button
        component="a"
        href={fileAddress('csv', asked)}
        download="commission.csv"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        aria-label={m.csvHelp}
      >
        {m.csv}
      </Button>
    </>
  );
}

function Overview({ all, asked }: { all: CommissionOverview; asked: Asked }) {
  const navigate = useNavigate();
  const me = useUser()?.name;
  const look = (next: Asked) => void navigate({ to: '/commission', search: { ...next } });
  if (!all.plans && all.leads) return <FirstPlan />;
  if (all.periods.length === 0) return <Nothing all={all} />;
  // A rep's page is one of periods; everybody's is one of the last period.
  const period = asked.period ?? (all.leads && asked.person === undefined ? (all.rows[0]?.period ?? '') : '');
  const person = asked.person ?? (all.leads ? undefined : me);
  // The statement itself says more than its row.
  const alone = person !== undefined && asked.period !== undefined;
  const shown = person === undefined ? undefined : (asked.period ?? all.rows[0]?.period);
  return (
    <>
      {all.leads && <ViewTabs />}
      <div className={css.tools}>
        <Select
          label={m.period}
          size="sm"
          searchable
          data={[
            ...(person === undefined ? [] : [{ value: '', label: m.allPeriods }]),
            ...all.periods.map((name) => ({ value: name, label: periodWords(name) })),
          ]}
          value={period}
          allowDeselect={false}
          onChange={(name) => look({ ...asked, period: name ?? '' })}
        />
        {all.leads && (
          <Select
            label={m.person}
            size="sm"
            searchable
            data={[{ value: '', label: m.everybody }, ...all.people.map((name) => ({ value: name, label: name }))]}
            value={asked.person ?? ''}
            allowDeselect={false}
            onChange={(name) => look({ ...asked, person: name ?? '' })}
          />
        )}
      </div>
      {all.rows.length === 0 && <p className="soft">{m.none.period}</p>}
      {all.rows.length > 0 && !alone && (
        <Rows
          rows={all.rows}
          withPerson={person === undefined}
          onOpen={(row) => look({ person: row.person, period: row.period })}
        />
      )}
      {shown !== undefined && person !== undefined && all.rows.length > 0 && (
        <Statements asked={{ person, period: shown }} />
      )}
      <HeldDeals held={all.held} leads={all.leads} />
    </>
  );
}

function Nothing({ all }: { all: CommissionOverview }) {
  if (!all.leads) return <EmptyState title={m.none.mine}>{m.none.mineSays}</EmptyState>;
  return (
    <>
      <ViewTabs />
      <EmptyState
        title={m.none.all}
        action={
          <Group justify="center">
            <Button component={Link} to="/commission/plans">
              {m.none.allAct}
            </Button>
          </Group>
        }
      >
        {m.none.allSays}
      </EmptyState>
      <HeldDeals held={all.held} leads />
    </>
  );
}
