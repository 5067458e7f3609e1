import { Button, Drawer, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { CriterionGround, Finding, Process } from '@/api';
import { type Board, BoardContext } from './columns/board';
import { Column } from './columns/Column';
import css from './columns/Columns.module.css';
import { keysOf } from './columns/lists';
import { m } from './columns/messages';
import { useStages } from './columns/useStages';
import { useVocabularyOf, VocabularyContext } from './criterion/vocabulary';
import { stagesOf, withStage } from './edit';
import { SurroundingsContext } from './editing';
import { GroundLegend } from './GroundMark';
import { namesQuery } from './queries';
import { StageForm } from './StageForm';

interface Props {
  process: Process;
  grounds: CriterionGround[];
  findings: Finding[];
  /** Opens a stage elsewhere; where the columns are edited, they open it themselves. */
  onOpen?: (stage: number) => void;
  /** Takes what is changed in the columns; left out, they are only read. */
  onEdit?: (process: Process, about: string) => void;
}

/** The process on one screen: its stages as columns, changed where they stand by those who may. */
export function StageColumns({ process, grounds, findings, onOpen, onEdit }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState<string | null>(null);
  const columns = useRef<HTMLOListElement>(null);
  const edit = onEdit ?? null;
  const vocabulary = useVocabularyOf(process);
  const observed = useQuery({ ...namesQuery, enabled: edit !== null }).data?.stages;
  const stages = useStages(process, edit, columns);
  const { carry } = stages;
  const board: Board = { process, findings, grounds, edit, open, onOpen: setOpen, carry };
  const surroundings = useMemo(() => ({ findings, grounds, observed: observed ?? [] }), [findings, grounds, observed]);
  const list = stagesOf(process);
  const keys = keysOf(list);
  const place = list.findIndex((s) => s.id === all);
  const shown = list[place];
  const onAll = (at: number) => (edit ? () => setAll(list[at]?.id ?? null) : onOpen && (() => onOpen(at)));
  return (
    <SurroundingsContext value={surroundings}>
      <VocabularyContext value={vocabulary}>
        <BoardContext value={board}>
          <GroundLegend />
          {edit && <p className={css.keys}>{m.keys}</p>}
          <ol ref={columns} className={css.columns} aria-label={m.label} data-edited={edit !== null || undefined}>
            {list.map((stage, at) => (
              <Column key={keys[at]} stage={stage} place={at} stages={stages} onAll={onAll(at)} />
            ))}
          </ol>
          {edit && list.length === 0 && (
            <Button variant="default" onClick={() => stages.add(-1)}>
              {m.addFirst}
            </Button>
          )}
          <VisuallyHidden role="status">{stages.said}</VisuallyHidden>
          <Drawer
            opened={edit !== null && shown !== undefined}
            onClose={() => setAll(null)}
            position="right"
            size="xl"
            title={shown?.name}
            closeButtonProps={{ 'aria-label': m.done }}
          >
            {edit && shown && (
              <StageForm
                process={process}
                stage={shown}
                place={place}
                onChange={(next, about) => {
                  if (next.id !== shown.id) setAll(next.id);
                  edit(withStage(process, place, next), about);
                }}
                onMove={(by) => stages.move(place, place + by)}
                onRemove={() => {
                  setAll(null);
                  stages.remove(place);
                }}
              />
            )}
          </Drawer>
        </BoardContext>
      </VocabularyContext>
    </SurroundingsContext>
  );
}
