import { ActionIcon, Button, Group, Modal, Stack } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem, type LeadList } from '@/api';
import { useMay } from '@/app/session';
import { type Column, DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/EmptyState';
import { count, date } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { price } from '@/ui/price';
import { ProblemNote } from '@/ui/ProblemNote';
import { TableSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { LeadTabs } from '../LeadTabs';
import { m } from './messages';
import { listsQuery, useKeepTerms } from './queries';
import { type Errors, errorsOf, termsOf, typedOf } from './terms';
import { TermsFields } from './TermsFields';

/** Lists that were bought, with what came of them. */
export function ListsPage() {
  const may = useMay('owner', 'manager');
  const query = useQuery(listsQuery);
  const [editing, setEditing] = useState<LeadList | null>(null);
  const add = may && (
    <Button component={Link} to="/leads/lists/new" leftSection={<IconPlus size={16} />}>
      {m.add}
    </Button>
  );
  return (
    <>
      <PageHead title={m.title} says={may ? m.says : `${m.says} ${m.readOnly}`} actions={add} />
      <LeadTabs />
      <Loaded query={query} skeleton={<TableSkeleton rows={4} />}>
        {(lists) =>
          lists.length === 0 ? (
            <EmptyState title={m.empty} action={add}>
              {m.emptySays}
            </EmptyState>
          ) : (
            <DataTable
              columns={columnsOf(may ? setEditing : undefined)}
              rows={lists}
              rowId={(l) => l.id}
              label={m.label}
            />
          )
        }
      </Loaded>
      <Modal opened={editing !== null} onClose={() => setEditing(null)} size="lg" title={m.editTitle}>
        {editing && <Edit list={editing} onClose={() => setEditing(null)} />}
      </Modal>
    </>
  );
}

function columnsOf(onEdit: ((list: LeadList) => void) | undefined): Column<LeadList>[] {
  const figure = (id: 'leads' | 'untouched' | 'taken' | 'won'): Column<LeadList> => ({
    id,
    header: m[id],
    align: 'right',
    value: (l) => l[id],
    cell: (l) => count(l[id]),
  });
  return [
    {
      id: 'source',
      header: m.source,
      title: true,
      value: (l) => l.source,
      cell: (l) => (
        <Stack gap={0}>
          <Link to="/leads" search={{ list: l.id }} className="quiet-link">
            {l.source}
          </Link>
          <span className="soft small">{l.file}</span>
        </Stack>
      ),
    },
    {
      id: 'price',
      header: m.price,
      align: 'right',
      value: (l) => l.price?.minor,
      cell: (l) => (l.price ? price(l.price.minor, l.price.currency) : '–'),
    },
    { id: 'bought', header: m.bought, value: (l) => l.bought, cell: (l) => date(l.bought) },
    {
      id: 'until',
      header: m.licence,
      value: (l) => l.valid_until,
      cell: (l) => (
        <Stack gap={0}>
          <span title={l.licence}>{given(l.valid_until) ? `${m.until} ${date(l.valid_until)}` : m.noEnd}</span>
          {!l.may_contact && (
            <span className="small" style={{ color: 'var(--warn)' }}>
              {m.ended}
            </span>
          )}
        </Stack>
      ),
    },
    figure('leads'),
    figure('untouched'),
    figure('taken'),
    figure('won'),
    {
      id: 'cost',
      header: m.perLead,
      align: 'right',
      value: (l) => l.cost_per_lead?.minor,
      cell: (l) => (l.cost_per_lead ? price(l.cost_per_lead.minor, l.cost_per_lead.currency) : '–'),
    },
    {
      id: 'acts',
      header: '',
      align: 'right',
      sorts: false,
      value: () => null,
      cell: (l) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button
            renderRoot={(props) => <Link to="/imports/$import" params={{ import: l.import }} {...props} />}
            size="compact-sm"
            variant="default"
          >
            {l.rejected > 0 ? m.rejected(l.rejected) : (STATES[l.status] ?? l.status)}
          </Button>
          {onEdit && (
            <ActionIcon
              size={32}
              variant="subtle"
              c="var(--ink-soft)"
              aria-label={m.edit(l.source)}
              onClick={() => onEdit(l)}
            >
              <IconPencil size={16} />
            </ActionIcon>
          )}
        </Group>
      ),
    },
  ];
}

const STATES: Record<string, string> = m.states;

function Edit({ list, onClose }: { list: LeadList; onClose: () => void }) {
  const keep = useKeepTerms(list);
  const [typed, setTyped] = useState(() => typedOf(list));
  const [unread, setUnread] = useState<Errors>({});
  const problem = keep.isError ? asProblem(keep.error) : null;
  const errors = { ...(problem ? errorsOf(problem) : {}), ...unread };
  const save = () => {
    const read = termsOf(typed);
    setUnread('errors' in read ? read.errors : {});
    if ('errors' in read) return;
    keep.mutate(read.terms, {
      onSuccess: () => {
        tell(m.saved);
        onClose();
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="md">
        <TermsFields typed={typed} errors={errors} fixedSource onChange={setTyped} />
        {problem && Object.keys(errorsOf(problem)).length === 0 && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
