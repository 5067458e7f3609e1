import { Button, Group, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import type { Comparison as Compared, ProcessDraft } from '@/api';
import { Loaded, Patient } from '@/ui/Loaded';
import { ChartSkeleton } from '@/ui/Skeletons';
import type { Which } from '../which';
import { Changes } from './Changes';
import { m } from './messages';
import { compareQuery } from './queries';
import css from './Versions.module.css';

const TextSides = lazy(() => import('./TextSides').then(({ TextSides: component }) => ({ default: component })));

/** Two versions to compare; the draft for no newer one. */
export interface Pair {
  from: number;
  to: number | null;
}

interface Props extends Pair {
  which: Which;
  draft: ProcessDraft;
  /** Numbers of the versions, the latest first. */
  versions: readonly number[];
  onCompare: (from: number, to: number | null) => void;
  onClose: () => void;
}

const DRAFT = 'draft';
const nameOf = (version: number | null): string => (version === null ? m.compare.draft : m.compare.version(version));

/** Two versions: what changed in sentences, and their texts side by side. */
export function Comparison({ which, draft, versions, from, to, onCompare, onClose }: Props) {
  const compared = useQuery(compareQuery(which, from, to, draft.version));
  const numbers = versions.map((n) => ({ value: `${n}`, label: m.compare.version(n) }));
  return (
    <section className={css.comparison} aria-label={m.compare.title}>
      <Group align="end" gap="sm">
        <NativeSelect
          label={m.compare.from}
          data={numbers}
          value={`${from}`}
          onChange={(event) => onCompare(Number(event.currentTarget.value), to)}
        />
        <NativeSelect
          label={m.compare.to}
          data={[{ value: DRAFT, label: m.compare.draft }, ...numbers]}
          value={to === null ? DRAFT : `${to}`}
          onChange={({ currentTarget: { value } }) => onCompare(from, value === DRAFT ? null : Number(value))}
        />
        <Button variant="default" onClick={onClose}>
          {m.compare.close}
        </Button>
      </Group>
      <h2>{m.compare.heading(nameOf(from), nameOf(to))}</h2>
      <Loaded query={compared} skeleton={<ChartSkeleton height={320} />}>
        {(data) => <Sides compared={data} from={nameOf(from)} to={nameOf(to)} />}
      </Loaded>
    </section>
  );
}

function Sides({ compared, from, to }: { compared: Compared; from: string; to: string }) {
  const narrow = useMediaQuery('(width < 48em)');
  const { changes, from_toml: before, to_toml: after } = compared;
  const sides = useMemo(
    () => ({
      from: { label: m.compare.label(from), text: before },
      to: { label: m.compare.label(to), text: after },
    }),
    [from, to, before, after],
  );
  return (
    <>
      {changes.length > 0 ? (
        <Changes changes={changes} first={12} />
      ) : (
        <p className="soft">{compared.to ? m.compare.none : m.compare.unread}</p>
      )}
      <h3>{m.compare.sides}</h3>
      {before === after ? (
        <p className="soft">{m.compare.same}</p>
      ) : (
        <Suspense
          fallback={
            <Patient>
              <ChartSkeleton height={320} />
            </Patient>
          }
        >
          {!narrow && (
            <div className={css.names} aria-hidden>
              <span>{from}</span>
              <span>{to}</span>
            </div>
          )}
          <TextSides {...sides} unified={narrow} />
        </Suspense>
      )}
    </>
  );
}
