import { Button, FileButton, Select, Stack } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type ContactPlan, type ListUpload } from '@/api';
import { DataTable } from '@/ui/DataTable';
import { PageHead, Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { LeadTabs } from '../LeadTabs';
import { ColumnRow } from './ColumnRow';
import css from './Lists.module.css';
import { m } from './messages';
import { previewOf } from './preview';
import { useBegin, useBring, useCorrect } from './queries';
import { type Errors, errorsOf, termsOf, typedOf } from './terms';
import { TermsFields } from './TermsFields';

/** Brings a list: a file, how it is read, what is known of it. */
export function NewListPage() {
  const bring = useBring();
  const upload = bring.data;
  return (
    <>
      <PageHead title={m.upload.title} says={m.upload.says} />
      <LeadTabs />
      <div className={css.choose}>
        <IconUpload size={24} stroke={1.5} aria-hidden />
        <FileButton onChange={(file) => file && bring.mutate(file)}>
          {(props) => (
            <Button {...props} loading={bring.isPending} variant={upload ? 'default' : 'filled'}>
              {upload ? m.upload.another : m.upload.choose}
            </Button>
          )}
        </FileButton>
        <span className="soft small">{upload ? upload.plan.name : m.upload.kinds}</span>
      </div>
      {bring.isError && <ProblemNote problem={asProblem(bring.error)} />}
      {upload && <Read key={upload.id} upload={upload} />}
    </>
  );
}

function Read({ upload }: { upload: ListUpload }) {
  const correct = useCorrect(upload.id);
  const begin = useBegin(upload.id);
  const [plan, setPlan] = useState(upload.plan);
  const [typed, setTyped] = useState(() => typedOf(null));
  const [unread, setUnread] = useState<Errors>({});
  const problem = begin.isError ? asProblem(begin.error) : null;
  const change = (next: ContactPlan) => {
    setPlan(next);
    correct.mutate(next, { onSuccess: (received) => setPlan(received.plan) });
  };
  const go = () => {
    const read = termsOf(typed);
    setUnread('errors' in read ? read.errors : {});
    if ('terms' in read) begin.mutate(read.terms);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <Section title={m.upload.columns} says={m.upload.columnsSays} actions={<Sheets plan={plan} onChange={change} />}>
        <div className={css.columns}>
          {plan.columns.map((column, at) => (
            <ColumnRow
              key={`${at} ${column.name}`}
              column={column}
              sample={plan.sample.map((row) => row[at] ?? '')}
              onChange={(next) => change({ ...plan, columns: plan.columns.map((c, i) => (i === at ? next : c)) })}
            />
          ))}
        </div>
        {correct.isError && <ProblemNote problem={asProblem(correct.error)} />}
      </Section>
      <Section title={m.upload.preview}>
        <DataTable
          label={m.upload.preview}
          rows={previewOf(plan).map((row, at) => ({ ...row, at }))}
          rowId={(row) => `${row.at}`}
          columns={[
            { id: 'person', header: m.upload.person, title: true, sorts: false, value: (r) => r.person },
            { id: 'company', header: m.upload.company, sorts: false, value: (r) => r.company },
            { id: 'reach', header: m.upload.reach, sorts: false, value: (r) => r.reach },
            { id: 'more', header: m.upload.more, sorts: false, long: true, value: (r) => r.more },
          ]}
        />
      </Section>
      <Section title={m.upload.terms}>
        <Stack gap="md" maw={720}>
          <TermsFields
            typed={typed}
            errors={{ ...(problem ? errorsOf(problem) : {}), ...unread }}
            onChange={setTyped}
          />
          {problem && Object.keys(errorsOf(problem)).length === 0 && <ProblemNote problem={problem} />}
          <div>
            <Button type="submit" loading={begin.isPending} disabled={correct.isPending || correct.isError}>
              {m.upload.go}
            </Button>
          </div>
        </Stack>
      </Section>
    </form>
  );
}

function Sheets({ plan, onChange }: { plan: ContactPlan; onChange: (plan: ContactPlan) => void }) {
  const { format, sheets = [] } = plan;
  if (format.type !== 'sheet' || sheets.length < 2) return null;
  return (
    <Select
      aria-label={m.upload.sheet}
      allowDeselect={false}
      data={sheets}
      value={format.sheet}
      onChange={(sheet) => sheet !== null && onChange({ ...plan, format: { type: 'sheet', sheet } })}
    />
  );
}
