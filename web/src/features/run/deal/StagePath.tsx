import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DealView } from '@/api';
import { stageColour, stageLetter } from '@/ui/stage';
import { When } from '@/ui/When';
import { given } from '@/ui/given';
import css from './StagePath.module.css';
import { m } from './messages';
import { againstWon } from './risk';

/** The way of a deal through its process: passed, here, to come; told by shape, letter and word. */
export function StagePath({ view }: { view: DealView }) {
  return (
    <section className={css.pathFrame}>
      <ol className={css.path} aria-label={m.path.title}>
        {view.path.map((step, place) => (
          <li
            key={step.stage_id}
            className={css.step}
            data-state={step.state}
            data-kind={step.kind}
            style={{ '--stage': stageColour(place) }}
            aria-current={step.state === 'here' ? 'step' : undefined}
          >
            <span className={css.dot} aria-hidden>
              {sign(step.kind, step.state) ?? stageLetter(place)}
            </span>
            <span className={css.stepName}>{step.name}</span>
            <VisuallyHidden>{m.path[step.state]}</VisuallyHidden>
          </li>
        ))}
      </ol>
      <Here view={view} />
      {view.stage && view.stage.purpose !== '' && <p className={css.purpose}>{view.stage.purpose}</p>}
    </section>
  );
}

type Step = DealView['path'][number];

function sign(kind: Step['kind'], state: Step['state']): string | undefined {
  if (kind === 'won') return '✓';
  if (kind === 'lost') return '✕';
  return state === 'done' ? '✓' : undefined;
}

/** How long the deal is in its stage, against the target and against won deals. */
function Here({ view }: { view: DealView }) {
  const { stage } = view;
  if (!stage) return null;
  const { days: here, target_days: target } = stage;
  const won = againstWon(stage);
  const late = given(here) && given(target) && here > target;
  return (
    <p className={css.here}>
      <b>{stage.name}</b>
      {!given(here) ? (
        !given(stage.since) && <span>{m.noDate}</span>
      ) : (
        <span className={late ? css.late : undefined}>
          {m.since(here)}
          {given(target) && ` · ${late ? m.late(here - target) : m.target(target)}`}
          {won && ` · ${won.says}`}
        </span>
      )}
      {won?.longer === true && (
        <span className={css.risk}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden /> {m.longer}
        </span>
      )}
      {given(stage.since) && (
        <span>
          <When at={stage.since} />
        </span>
      )}
    </p>
  );
}
