import { Alert, Button, Group, Modal, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem, type Contents, type PageForm, type PageView, ProblemError } from '@/api';
import { saveText } from '@/ui/csv';
import { EmptyState } from '@/ui/EmptyState';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from './Manual.module.css';
import { MarkdownInput } from './MarkdownInput';
import { m } from './messages';
import { contentsQuery, pageQuery, placesOf, useDeletePage, useSavePage } from './queries';

/** Letter of the section of hand-written pages. */
const OWN = 'W';

/** Writes a new page. */
export function NewPage() {
  const contents = useQuery(contentsQuery);
  return (
    <Loaded query={contents}>
      {(data) => <Writing contents={data} of={null} begin={{ section: OWN, title: '', markdown: '', position: 0 }} />}
    </Loaded>
  );
}

/** Changes a page that somebody wrote. */
export function EditPage() {
  const { page: id } = useParams({ from: '/shell/manual/$page/edit' });
  const contents = useQuery(contentsQuery);
  const page = useQuery(pageQuery(id));
  return (
    <Loaded query={contents}>
      {(data) => <Loaded query={page}>{(view) => <Edit key={view.id} contents={data} view={view} />}</Loaded>}
    </Loaded>
  );
}

function Edit({ contents, view }: { contents: Contents; view: PageView }) {
  const [base, setBase] = useState(view);
  if (typeof base.version !== 'number') {
    return (
      <EmptyState
        title={view.title}
        action={
          <Link to="/manual/$page" params={{ page: view.id }}>
            {m.form.cancel}
          </Link>
        }
      >
        {m.form.generated}
      </EmptyState>
    );
  }
  const written = placesOf(contents).find((p) => p.page.id === base.id)?.page.written;
  const form = {
    section: written?.section ?? base.section,
    title: base.title,
    markdown: base.markdown ?? '',
    position: null,
  };
  return (
    <Writing
      key={base.version}
      contents={contents}
      of={{ id: base.id, version: base.version }}
      begin={form}
      onReload={setBase}
    />
  );
}

interface Props {
  contents: Contents;
  of: { id: string; version: number } | null;
  begin: Required<PageForm>;
  onReload?: (page: PageView) => void;
}

function Writing({ contents, of, begin, onReload }: Props) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState(begin);
  const [deleting, setDeleting] = useState(false);
  const save = useSavePage((id) => {
    tell(m.form.saved);
    void navigate({ to: '/manual/$page', params: { page: id }, ignoreBlocker: true });
  });
  const remove = useDeletePage(() => {
    tell(m.form.deleted);
    void navigate({ to: '/manual', ignoreBlocker: true });
  });
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const changed = form.title !== begin.title || form.markdown !== begin.markdown || form.section !== begin.section;
  const stale = save.error instanceof ProblemError && save.error.problem.status === 412;
  const sections = contents.sections.map(({ letter, title }) => ({ value: letter, label: `${letter} · ${title}` }));
  for (const letter of [OWN, begin.section]) {
    if (!sections.some((s) => s.value === letter)) {
      sections.push({ value: letter, label: `${letter} · ${m.form.ownSection}` });
    }
  }
  const reload = async () => {
    if (!of || !onReload) return;
    onReload(await queries.query({ ...pageQuery(of.id), staleTime: 0 }));
  };
  return (
    <div className={css.form}>
      <LeaveGuard when={changed && !save.isPending && !save.isSuccess} says={m.form.leave} />
      <PageHead title={of ? m.form.editTitle(begin.title) : m.form.newTitle} says={m.form.says} />
      {stale && (
        <Alert
          variant="default"
          role="alert"
          mb="md"
          title={m.form.stale.title}
          styles={{ label: { color: 'var(--ink)' } }}
        >
          <p style={{ marginTop: 0 }}>{m.form.stale.says}</p>
          <Group gap="sm">
            <Button size="sm" onClick={() => saveText(`${form.title || 'page'}.md`, 'text/markdown', form.markdown)}>
              {m.form.stale.download}
            </Button>
            <Button size="sm" variant="default" onClick={() => void reload()}>
              {m.form.stale.load}
            </Button>
          </Group>
        </Alert>
      )}
      {save.isError && !stale && <ProblemNote problem={asProblem(save.error)} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ of, form });
        }}
      >
        <Stack gap="md">
          <TextInput
            label={m.form.title}
            required
            maxLength={200}
            value={form.title}
            onChange={(e) => set({ title: e.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <NativeSelect
              label={m.form.section}
              value={form.section}
              data={sections}
              onChange={(e) => set({ section: e.currentTarget.value })}
            />
            <NumberInput
              label={m.form.position}
              inputWrapperOrder={['label', 'input', 'description']}
              description={m.form.positionHelp}
              value={form.position ?? ''}
              placeholder={of ? m.form.positionKept : ''}
              onChange={(n) => set({ position: typeof n === 'number' ? n : null })}
            />
          </Group>
          <MarkdownInput value={form.markdown} onChange={(markdown) => set({ markdown })} />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={stale}>
              {m.form.save}
            </Button>
            <Button
              variant="default"
              onClick={() => void navigate(of ? { to: '/manual/$page', params: { page: of.id } } : { to: '/manual' })}
            >
              {m.form.cancel}
            </Button>
            {of && (
              <Button variant="subtle" color="red" ml="auto" onClick={() => setDeleting(true)}>
                {m.form.delete}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
      <Modal opened={deleting} onClose={() => setDeleting(false)} title={m.form.delete}>
        <p style={{ marginTop: 0 }}>{m.form.deleteSure}</p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => setDeleting(false)}>
            {m.form.keep}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => of && remove.mutate(of)}>
            {m.form.delete}
          </Button>
        </Group>
      </Modal>
    </div>
  );
}
