import { Checkbox, NumberInput, Radio, Stack, TagsInput, TextInput } from '@mantine/core';
import type { Process, Stage } from '@/api';
import { stagesOf } from '../edit';
import css from '../Editor.module.css';
import { m } from './messages';

interface Props {
  process: Process;
  stage: Stage;
  onChange: (change: Partial<Stage>, about: string) => void;
}

/** Where a deal may go, who takes it over, which objections to be ready for. */
export function StageMore({ process, stage, onChange }: Props) {
  return (
    <>
      <Ways process={process} stage={stage} onChange={onChange} />
      <Hand stage={stage} onChange={onChange} />
      <Leaving stage={stage} onChange={onChange} />
      <Reviewing stage={stage} onChange={onChange} />
      <Objections process={process} stage={stage} onChange={onChange} />
    </>
  );
}

function Ways({ process, stage, onChange }: Props) {
  const others = stagesOf(process).filter((s) => s.id !== stage.id);
  const moves = stage.moves ?? [];
  const next = stagesOf(process).findIndex((s) => s.id === stage.id) + 1;
  const only = moves.length > 0;
  const start = () => [stagesOf(process)[next]?.id ?? others[0]?.id ?? ''].filter((id) => id !== '');
  return (
    <section className={css.part}>
      <h3>{m.ways.title}</h3>
      <Radio.Group
        aria-label={m.ways.title}
        value={only ? 'only' : 'usual'}
        onChange={(value) => onChange({ moves: value === 'only' ? start() : [] }, '')}
      >
        <Stack gap="xs">
          <Radio value="usual" label={m.ways.usual} />
          <Radio value="only" label={m.ways.only} disabled={others.length === 0} />
        </Stack>
      </Radio.Group>
      {only && (
        <Checkbox.Group
          className={css.choices ?? ''}
          label={m.ways.stages}
          description={m.ways.help}
          value={moves}
          onChange={(ids) => onChange({ moves: ids }, '')}
        >
          <div className={css.checks}>
            {others.map((other) => (
              <Checkbox key={other.id} size="sm" value={other.id} label={other.name || other.id} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </section>
  );
}

function Hand({ stage, onChange }: Omit<Props, 'process'>) {
  const { to = '', with: told = [] } = stage.handover ?? {};
  const set = (next: { to: string; with: string[] }, about: string) =>
    onChange({ handover: next.to === '' && next.with.length === 0 ? null : next }, about);
  return (
    <section className={css.part}>
      <h3>{m.hand.title}</h3>
      <div className={css.fields}>
        <TextInput
          size="sm"
          label={m.hand.to}
          value={to}
          onChange={(e) => set({ to: e.currentTarget.value, with: told }, 'handover')}
        />
        <TagsInput
          size="sm"
          label={m.hand.with}
          inputWrapperOrder={['label', 'input', 'description']}
          description={m.hand.withHelp}
          value={told}
          onChange={(lines) => set({ to, with: lines }, '')}
        />
      </div>
    </section>
  );
}

function Leaving({ stage, onChange }: Omit<Props, 'process'>) {
  if (stage.kind === 'won' || stage.kind === 'lost') return null;
  return (
    <section className={css.part}>
      <h3>{m.leaving.title}</h3>
      <Radio.Group
        aria-label={m.leaving.title}
        value={stage.override ?? 'reason'}
        onChange={(value) => onChange({ override: value === 'approval' ? 'approval' : 'reason' }, '')}
      >
        <Stack gap="xs">
          <Radio value="reason" label={m.leaving.reason} />
          <Radio value="approval" label={m.leaving.approval} />
        </Stack>
      </Radio.Group>
    </section>
  );
}

function Reviewing({ stage, onChange }: Omit<Props, 'process'>) {
  if (stage.kind !== 'won' && stage.kind !== 'after-sale') return null;
  return (
    <section className={css.part}>
      <h3>{m.reviewing.title}</h3>
      <NumberInput
        size="sm"
        w={200}
        min={1}
        label={m.reviewing.days}
        value={stage.review_days ?? ''}
        onChange={(value) => onChange({ review_days: value === '' ? null : Number(value) }, 'review_days')}
      />
    </section>
  );
}

function Objections({ process, stage, onChange }: Props) {
  const known = process.objections ?? [];
  const chosen = stage.objections ?? [];
  const strange = chosen.filter((id) => !known.some((o) => o.id === id)).map((id) => ({ id, says: id }));
  return (
    <section className={css.part}>
      <h3>{m.objection.title}</h3>
      {known.length + strange.length === 0 ? (
        <p className="soft small">{m.objection.none}</p>
      ) : (
        <Checkbox.Group
          aria-label={m.objection.title}
          value={chosen}
          onChange={(objections) => onChange({ objections }, '')}
        >
          <div className={css.checks}>
            {[...known, ...strange].map((o) => (
              <Checkbox key={o.id} size="sm" value={o.id} label={o.says || o.id} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </section>
  );
}
