import { Alert, Button, List, Stack } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { FilePlan, Join, Plan } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { ClosingNames } from './ClosingNames';
import { FileCard } from './FileCard';
import { JoinCard } from './JoinCard';
import { MailSettings } from './MailSettings';
import { m } from './messages';
import { Defaults } from './Defaults';
import { uploadQuery, useBegin, useRevise } from './queries';

/** What was recognised in the files: to be looked at, corrected, and imported. */
export function PlanPage() {
  const { upload: id } = useParams({ from: '/shell/import/$upload' });
  const query = useQuery(uploadQuery(id));
  const revise = useRevise(id);
  const begin = useBegin(id);
  return (
    <>
      <PageHead
        title={m.plan.title}
        says={m.plan.says}
        actions={
          <>
            <Button component={Link} to="/import" variant="default">
              {m.plan.later}
            </Button>
            {query.data && (
              <Button onClick={() => begin.mutate()} loading={begin.isPending} disabled={revise.isPending}>
                {m.plan.go(m.plan.goFiles(query.data.plan.files.filter((f) => f.role !== 'ignored').length))}
              </Button>
            )}
          </>
        }
      />
      <Loaded query={query}>
        {({ plan }) => <PlanForm plan={plan} onChange={(next) => revise.mutate(next)} busy={revise.isPending} />}
      </Loaded>
    </>
  );
}

interface FormProps {
  plan: Plan;
  onChange: (plan: Plan) => void;
  busy: boolean;
}

function PlanForm({ plan, onChange, busy }: FormProps) {
  const setFile = (at: number, file: FilePlan) =>
    onChange({ ...plan, files: plan.files.map((f, i) => (i === at ? file : f)) });
  const setJoin = (at: number, join: Join) =>
    onChange({ ...plan, joins: plan.joins.map((j, i) => (i === at ? join : j)) });
  return (
    <Stack gap="md" aria-busy={busy}>
      {plan.questions.length > 0 && (
        <Alert
          variant="default"
          title={m.plan.questions}
          icon={<IconHelpCircle aria-hidden />}
          styles={{ root: { borderColor: 'var(--warn)' }, icon: { color: 'var(--warn)' } }}
        >
          <List>
            {plan.questions.map((q) => (
              <List.Item key={`${q.file} ${q.column ?? ''} ${q.text}`}>
                {plan.files.length > 1 && <b>{plan.files[q.file]?.name}: </b>}
                {q.column && <b>{q.column}: </b>}
                {q.text}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {plan.files.map((file, i) => (
        <FileCard key={file.name} file={file} onChange={(next) => setFile(i, next)} />
      ))}
      {plan.joins.length > 0 && (
        <Section title={m.plan.joins}>
          <Stack gap="md">
            {plan.joins.map((join, i) => (
              <JoinCard
                key={`${join.from} ${join.column} ${join.to}`}
                join={join}
                files={plan.files}
                onChange={(next) => setJoin(i, next)}
              />
            ))}
          </Stack>
        </Section>
      )}
      {plan.files.some((file) => file.role === 'touchpoints') && <MailSettings plan={plan} onChange={onChange} />}
      <ClosingNames plan={plan} onChange={onChange} />
      <Defaults plan={plan} onChange={onChange} />
    </Stack>
  );
}
