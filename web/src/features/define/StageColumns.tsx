import { Badge } from '@mantine/core';
import { Fragment } from 'react';
import type { Criterion, CriterionGround, Finding, Process, Stage, Task } from '@/api';
import { stageColour, stageLetter } from '@/ui/stage';
import css from './Define.module.css';
import { kindOfStage, isAt, ofStageItself, stagesOf } from './edit';
import { FindingNotes } from './FindingNotes';
import { GroundLegend, GroundMark } from './GroundMark';
import { m } from './messages';
import { NEEDS } from './proposal';

interface Props {
  process: Process;
  grounds: CriterionGround[];
  findings: Finding[];
  onOpen?: (stage: number) => void;
}

/** The process on one screen: its stages as columns. */
export function StageColumns({ process, grounds, findings, onOpen }: Props) {
  return (
    <>
      <GroundLegend />
      <ol className={css.columns}>
        {stagesOf(process).map((stage, place) => (
          <li key={stage.id} className={css.stage} style={{ borderTopColor: stageColour(place) }}>
            <StageColumn
              stage={stage}
              place={place}
              grounds={grounds.filter((g) => g.stage === stage.id)}
              findings={findings.filter((f) => isAt(f, `stages[${place}]`))}
              onOpen={onOpen && (() => onOpen(place))}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

interface ColumnProps {
  stage: Stage;
  place: number;
  grounds: CriterionGround[];
  findings: Finding[];
  onOpen: (() => void) | undefined;
}

function StageColumn({ stage, place, grounds, findings, onOpen }: ColumnProps) {
  const { purpose, target_days: target, evidence, observed = [], tasks = [], exit = [] } = stage;
  const kind = kindOfStage(stage);
  return (
    <>
      <h2 className={css.stageName}>
        <span className={css.letter} style={{ background: stageColour(place) }} aria-hidden>
          {stageLetter(place)}
        </span>
        {onOpen ? (
          <button type="button" className={css.plain} onClick={onOpen}>
            {stage.name}
          </button>
        ) : (
          stage.name
        )}
        {kind !== 'open' && (
          <Badge size="sm" variant="default">
            {m.kind[kind]}
          </Badge>
        )}
      </h2>
      {purpose && <p className={css.purpose}>{purpose}</p>}
      {typeof target === 'number' && (
        <p className={css.target} title={evidence ?? ''}>
          {m.stage.target(target)}
        </p>
      )}
      {evidence && <p className={css.evidence}>{evidence}</p>}
      {observed.length > 0 && <p className="soft small">{m.stage.observed(observed)}</p>}
      <FindingNotes findings={ofStageItself(findings, place).filter((f) => f.level !== 'info')} />
      {tasks.length > 0 && (
        <>
          <h3>{m.stage.tasks}</h3>
          <ul className={css.tasks}>
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} />
            ))}
          </ul>
        </>
      )}
      {(exit.length > 0 || kind === 'open') && <h3>{m.stage.exit}</h3>}
      {exit.length === 0 && kind === 'open' && <p className="soft small">{m.stage.exitNone}</p>}
      <ul className={css.criteria}>
        {exit.map((criterion) => (
          <CriterionLine
            key={criterion.id}
            criterion={criterion}
            ground={grounds.find((g) => g.criterion === criterion.id)}
          />
        ))}
      </ul>
      {NEEDS.map((list) => {
        const needs = stage[list] ?? [];
        return (
          needs.length > 0 && (
            <Fragment key={list}>
              <h3>{m.stage[list]}</h3>
              <ul className={css.tasks}>
                {needs.map((need) => (
                  <li key={need.id}>
                    {need.name}
                    {need.evidence && <span className={css.evidence}>{need.evidence}</span>}
                  </li>
                ))}
              </ul>
            </Fragment>
          )
        );
      })}
    </>
  );
}

export function TaskLine({ task }: { task: Task }) {
  const { name, owner, due_days: due, evidence } = task;
  const when = typeof due === 'number' ? m.stage.due(due) : '';
  return (
    <li>
      {name}
      <span className={css.who}>{[owner, when].filter(Boolean).join(' · ')}</span>
      {evidence && <span className={css.evidence}>{evidence}</span>}
    </li>
  );
}

export function CriterionLine({ criterion, ground }: { criterion: Criterion; ground: CriterionGround | undefined }) {
  return (
    <li>
      <GroundMark ground={ground?.ground} />
      <span>
        {criterion.says}
        {criterion.required === false && <span className="soft small"> ({m.stage.wished})</span>}
        {ground && <span className={css.test}>{ground.says}</span>}
        {criterion.evidence && <span className={css.evidence}>{criterion.evidence}</span>}
      </span>
    </li>
  );
}
