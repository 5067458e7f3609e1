import { ActionIcon, Badge } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { IconGripVertical, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Stage } from '@/api';
import { SayWhatHinders } from '@/features/measure/feedback/SayWhatHinders';
import { stageColour, stageLetter } from '@/ui/stage';
import { given } from '@/ui/given';
import shared from '../Define.module.css';
import { isAboutExit, isAt, kindOfStage, ofStageItself, stagesOf, withStage } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { m as all } from '../messages';
import { useBoard } from './board';
import css from './Columns.module.css';
import { Criteria } from './Criteria';
import { useDragging } from './dragging';
import { Evidence, Facts } from './Frame';
import { InlineText, readDays } from './InlineText';
import { isWriting } from './Line';
import { Commitments, Needs, Tasks } from './Lists';
import { m } from './messages';
import { StageMenu } from './StageMenu';
import type { Stages } from './useStages';

interface Props {
  stage: Stage;
  place: number;
  stages: Stages;
  /** Opens everything about it. */
  onAll: (() => void) | undefined;
}

/** A stage as a column. */
export function Column({ stage, place, stages, onAll }: Props) {
  const { process, edit, findings, open } = useBoard();
  const element = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const may = edit !== null;
  const { dragged, edge } = useDragging({ element, handle }, { what: 'stage', stage: 0, at: place }, may);
  const [view, seen] = useSeen();
  const last = stagesOf(process).length - 1;
  const own = ofStageItself(findings, place).filter((f) => f.level !== 'info' && !isAboutExit(f));
  const wide = ['exit', 'commitments'].some((list) => open?.startsWith(`${stage.id}.${list}.`));
  useEffect(() => {
    // It has grown wider than there may be room for.
    if (wide) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [wide]);
  const set = (change: Partial<Stage>) => edit?.(withStage(process, place, { ...stage, ...change }), '');
  const press = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by === undefined || !may || isWriting(event.target)) return;
    event.preventDefault();
    stages.move(place, place + by);
  };
  return (
    <li
      ref={element}
      className={css.stage}
      style={{ borderTopColor: stageColour(place) }}
      data-line={stage.id}
      data-wide={wide || undefined}
      data-dragged={dragged || undefined}
      data-edge={edge ?? undefined}
    >
      <div ref={view} className={css.seen} />
      <header className={css.head} onKeyDown={press}>
        {may && (
          <span ref={handle} className={css.grip} title={m.drag} aria-hidden>
            <IconGripVertical size={16} />
          </span>
        )}
        <h2 className={shared.stageName}>
          <span className={shared.letter} style={{ background: stageColour(place) }} aria-hidden>
            {stageLetter(place)}
          </span>
          {may || !onAll ? (
            <InlineText
              value={stage.name}
              label={m.name}
              placeholder={m.empty}
              needed
              begin={stages.fresh === stage.id}
              onKeep={may ? (name) => set({ name }) : undefined}
            />
          ) : (
            <button type="button" className={shared.plain} onClick={onAll}>
              {stage.name}
            </button>
          )}
          {kindOfStage(stage) !== 'open' && (
            <Badge size="sm" variant="default">
              {all.kind[kindOfStage(stage)]}
            </Badge>
          )}
        </h2>
        <SayWhatHinders at={{ process: process.id, stage: stage.id }} about={stage.name} />
        {may && onAll && <StageMenu stage={stage} place={place} last={last} stages={stages} onAll={onAll} />}
      </header>
      <About stage={stage} set={may ? set : undefined} />
      <FindingNotes findings={own} />
      <Tasks stage={stage} place={place} />
      <Commitments stage={stage} place={place} />
      <Criteria stage={stage} place={place} seen={seen} />
      <Needs stage={stage} place={place} list="content" />
      <Needs stage={stage} place={place} list="questions" />
      <Rest stage={stage} />
      {may && (
        <ActionIcon
          className={css.between ?? ''}
          size={24}
          variant="default"
          aria-label={m.add(stage.name)}
          title={m.add(stage.name)}
          onClick={() => stages.add(place)}
        >
          <IconPlus size={14} />
        </ActionIcon>
      )}
    </li>
  );
}

/** Whether an element has been in view. */
function useSeen(): [React.RefCallback<HTMLElement>, boolean] {
  const { ref, inViewport } = useInViewport<HTMLElement>();
  const [was, setWas] = useState(false);
  if (inViewport && !was) setWas(true);
  return [ref, was];
}

interface AboutProps {
  stage: Stage;
  set: ((change: Partial<Stage>) => void) | undefined;
}

/** What it is for, the days it should need, what the data calls it. */
function About({ stage, set }: AboutProps) {
  const { purpose = '', target_days: target, evidence, observed = [] } = stage;
  const keep = (text: string) => {
    const days = readDays(text);
    if (days !== undefined) set?.({ target_days: days });
  };
  return (
    <div className={css.about}>
      <InlineText
        value={purpose}
        label={m.purpose}
        placeholder={m.addPurpose}
        onKeep={set && ((text) => set({ purpose: text }))}
      />
      <InlineText
        className={css.target ?? ''}
        value={given(target) ? `${target}` : ''}
        shown={given(target) ? m.targetIs(target) : ''}
        label={m.target}
        placeholder={m.addTarget}
        number
        onKeep={set && keep}
      />
      <Evidence text={evidence} />
      <Facts of={[observed.length > 0 ? all.stage.observed(observed) : '']} />
    </div>
  );
}

/** Where deals may go from here, who takes them over, what will be objected. */
function Rest({ stage }: { stage: Stage }) {
  const { process, findings } = useBoard();
  const place = stagesOf(process).indexOf(stage);
  const { moves = [], handover, objections = [] } = stage;
  const said = objections.map((id) => process.objections?.find((o) => o.id === id)?.says ?? id);
  const names = moves.map((id) => stagesOf(process).find((s) => s.id === id)?.name ?? id);
  const about = ['moves', 'handover', 'objections'].map((key) => `stages[${place}].${key}`);
  return (
    <div className={css.rest}>
      {said.length > 0 && (
        <>
          <h3>{m.objections}</h3>
          <ul className={css.objections}>
            {said.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {given(handover) && handover.to && (
        <p>
          {m.handover(handover.to)}
          <Facts of={handover.with ?? []} />
        </p>
      )}
      {names.length > 0 && <p>{m.moves(names)}</p>}
      <FindingNotes findings={findings.filter((f) => f.level === 'error' && about.some((path) => isAt(f, path)))} />
    </div>
  );
}
