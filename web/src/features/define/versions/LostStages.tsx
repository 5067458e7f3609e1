import { NativeSelect, Stack } from '@mantine/core';
import type { LostStage, Process } from '@/api';
import { stagesOf } from '../edit';
import { STAY, type Where } from './held';
import { m } from './messages';
import css from './Versions.module.css';

interface Props {
  lost: readonly LostStage[];
  process: Process | null;
  where: Where;
  onChange: (where: Where) => void;
}

/** Asks where the open deals of stages go that a version no longer has. */
export function LostStages({ lost, process, where, onChange }: Props) {
  if (lost.length === 0) return null;
  const stages = process === null ? [] : stagesOf(process);
  const data = [
    { value: '', label: m.activate.choose },
    { value: STAY, label: m.activate.stay },
    ...stages.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <section className={css.part}>
      <h3>{m.activate.lost}</h3>
      <p className="soft">{m.activate.lostSays}</p>
      <Stack gap="sm">
        {lost.map(({ stage_id: id, name, deals }) => (
          <NativeSelect
            key={id}
            label={m.activate.where(name, deals)}
            required
            data={data}
            value={where[id] ?? ''}
            onChange={(event) => onChange({ ...where, [id]: event.currentTarget.value })}
          />
        ))}
      </Stack>
    </section>
  );
}
