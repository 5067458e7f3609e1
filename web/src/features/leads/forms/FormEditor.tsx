import { Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type SavedForm } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { draftOf, type FormDraft, formOf, withField } from './draft';
import { FieldRow } from './FieldRow';
import { m } from './messages';
import { useKeepForm } from './queries';

interface Props {
  /** None: closed. Without a form: a new one. */
  open: { form: SavedForm | null } | null;
  onClose: () => void;
}

/** Makes a form, or changes one. */
export function FormEditor({ open, onClose }: Props) {
  const name = open?.form?.name;
  return (
    <Modal
      opened={open !== null}
      onClose={onClose}
      size="xl"
      title={name === undefined ? m.form.add : m.form.edit(name)}
    >
      {open && <Editor form={open.form} onClose={onClose} />}
    </Modal>
  );
}

type Text = 'name' | 'title' | 'intro' | 'source' | 'campaign' | 'thanks' | 'consent' | 'sites';

function Editor({ form, onClose }: { form: SavedForm | null; onClose: () => void }) {
  const keep = useKeepForm(form);
  const [draft, setDraft] = useState<FormDraft>(() => draftOf(form));
  const problem = keep.isError ? asProblem(keep.error) : null;
  const errors = new Map((problem?.errors ?? []).map((e) => [e.field, e.message]));
  const change = (part: Partial<FormDraft>) => setDraft({ ...draft, ...part });
  const text = (name: Text) => ({
    value: draft[name],
    error: errors.get(name),
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const { fields } = draft;
  const ofField = (at: number) =>
    Object.fromEntries(
      ['id', 'label', 'choices'].flatMap((n) => {
        const error = errors.get(`fields.${at}.${n}`);
        return error === undefined ? [] : [[n, error]];
      }),
    );
  const save = () =>
    keep.mutate(formOf(draft), {
      onSuccess: () => {
        tell(m.form.saved(draft.name));
        onClose();
      },
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <Group grow align="flex-start">
          <TextInput label={m.form.name} description={m.form.nameHelp} required data-autofocus {...text('name')} />
          <TextInput label={m.form.heading} description={m.form.headingHelp} {...text('title')} />
        </Group>
        <TextInput label={m.form.intro} {...text('intro')} />
        <Group grow align="flex-start">
          <TextInput label={m.form.source} description={m.form.sourceHelp} required {...text('source')} />
          <TextInput label={m.form.campaign} description={m.form.campaignHelp} {...text('campaign')} />
        </Group>
        <Stack gap="sm" role="group" aria-label={m.form.fields}>
          <b>{m.form.fields}</b>
          {fields.map((field, at) => (
            <FieldRow
              key={field.key}
              field={field}
              errors={ofField(at)}
              onChange={(next) => change({ fields: fields.map((one, i) => (i === at ? next : one)) })}
              onUp={
                at === 0
                  ? undefined
                  : () =>
                      change({
                        fields: [
                          ...fields.slice(0, at - 1),
                          field,
                          ...fields.slice(at - 1, at),
                          ...fields.slice(at + 1),
                        ],
                      })
              }
              onRemove={() => change({ fields: fields.filter((one) => one.key !== field.key) })}
            />
          ))}
          <Button
            variant="subtle"
            w="fit-content"
            leftSection={<IconPlus size={16} />}
            onClick={() => setDraft(withField(draft))}
          >
            {m.form.addField}
          </Button>
          {errors.has('fields') && (
            <p role="alert" className="small" style={{ margin: 0, color: 'var(--lost)' }}>
              {errors.get('fields')}
            </p>
          )}
        </Stack>
        <TextInput label={m.form.thanks} required {...text('thanks')} />
        <Textarea label={m.form.consent} description={m.form.consentHelp} autosize minRows={2} {...text('consent')} />
        <Textarea label={m.form.sites} description={m.form.sitesHelp} autosize minRows={2} {...text('sites')} />
        <Checkbox
          size="md"
          label={m.form.closed}
          checked={draft.closed}
          onChange={(event) => change({ closed: event.currentTarget.checked })}
        />
        {problem && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.form.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.form.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
