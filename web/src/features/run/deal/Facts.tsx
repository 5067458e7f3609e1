import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core';
import { IconCheck, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { asProblem, type Deal, type DealField } from '@/api';
import { fieldName } from '@/messages';
import { useFields } from '@/ui/fields';
import { money } from '@/ui/format';
import { When } from '@/ui/When';
import { given } from '@/ui/given';
import { FieldInput } from '../fields/FieldInput';
import { m as fieldWords } from '../fields/messages';
import { TagList } from '../TagList';
import { dealFieldsQuery } from '../useCustomFields';
import { useChangeFields } from '../queries';
import css from './Facts.module.css';
import { type Fact, factsOf } from './facts';
import { m } from './messages';

interface Props {
  deal: Deal;
  mayChange: boolean;
  /** The field that is being changed. */
  editing: string | null;
  onEdit: (field: string | null) => void;
}

/** What is known of a deal; each can be changed in place. */
export function Facts({ deal, mayChange, editing, onEdit }: Props) {
  const change = useChangeFields(deal.id, deal.version);
  const [left, setLeft] = useState<string | null>(null);
  // Whoever edits by keyboard goes on where they were.
  const done = (name: string) => {
    setLeft(name);
    onEdit(null);
  };
  const save = (name: string, value: string) => change.mutate({ [name]: value }, { onSuccess: () => done(name) });
  const defined = useQuery(dealFieldsQuery(deal.id)).data ?? [];
  const facts = withDefined(factsOf(deal), defined);
  const wrong = change.isError ? asProblem(change.error).errors?.[0]?.message : undefined;
  const asked = editing !== null && editing !== NEW && !facts.some((f) => f.name === editing);
  return (
    <>
      <dl className={css.facts}>
        {[...facts, ...(asked ? [{ name: editing, value: '' }] : [])].map(({ name, value }) => (
          <Row key={name} title={fieldName(name)}>
            {editing === name ? (
              <Edit
                name={name}
                value={value}
                busy={change.isPending}
                field={defined.find((f) => f.name === name)}
                wrong={wrong}
                onSave={(next) => (next === value ? done(name) : save(name, next))}
                onCancel={() => done(name)}
              />
            ) : (
              <Shown
                deal={deal}
                name={name}
                value={value}
                field={defined.find((f) => f.name === name)}
                focused={left === name}
                onEdit={mayChange ? () => onEdit(name) : undefined}
              />
            )}
          </Row>
        ))}
        <Row title={m.facts.key}>{deal.key}</Row>
        <Row title={m.facts.created}>
          <When at={deal.created} />
        </Row>
        {given(deal.closed) && (
          <Row title={m.facts.closed}>
            <When at={deal.closed} />
          </Row>
        )}
      </dl>
      {mayChange &&
        (editing === NEW ? (
          <Add busy={change.isPending} onSave={save} onCancel={() => onEdit(null)} />
        ) : (
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => onEdit(NEW)}>
            {m.facts.add}
          </Button>
        ))}
    </>
  );
}

/** The facts, with a place for each field that the team defined. */
function withDefined(facts: Fact[], defined: readonly DealField[]): Fact[] {
  const more = defined.filter((field) => !facts.some((f) => f.name === field.name));
  return [...facts, ...more.map(({ name }) => ({ name, value: '' }))];
}

/** A value as people read it. */
function Said({ name, says, field }: { name: string; says: string; field: DealField | undefined }) {
  if (name === 'tags') return <TagList tags={says} />;
  if (field?.kind === 'link' && !given(field.problem)) {
    return (
      <a href={says} target="_blank" rel="noreferrer noopener">
        {says}
      </a>
    );
  }
  return says;
}

/** Stands for a fact that has no name yet. */
const NEW = '';

const Row = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={css.fact}>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
);

interface ShownProps {
  deal: Deal;
  name: string;
  value: string;
  /** What the team defined of it. */
  field: DealField | undefined;
  /** It was edited last. */
  focused: boolean;
  onEdit: (() => void) | undefined;
}

function Shown({ deal, name, value, field, focused, onEdit }: ShownProps) {
  const says = name === 'value' ? money(deal.value?.minor, deal.value?.currency ?? '') : value;
  return (
    <>
      <span>
        {value === '' ? <span className="soft">{m.facts.empty}</span> : <Said name={name} says={says} field={field} />}
        {field?.missing === true && <span className={css.note}>{fieldWords.missing}</span>}
        {given(field?.problem) && <span className={css.note}>{fieldWords.unfit(field.problem)}</span>}
      </span>
      {onEdit && (
        <ActionIcon
          size={24}
          variant="subtle"
          c="var(--ink-soft)"
          autoFocus={focused}
          aria-label={m.facts.edit(fieldName(name))}
          onClick={onEdit}
        >
          <IconPencil size={14} />
        </ActionIcon>
      )}
    </>
  );
}

interface EditProps {
  name: string;
  value: string;
  busy: boolean;
  /** What the team defined of it. */
  field: DealField | undefined;
  /** What was wrong with the last value. */
  wrong: string | undefined;
  onSave: (value: string) => void;
  onCancel: () => void;
}

function Edit({ name, value, busy, field, wrong, onSave, onCancel }: EditProps) {
  const [text, setText] = useState(value);
  const known = useFields().find((f) => f.name === name);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form
      className={css.edit}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
    >
      {field ? (
        <FieldInput field={field} label={fieldName(name)} value={text} error={wrong} autoFocus onChange={setText} />
      ) : (
        <Autocomplete
          size="sm"
          autoFocus
          disabled={busy}
          aria-label={fieldName(name)}
          error={wrong}
          {...(name === 'value' ? { inputMode: 'decimal', title: m.facts.amount } : {})}
          data={known?.values.map((v) => v.value).filter((v) => v !== '') ?? []}
          limit={6}
          value={text}
          onChange={setText}
          onKeyDown={press}
        />
      )}
      <ActionIcon type="submit" size={30} loading={busy} aria-label={m.facts.save}>
        <IconCheck size={16} />
      </ActionIcon>
      <ActionIcon size={30} variant="default" aria-label={m.facts.cancel} onClick={onCancel}>
        <IconX size={16} />
      </ActionIcon>
    </form>
  );
}

interface AddProps {
  busy: boolean;
  onSave: (name: string, value: string) => void;
  onCancel: () => void;
}

function Add({ busy, onSave, onCancel }: AddProps) {
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const full = name.trim() !== '' && value.trim() !== '';
  return (
    <form
      className={css.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (full) onSave(name.trim(), value.trim());
      }}
    >
      <TextInput
        size="sm"
        autoFocus
        required
        maxLength={100}
        label={m.facts.addName}
        description={m.facts.addNameHelp}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        size="sm"
        required
        label={m.facts.value}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <div className={css.edit}>
        <Button size="sm" type="submit" loading={busy} disabled={!full}>
          {m.facts.save}
        </Button>
        <Button size="sm" variant="default" onClick={onCancel}>
          {m.facts.cancel}
        </Button>
      </div>
    </form>
  );
}
