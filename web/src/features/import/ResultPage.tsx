import { Alert, Button, Group, Progress, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Import } from '@/api';
import { useMay } from '@/app/session';
import { listsQuery } from '@/features/leads/lists/queries';
import { Figure, Figures } from '@/ui/Figure';
import { count, moment, percent } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { FileRows } from './FileRows';
import { MailOutcome } from './MailOutcome';
import { m } from './messages';
import { importQuery, useCancel } from './queries';
import { Rejects } from './Rejects';
import { UndoButton } from './UndoButton';
import { useProgress } from './useProgress';

/** An import: its progress while it runs, then what it did. */
export function ResultPage() {
  const { import: id } = useParams({ from: '/shell/imports/$import' });
  const query = useQuery(importQuery(id));
  return (
    <Loaded query={query}>
      {(found) => (found.status === 'running' ? <Running id={found.id} /> : <Ended found={found} />)}
    </Loaded>
  );
}

function Running({ id }: { id: string }) {
  const progress = useProgress(id, true);
  const cancel = useCancel(id);
  const may = useMay('owner', 'manager');
  const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
  return (
    <>
      <PageHead title={m.running.title} says={m.running.says} />
      <Stack gap="sm" maw={640} aria-live="polite">
        <Group justify="space-between">
          <b>
            {share >= 1 && progress?.phase === 'reading'
              ? m.running.storing
              : m.running.phase(progress?.phase ?? 'waiting')}
          </b>
          {progress !== null && progress.total > 0 && (
            <span className="tabular soft">
              {m.running.done(progress.done, progress.total)} · {percent(share)}
            </span>
          )}
        </Group>
        <Progress value={share * 100} animated aria-label={m.running.title} />
        {may && (
          <div>
            <Button
              variant="default"
              onClick={() => cancel.mutate()}
              loading={cancel.isPending}
              disabled={cancel.isSuccess}
            >
              {m.running.cancel}
            </Button>
          </div>
        )}
      </Stack>
    </>
  );
}

function Ended({ found }: { found: Import }) {
  const may = useMay('owner', 'manager');
  const done = found.status === 'done';
  const list = useQuery(listsQuery).data?.find((one) => one.import === found.id);
  const when = m.result.at(moment(found.at), found.by ?? '');
  return (
    <>
      <PageHead
        title={m.result.title}
        says={`${found.files.join(', ')} · ${when}`}
        actions={
          <>
            {done && may && <UndoButton id={found.id} files={found.files} size="sm" />}
            {done && list && (
              <Button renderRoot={(props) => <Link to="/leads" search={{ list: list.id }} {...props} />}>
                {m.result.leads}
              </Button>
            )}
            {done && !list && (
              <Button component={Link} to="/discover">
                {m.result.next}
              </Button>
            )}
            {!done && (
              <Button component={Link} to="/import">
                {m.result.again}
              </Button>
            )}
          </>
        }
      />
      {!done && (
        <Alert variant="default" title={found.status === 'undone' ? m.result.undone : m.result.failed} mb="md">
          {found.error ?? (found.status === 'undone' ? null : m.result.failedHelp)}
        </Alert>
      )}
      {found.report && <Report found={found} report={found.report} leads={list !== undefined} />}
    </>
  );
}

interface ReportProps {
  found: Import;
  report: NonNullable<Import['report']>;
  /** A list of leads was read, not a table of deals. */
  leads: boolean;
}

function Report({ found, report, leads }: ReportProps) {
  const { rows } = report;
  return (
    <>
      <Figures>
        <Figure label={m.result.rows} value={count(rows.read)} />
        <Figure
          label={m.result.imported}
          value={count(rows.imported)}
          basis={m.result.ofAll(rows.imported, rows.read)}
        />
        <Figure label={m.result.rejected} value={count(rows.rejected)} />
        <Figure label={m.result.duplicates} value={count(rows.duplicates)} />
        {(rows.left_out ?? 0) > 0 && <Figure label={m.result.leftOut} value={count(rows.left_out ?? 0)} />}
        {leads ? (
          <Figure label={m.result.newLeads} value={count(found.deals)} />
        ) : (
          <Figure label={m.result.deals} value={count(found.deals)} to={{}} />
        )}
        <Figure label={m.result.events} value={count(found.events)} />
      </Figures>
      {report.notes.length > 0 && (
        <Section title={m.result.notes}>
          <ul>
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Section>
      )}
      {report.mail && <MailOutcome mail={report.mail} />}
      {report.files.length > 1 && (
        <Section title={m.result.files}>
          <FileRows files={report.files} />
        </Section>
      )}
      <Section title={m.result.rejects} says={rows.rejected > 0 ? m.result.rejectsSays : m.result.none(rows.read)}>
        {rows.rejected > 0 && <Rejects id={found.id} />}
      </Section>
    </>
  );
}
