import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconExternalLink, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SavedForm } from '@/api';
import { useMay } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { LeadTabs } from '../LeadTabs';
import { FormEditor } from './FormEditor';
import css from './Forms.module.css';
import { m } from './messages';
import { formsQuery, useRemoveForm } from './queries';
import { SnippetDialog } from './SnippetDialog';

type Open = { what: 'edit'; form: SavedForm | null } | { what: 'put' | 'remove'; form: SavedForm };

/** Forms on your website that bring leads. */
export function FormsPage() {
  const may = useMay('owner', 'manager');
  const query = useQuery(formsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const add = may && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen({ what: 'edit', form: null })}>
      {m.add}
    </Button>
  );
  return (
    <>
      <PageHead title={m.title} says={may ? m.says : `${m.says} ${m.readOnly}`} actions={add} />
      <LeadTabs />
      <Loaded query={query} skeleton={<TextSkeleton lines={6} />}>
        {(forms) =>
          forms.length === 0 ? (
            <EmptyState title={m.empty} action={add}>
              {m.emptySays}
            </EmptyState>
          ) : (
            <Stack gap="md">
              {forms.map((form) => (
                <Card key={form.id} form={form} may={may} onOpen={setOpen} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <FormEditor open={open?.what === 'edit' ? open : null} onClose={close} />
      <SnippetDialog form={open?.what === 'put' ? open.form : null} onClose={close} />
      <Remove form={open?.what === 'remove' ? open.form : null} onClose={close} />
    </>
  );
}

function Card({ form, may, onOpen }: { form: SavedForm; may: boolean; onOpen: (open: Open) => void }) {
  return (
    <section className={`card ${css.card ?? ''}`}>
      <div>
        <h2>{form.name}</h2>
        <p className="soft">
          {[m.fieldsOf(form.fields.length), form.source, form.campaign, form.closed === true ? m.closed : '']
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </p>
        <p className="small">{form.fields.map((field) => field.label).join(', ')}</p>
      </div>
      <Group gap="xs" align="flex-start">
        <Button size="sm" onClick={() => onOpen({ what: 'put', form })}>
          {m.put}
        </Button>
        <Button
          size="sm"
          variant="default"
          component="a"
          href={`/f/${form.id}`}
          target="_blank"
          rel="noreferrer"
          rightSection={<IconExternalLink size={14} aria-hidden />}
        >
          {m.look}
        </Button>
        <Button
          size="sm"
          variant="default"
          renderRoot={(props) => <Link to="/leads" search={{ source: form.source }} {...props} />}
        >
          {m.leads}
        </Button>
        {may && (
          <>
            <Button size="sm" variant="default" onClick={() => onOpen({ what: 'edit', form })}>
              {m.edit}
            </Button>
            <Button size="sm" variant="subtle" onClick={() => onOpen({ what: 'remove', form })}>
              {m.remove}
            </Button>
          </>
        )}
      </Group>
    </section>
  );
}

function Remove({ form, onClose }: { form: SavedForm | null; onClose: () => void }) {
  const remove = useRemoveForm();
  const go = (gone: SavedForm) =>
    remove.mutate(gone, {
      onSuccess: () => {
        tell(m.removed);
        onClose();
      },
    });
  return (
    <Modal opened={form !== null} onClose={onClose} title={m.removeTitle(form?.name ?? '')}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{m.removeSays}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {m.keep}
          </Button>
          <Button loading={remove.isPending} onClick={() => form && go(form)}>
            {m.remove}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
