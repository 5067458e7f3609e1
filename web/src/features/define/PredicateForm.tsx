import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  NativeSelect,
  NumberInput,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Predicate, Side } from '@/api';
import { replaced, without } from './edit';
import css from './Editor.module.css';
import { useSurroundings } from './editing';
import { m } from './messages';
import { beginning, kindOf, TEST_KINDS, type TestKind, turned } from './predicate';

interface Props {
  test: Predicate;
  onChange: (test: Predicate) => void;
  /** How deep in groups it stands. */
  depth?: number;
}

const DEEPEST = 4;
const ROLES = ['decision-maker', 'champion', 'user', 'buyer', 'legal', 'technical'];
const CONTENT = ['case-study', 'testimonial', 'price-list', 'white-paper', 'video', 'proposal'];
const QUOTES = ['sent', 'accepted'];
const APPROVALS = ['asked', 'granted'];
const SIDES: readonly Side[] = ['prospect', 'rep', 'system'];

/** A predicate as a form: which one, then what it asks for. */
export function PredicateForm({ test, onChange, depth = 0 }: Props) {
  const kinds = depth < DEEPEST ? TEST_KINDS : TEST_KINDS.filter((k) => !['all', 'any', 'not'].includes(k));
  const chosen = kindOf(test);
  const choose = (value: string) => {
    const kind = kinds.find((k) => k === value);
    if (kind) onChange(turned(test, kind));
  };
  return (
    <div className={css.test}>
      <NativeSelect
        size="sm"
        label={depth === 0 ? m.test.kind : undefined}
        aria-label={m.test.kind}
        value={chosen}
        onChange={(event) => choose(event.currentTarget.value)}
        data={kinds.map((value: TestKind) => ({ value, label: m.test.kinds[value] }))}
      />
      <Fields test={test} onChange={onChange} depth={depth} />
    </div>
  );
}

function Fields({ test, onChange, depth }: Required<Props>) {
  if ('all' in test) return <Several tests={test.all} depth={depth} onChange={(all) => onChange({ all })} />;
  if ('any' in test) return <Several tests={test.any} depth={depth} onChange={(any) => onChange({ any })} />;
  if ('not' in test) {
    return (
      <div className={css.group}>
        <PredicateForm test={test.not} depth={depth + 1} onChange={(not) => onChange({ not })} />
      </div>
    );
  }
  return (
    <div className={css.fields}>
      <Leaf test={test} onChange={onChange} />
    </div>
  );
}

interface SeveralProps {
  tests: Predicate[];
  depth: number;
  onChange: (tests: Predicate[]) => void;
}

function Several({ tests, depth, onChange }: SeveralProps) {
  return (
    <div className={css.group}>
      {tests.map((inner, i) => (
        <div key={i} className={css.member}>
          <PredicateForm test={inner} depth={depth + 1} onChange={(next) => onChange(replaced(tests, i, next))} />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={m.test.remove}
            disabled={tests.length === 1}
            onClick={() => onChange(without(tests, i))}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...tests, beginning('event')])}
      >
        {m.test.add}
      </Button>
    </div>
  );
}

const known = (value: number | string): number | null => (typeof value === 'number' ? value : null);

function Leaf({ test, onChange }: Pick<Props, 'test' | 'onChange'>) {
  const { kinds, fields } = useSurroundings();
  if ('event' in test) {
    const { event } = test;
    const set = (change: Partial<typeof event>) => onChange({ event: { ...event, ...change } });
    return (
      <>
        <Autocomplete
          size="sm"
          label={m.test.event}
          inputWrapperOrder={['label', 'input', 'description']}
          description={m.test.eventHelp}
          data={kinds}
          limit={40}
          value={event.kind}
          onChange={(kind) => set({ kind })}
        />
        <SideSelect label={m.test.by} none={m.test.anybody} value={event.by} onChange={(by) => set({ by })} />
        <TextInput
          size="sm"
          label={m.test.tag}
          value={event.tag ?? ''}
          onChange={(e) => set({ tag: e.currentTarget.value || null })}
        />
        <NumberInput
          size="sm"
          label={m.test.atLeast}
          min={1}
          allowDecimal={false}
          value={event.at_least ?? ''}
          onChange={(n) => set({ at_least: known(n) })}
        />
        <NumberInput
          size="sm"
          label={m.test.within}
          min={0}
          value={event.within_days ?? ''}
          onChange={(n) => set({ within_days: known(n) })}
        />
      </>
    );
  }
  if ('field' in test) {
    const { field } = test;
    const values = fields.find((f) => f.name === field.name)?.values ?? [];
    return (
      <>
        <Autocomplete
          size="sm"
          label={m.test.field}
          data={fields.map((f) => f.name)}
          value={field.name}
          onChange={(name) => onChange({ field: { ...field, name } })}
        />
        <TagsInput
          size="sm"
          label={m.test.is}
          inputWrapperOrder={['label', 'input', 'description']}
          description={m.test.isHelp}
          data={values}
          value={field.is ?? []}
          onChange={(is) => onChange({ field: { ...field, is } })}
        />
      </>
    );
  }
  if ('person' in test) {
    const { person } = test;
    return (
      <>
        <Autocomplete
          size="sm"
          label={m.test.role}
          data={ROLES}
          value={person.role}
          onChange={(role) => onChange({ person: { ...person, role } })}
        />
        <Checkbox
          size="sm"
          label={m.test.engaged}
          checked={person.engaged ?? false}
          onChange={(e) => onChange({ person: { ...person, engaged: e.currentTarget.checked } })}
        />
      </>
    );
  }
  if ('content' in test) {
    const { content } = test;
    return (
      <>
        <Autocomplete
          size="sm"
          label={m.test.content}
          data={CONTENT}
          value={content.kind}
          onChange={(kind) => onChange({ content: { ...content, kind } })}
        />
        <SideSelect
          label={m.test.viewedBy}
          none={m.test.sharedOnly}
          value={content.viewed_by}
          onChange={(viewed_by) => onChange({ content: { ...content, viewed_by } })}
        />
      </>
    );
  }
  if ('answer' in test) {
    return (
      <TextInput
        size="sm"
        label={m.test.question}
        value={test.answer.question}
        onChange={(e) => onChange({ answer: { question: e.currentTarget.value } })}
      />
    );
  }
  const [state, states, set] =
    'quote' in test
      ? [test.quote.state, QUOTES, (next: string) => onChange({ quote: { state: next } })]
      : 'approval' in test
        ? [test.approval.state, APPROVALS, (next: string) => onChange({ approval: { state: next } })]
        : ['', [], () => undefined];
  return <Autocomplete size="sm" label={m.test.state} data={states} value={state} onChange={set} />;
}

interface SideProps {
  label: string;
  none: string;
  value: Side | null | undefined;
  onChange: (side: Side | null) => void;
}

function SideSelect({ label, none, value, onChange }: SideProps) {
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(SIDES.find((s) => s === event.currentTarget.value) ?? null)}
      data={[{ value: '', label: none }, ...SIDES.map((side) => ({ value: side, label: m.test.sides[side] }))]}
    />
  );
}
