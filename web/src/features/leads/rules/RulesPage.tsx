import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, asProblem, got, type SavedRules } from '@/api';
import { useMay } from '@/app/session';
import { usersQuery } from '@/features/settings/queries';
import { EmptyState } from '@/ui/EmptyState';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { LeadTabs } from '../LeadTabs';
import { draftsOf, type RuleDraft, rulesOf, up, withRule } from './draft';
import { m } from './messages';
import { RuleCard } from './RuleCard';

const rulesQuery = {
  queryKey: ['leads', 'rules'],
  queryFn: ({ signal }: { signal: AbortSignal }) => got(api.GET('/lead-rules', { signal })),
};

/** Who gets which lead. */
export function RulesPage() {
  const may = useMay('owner', 'manager');
  const query = useQuery(rulesQuery);
  const run = useRun();
  return (
    <>
      <PageHead
        title={m.title}
        says={may ? m.says : `${m.says} ${m.readOnly}`}
        actions={
          may &&
          (query.data?.rules.length ?? 0) > 0 && (
            <Button variant="default" loading={run.isPending} onClick={() => run.mutate()}>
              {m.run}
            </Button>
          )
        }
      />
      <LeadTabs />
      <Loaded query={query} skeleton={<TextSkeleton lines={8} />}>
        {(saved) => <Rules key={saved.version} saved={saved} may={may} />}
      </Loaded>
    </>
  );
}

function useRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => got(api.POST('/lead-rules/run')),
    onSuccess: ({ assigned, left }) => {
      tell(m.ran(assigned, left));
      return queries.invalidateQueries({ queryKey: ['leads'] });
    },
  });
}

function Rules({ saved, may }: { saved: SavedRules; may: boolean }) {
  const queries = useQueryClient();
  const users = useQuery(usersQuery).data ?? [];
  const reps = users.filter((u) => u.role === 'rep' && !u.disabled).map((u) => u.name);
  const [drafts, setDrafts] = useState<RuleDraft[]>(() => draftsOf(saved));
  const keep = useMutation({
    mutationFn: () =>
      got(api.PUT('/lead-rules', { params: { header: { 'if-match': `"${saved.version}"` } }, body: rulesOf(drafts) })),
    meta: { quiet: true },
    onSuccess: (next) => {
      queries.setQueryData(rulesQuery.queryKey, next);
      tell(m.saved);
    },
  });
  const changed = JSON.stringify(rulesOf(drafts)) !== JSON.stringify(rulesOf(draftsOf(saved)));
  const problem = keep.isError ? asProblem(keep.error) : null;
  const put = (at: number, next: RuleDraft) => setDrafts(drafts.map((d, i) => (i === at ? next : d)));
  const add = may && (
    <Button
      variant={drafts.length === 0 ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} />}
      onClick={() => setDrafts(withRule(drafts, reps))}
    >
      {m.add}
    </Button>
  );
  if (drafts.length === 0 && !changed) {
    return (
      <EmptyState title={m.empty} action={add}>
        {m.emptySays}
      </EmptyState>
    );
  }
  return (
    <Stack gap="md" maw={860}>
      <LeaveGuard when={changed} says={m.changed} />
      {drafts.map((draft, at) => (
        <RuleCard
          key={draft.id}
          at={at}
          draft={draft}
          may={may}
          people={users.map((u) => u.name)}
          errors={problem?.errors ?? []}
          onChange={(next) => put(at, next)}
          onUp={at === 0 ? undefined : () => setDrafts(up(drafts, at))}
          onRemove={() => setDrafts(drafts.filter((_, i) => i !== at))}
        />
      ))}
      {problem && <ProblemNote problem={problem} />}
      {may && (
        <Group>
          {add}
          <Button loading={keep.isPending} disabled={!changed} onClick={() => keep.mutate()}>
            {m.save}
          </Button>
          {changed && <span className="soft small">{m.changed}</span>}
        </Group>
      )}
    </Stack>
  );
}
