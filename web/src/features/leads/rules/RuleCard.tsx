import { ActionIcon, Autocomplete, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import type { RuleDraft } from './draft';
import { m } from './messages';
import css from './Rules.module.css';

interface Props {
  at: number;
  draft: RuleDraft;
  may: boolean;
  /** Who can be named. */
  people: string[];
  errors: { field: string; message: string }[];
  onChange: (draft: RuleDraft) => void;
  onUp: (() => void) | undefined;
  onRemove: () => void;
}

/** Fields that rules usually ask for; any attribute will do. */
const FIELDS = ['country', 'source', 'campaign', 'employees', 'industry', 'city', 'account'];

/** One rule: for which leads, how, among whom. */
export function RuleCard({ at, draft, may, people, errors, onChange, onUp, onRemove }: Props) {
  const error = (name: string) => errors.find((e) => e.field === `rules.${at}.${name}`)?.message;
  const called = draft.name === '' ? m.rule(at + 1) : draft.name;
  return (
    <fieldset className={`card ${css.rule ?? ''}`} disabled={!may}>
      <legend className={css.legend}>{m.rule(at + 1)}</legend>
      <div className={css.head}>
        <TextInput
          className={css.grow}
          label={m.name}
          maxLength={200}
          error={error('name')}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <Select
          label={m.sharing}
          allowDeselect={false}
          data={SHARINGS.map((value) => ({ value, label: m.sharings[value] }))}
          value={draft.sharing}
          onChange={(value) => onChange({ ...draft, sharing: SHARINGS.find((s) => s === value) ?? draft.sharing })}
        />
        {may && (
          <div className={css.tools}>
            {onUp && (
              <ActionIcon size={36} variant="subtle" c="var(--ink-soft)" aria-label={m.up(called)} onClick={onUp}>
                <IconArrowUp size={18} />
              </ActionIcon>
            )}
            <ActionIcon size={36} variant="subtle" c="var(--ink-soft)" aria-label={m.remove(called)} onClick={onRemove}>
              <IconTrash size={18} />
            </ActionIcon>
          </div>
        )}
      </div>
      <Conditions draft={draft} may={may} error={error} onChange={onChange} />
      <Reps draft={draft} may={may} people={people} error={error} onChange={onChange} />
    </fieldset>
  );
}

const SHARINGS = ['round-robin', 'least-load'] as const;

interface PartProps {
  draft: RuleDraft;
  may: boolean;
  error: (name: string) => string | undefined;
  onChange: (draft: RuleDraft) => void;
}

function Conditions({ draft, may, error, onChange }: PartProps) {
  const { when } = draft;
  const put = (at: number, part: Partial<RuleDraft['when'][number]>) =>
    onChange({ ...draft, when: when.map((c, i) => (i === at ? { ...c, ...part } : c)) });
  return (
    <div role="group" aria-label={m.when} className={css.part}>
      <span className={css.label}>{m.when}</span>
      {when.length === 0 && <span className="soft">{m.all}</span>}
      {when.map((condition, at) => (
        <div key={at} className={css.condition}>
          <Autocomplete
            aria-label={m.field}
            data={FIELDS}
            error={error(`when.${at}.field`)}
            value={condition.field}
            onChange={(field) => put(at, { field })}
          />
          <span className="soft">{m.is}</span>
          <TextInput
            className={css.grow}
            aria-label={m.is}
            placeholder={m.isHelp}
            error={error(`when.${at}.is`)}
            value={condition.is}
            onChange={(event) => put(at, { is: event.currentTarget.value })}
          />
          {may && (
            <ActionIcon
              size={32}
              variant="subtle"
              c="var(--ink-soft)"
              aria-label={m.removeCondition}
              onClick={() => onChange({ ...draft, when: when.filter((_, i) => i !== at) })}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {may && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange({ ...draft, when: [...when, { field: '', is: '' }] })}
        >
          {m.addCondition}
        </Button>
      )}
    </div>
  );
}

function Reps({ draft, may, people, error, onChange }: PartProps & { people: string[] }) {
  const { reps } = draft;
  const put = (at: number, part: Partial<RuleDraft['reps'][number]>) =>
    onChange({ ...draft, reps: reps.map((r, i) => (i === at ? { ...r, ...part } : r)) });
  return (
    <div role="group" aria-label={m.reps} className={css.part}>
      <span className={css.label}>{m.reps}</span>
      {reps.map((rep, at) => (
        <div key={at} className={css.rep}>
          <Autocomplete
            label={at === 0 ? m.rep : undefined}
            aria-label={m.rep}
            data={[...new Set(people)]}
            error={error(`reps.${at}.name`)}
            value={rep.name}
            onChange={(name) => put(at, { name })}
          />
          <NumberInput
            label={at === 0 ? m.weight : undefined}
            aria-label={m.weight}
            title={m.weightHelp}
            min={1}
            max={100}
            error={error(`reps.${at}.weight`)}
            value={rep.weight}
            onChange={(weight) => put(at, { weight: Number(weight) || 1 })}
          />
          <TextInput
            label={at === 0 ? m.away : undefined}
            aria-label={m.away}
            type="date"
            value={rep.away}
            onChange={(event) => put(at, { away: event.currentTarget.value })}
          />
          {may && (
            <ActionIcon
              size={36}
              variant="subtle"
              c="var(--ink-soft)"
              aria-label={m.removeRep(rep.name)}
              onClick={() => onChange({ ...draft, reps: reps.filter((_, i) => i !== at) })}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {error('reps') !== undefined && (
        <p role="alert" className="small" style={{ margin: 0, color: 'var(--lost)' }}>
          {error('reps')}
        </p>
      )}
      {may && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange({ ...draft, reps: [...reps, { name: '', weight: 1, away: '' }] })}
        >
          {m.addRep}
        </Button>
      )}
    </div>
  );
}
