import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { Content, LibraryFile, Process } from '@/api';
import { personaChoices, stageChoices } from './choices';
import { FilePart } from './files/FilePart';
import { KindInput } from './KindInput';
import css from './Library.module.css';
import { m } from './messages';
import parts from './Playbook.module.css';
import { VARIABLES } from './variables';
import { CONTENT_KINDS } from './words';

interface Props {
  process: Process;
  content: Content;
  /** The files of the library; none before they are known. */
  files: readonly LibraryFile[] | undefined;
  onChange: (content: Content, about: string) => void;
}

/** A piece of content as a form. */
export function ContentForm({ process, content, files, onChange }: Props) {
  const { form } = m.library;
  const kinds = [...CONTENT_KINDS, ...(process.library ?? []).map((c) => c.kind)].filter((kind) => kind !== '');
  const line = (field: 'name' | 'owner' | 'review_by' | 'language' | 'link') => ({
    size: 'sm',
    value: content[field] ?? '',
    onChange: (e: { currentTarget: { value: string } }) =>
      onChange({ ...content, [field]: e.currentTarget.value }, field),
  });
  return (
    <>
      <div className={parts.fields}>
        <TextInput label={form.name} {...line('name')} />
        <KindInput
          label={form.kind}
          kinds={kinds}
          kind={content.kind}
          onChange={(kind) => onChange({ ...content, kind }, 'kind')}
        />
        <TextInput label={form.owner} {...line('owner')} />
        <TextInput type="date" label={form.review} {...line('review_by')} />
        <MultiSelect
          size="sm"
          label={form.stages}
          data={stageChoices(process, content.stages)}
          value={content.stages ?? []}
          onChange={(stages) => onChange({ ...content, stages }, '')}
        />
        <MultiSelect
          size="sm"
          label={form.personas}
          description={form.personasHelp}
          inputWrapperOrder={['label', 'input', 'description']}
          data={personaChoices(process, content.personas)}
          value={content.personas ?? []}
          onChange={(personas) => onChange({ ...content, personas }, '')}
        />
        <TextInput
          label={form.language}
          description={form.languageHelp}
          inputWrapperOrder={['label', 'input', 'description']}
          {...line('language')}
        />
        <TextInput type="url" label={form.link} {...line('link')} />
      </div>
      {files && (
        <FilePart
          content={content}
          library={process.library ?? []}
          files={files}
          onName={(file) => onChange({ ...content, file }, '')}
        />
      )}
      <TextWithVariables text={content.text ?? ''} onChange={(text) => onChange({ ...content, text }, 'text')} />
    </>
  );
}

function TextWithVariables({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (variable: string) => {
    const [from, to] = [area.current?.selectionStart ?? text.length, area.current?.selectionEnd ?? text.length];
    onChange(`${text.slice(0, from)}{{${variable}}}${text.slice(to)}`);
    area.current?.focus();
  };
  return (
    <>
      <Textarea
        ref={area}
        mt="md"
        size="sm"
        autosize
        minRows={6}
        maxRows={24}
        label={m.library.form.text}
        description={m.library.form.textHelp}
        inputWrapperOrder={['label', 'input', 'description']}
        value={text}
        onChange={(e) => onChange(e.currentTarget.value)}
      />
      <ul className={css.variables} aria-label={m.library.variables}>
        {VARIABLES.map((variable) => (
          <li key={variable}>
            <button
              type="button"
              className={css.variable}
              aria-label={m.library.insert(variable)}
              onClick={() => insert(variable)}
            >
              {variable}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
