import { MultiSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { Persona, Process } from '@/api';
import { nameOf, objectionChoices } from './choices';
import { LinesInput } from './LinesInput';
import { m } from './messages';
import css from './Playbook.module.css';

interface Props {
  process: Process;
  persona: Persona;
  onChange: (persona: Persona, about: string) => void;
}

const LISTS = ['goals', 'pains', 'reasons', 'channels', 'trusts'] as const;

/** A persona as a form. */
export function PersonaForm({ process, persona, onChange }: Props) {
  const others = (process.personas ?? []).filter((p) => p.id !== persona.id);
  const idOf = (name: string) => others.find((p) => p.name === name)?.id ?? name;
  return (
    <div className={css.fields}>
      <TextInput
        size="sm"
        label={m.personas.name}
        value={persona.name}
        onChange={(e) => onChange({ ...persona, name: e.currentTarget.value }, 'name')}
      />
      <Textarea
        size="sm"
        autosize
        label={m.personas.role}
        value={persona.role ?? ''}
        onChange={(e) => onChange({ ...persona, role: e.currentTarget.value }, 'role')}
      />
      {LISTS.map((list) => (
        <LinesInput
          key={list}
          label={m.personas[list]}
          lines={persona[list]}
          onChange={(lines) => onChange({ ...persona, [list]: lines }, list)}
        />
      ))}
      <MultiSelect
        size="sm"
        searchable
        label={m.personas.objections}
        data={objectionChoices(process, persona.objections)}
        value={persona.objections ?? []}
        onChange={(objections) => onChange({ ...persona, objections }, 'objections')}
      />
      <TagsInput
        size="sm"
        label={m.personas.decides}
        description={m.personas.decidesHelp}
        inputWrapperOrder={['label', 'input', 'description']}
        data={[...new Set(others.map((p) => p.name))].filter((name) => name !== '')}
        value={(persona.decides_with ?? []).map((id) => nameOf(others, id))}
        onChange={(names) => onChange({ ...persona, decides_with: names.map(idOf) }, 'decides_with')}
      />
    </div>
  );
}
