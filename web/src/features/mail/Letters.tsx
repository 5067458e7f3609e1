import { ActionIcon, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type LetterPlace, type MailTemplateLine } from '@/api';
import { useMay } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import css from './Mail.module.css';
import { m } from './messages';
import { templatesQuery, useKeepTemplate, useRemoveTemplate } from './queries';

/** Letters that mails begin with. */
export function Letters() {
  const query = useQuery(templatesQuery);
  const may = useMay('owner', 'manager', 'rep');
  const [asked, setAsked] = useState<MailTemplateLine | 'new' | null>(null);
  const remove = useRemoveTemplate();
  return (
    <Section
      title={m.templates.title}
      says={
        query.data && query.data.templates.length > 0
          ? m.templates.says(query.data.templates.length)
          : m.templates.noneSays
      }
      actions={
        may && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setAsked('new')}>
            {m.templates.add}
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
        {({ templates, places }) => (
          <>
            <ul className={css.list}>
              {templates.map((line) => (
                <li key={line.id} className={css.head} style={{ flexWrap: 'nowrap' }}>
                  <div>
                    <p className={css.says}>
                      <b>{line.name}</b>
                    </p>
                    <p className={css.about}>{line.subject}</p>
                  </div>
                  {may && (
                    <Group gap={4} wrap="nowrap">
                      <ActionIcon
                        size={36}
                        variant="subtle"
                        c="var(--ink-soft)"
                        aria-label={m.templates.edit(line.name)}
                        onClick={() => setAsked(line)}
                      >
                        <IconPencil size={18} />
                      </ActionIcon>
                      <ActionIcon
                        size={36}
                        variant="subtle"
                        c="var(--ink-soft)"
                        aria-label={m.templates.remove(line.name)}
                        onClick={() => remove.mutate(line, { onSuccess: () => tell(m.templates.removed(line.name)) })}
                      >
                        <IconTrash size={18} />
                      </ActionIcon>
                    </Group>
                  )}
                </li>
              ))}
            </ul>
            <Modal
              opened={asked !== null}
              onClose={() => setAsked(null)}
              size="lg"
              title={asked === 'new' ? m.templates.add : asked && m.templates.edit(asked.name)}
            >
              {asked !== null && (
                <Form line={asked === 'new' ? null : asked} places={places} onClose={() => setAsked(null)} />
              )}
            </Modal>
          </>
        )}
      </Loaded>
    </Section>
  );
}

interface FormProps {
  line: MailTemplateLine | null;
  places: LetterPlace[];
  onClose: () => void;
}

function Form({ line, places, onClose }: FormProps) {
  const [typed, setTyped] = useState({ name: line?.name ?? '', subject: line?.subject ?? '', body: line?.body ?? '' });
  const keep = useKeepTemplate(line);
  const problem = keep.isError ? asProblem(keep.error) : null;
  const errors = Object.fromEntries((problem?.errors ?? []).map(({ field, message }) => [field, message]));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate(typed, { onSuccess: onClose });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={m.templates.name}
          required
          maxLength={200}
          data-autofocus
          value={typed.name}
          error={errors.name}
          onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
        />
        <TextInput
          label={m.write.subject}
          required
          maxLength={200}
          value={typed.subject}
          error={errors.subject}
          onChange={(event) => setTyped({ ...typed, subject: event.currentTarget.value })}
        />
        <Textarea
          label={m.write.body}
          required
          autosize
          minRows={8}
          maxRows={20}
          value={typed.body}
          error={errors.body}
          onChange={(event) => setTyped({ ...typed, body: event.currentTarget.value })}
        />
        <Places places={places} />
        {problem && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.templates.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.templates.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The places that can be filled in a letter. */
export function Places({ places }: { places: LetterPlace[] }) {
  return (
    <details>
      <summary>{m.templates.places}</summary>
      <ul className="small" style={{ paddingLeft: 20, margin: 0 }}>
        {places.map(({ name, says }) => (
          <li key={name}>
            <code>{`{{${name}}}`}</code> {says}
          </li>
        ))}
      </ul>
    </details>
  );
}
