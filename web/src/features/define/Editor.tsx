import { Button, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Process } from '@/api';
import { stageColour, stageLetter } from '@/ui/stage';
import columns from './Define.module.css';
import { useVocabularyOf, VocabularyContext } from './criterion/vocabulary';
import { isAt, moved, stagesOf, withNewStage, withoutStage, withStage, withStages } from './edit';
import css from './Editor.module.css';
import { useSurroundings } from './editing';
import { m } from './messages';
import { StageForm } from './StageForm';

interface Props {
  process: Process;
  /** Place of the stage that is open; -1 for the process itself. */
  open: number;
  onOpen: (stage: number) => void;
  onEdit: (process: Process, about: string) => void;
}

/** The process as forms: its stages at the side, the chosen one open. */
export function Editor({ process, open, onOpen, onEdit }: Props) {
  const stages = stagesOf(process);
  const place = Math.min(open, stages.length - 1);
  const stage = stages[place];
  const move = (from: number, to: number) => {
    if (to < 0 || to >= stages.length) return;
    onEdit(withStages(process, moved(stages, from, to)), '');
    onOpen(to);
  };
  const vocabulary = useVocabularyOf(process);
  return (
    <VocabularyContext value={vocabulary}>
      <div className={css.editor}>
        <nav aria-label={m.editor.stages}>
          <Strip process={process} place={place} onOpen={onOpen} onMove={move} />
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={() => {
              onEdit(withNewStage(process, place, m.editor.newStage), '');
              onOpen(place + 1);
            }}
          >
            {m.editor.add}
          </Button>
          <p className="soft tiny">{m.editor.reorder}</p>
        </nav>
        {stage ? (
          <StageForm
            key={place}
            process={process}
            stage={stage}
            place={place}
            onChange={(next, about) => onEdit(withStage(process, place, next), about)}
            onMove={(by) => move(place, place + by)}
            onRemove={() => {
              onEdit(withoutStage(process, place), '');
              onOpen(Math.max(0, place - 1));
            }}
          />
        ) : (
          <ProcessForm process={process} onEdit={onEdit} />
        )}
      </div>
    </VocabularyContext>
  );
}

function ProcessForm({ process, onEdit }: Pick<Props, 'process' | 'onEdit'>) {
  return (
    <div>
      <TextInput
        label={m.editor.processName}
        value={process.name}
        onChange={(e) => onEdit({ ...process, name: e.currentTarget.value }, 'name')}
      />
      <Textarea
        mt="sm"
        autosize
        label={m.editor.processPurpose}
        value={process.purpose ?? ''}
        onChange={(e) => onEdit({ ...process, purpose: e.currentTarget.value }, 'purpose')}
      />
    </div>
  );
}

interface StripProps {
  process: Process;
  place: number;
  onOpen: (stage: number) => void;
  onMove: (from: number, to: number) => void;
}

/** The stages in order; dragged, or moved by Alt and the arrow keys. */
function Strip({ process, place, onOpen, onMove }: StripProps) {
  const { findings } = useSurroundings();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const strip = useRef<HTMLOListElement>(null);
  const press = (event: KeyboardEvent, at: number) => {
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    if (event.altKey) onMove(at, at + by);
    const next = strip.current?.querySelectorAll<HTMLButtonElement>('[data-place]')[at + by];
    next?.focus();
  };
  return (
    <ol ref={strip} className={css.strip}>
      <li>
        <button
          type="button"
          className={css.tab}
          aria-current={place < 0 ? 'true' : undefined}
          onClick={() => onOpen(-1)}
        >
          {m.editor.process}
        </button>
      </li>
      {stagesOf(process).map((stage, at) => {
        const found = findings.filter((f) => isAt(f, `stages[${at}]`) && f.level !== 'info');
        const errors = found.filter((f) => f.level === 'error').length;
        return (
          <li key={at}>
            <button
              type="button"
              data-place={at}
              className={css.tab}
              aria-current={at === place ? 'true' : undefined}
              data-over={over === at || undefined}
              draggable
              onDragStart={() => setDragged(at)}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(at);
              }}
              onDrop={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                onMove(dragged, at);
              }}
              onClick={() => onOpen(at)}
              onKeyDown={(event) => press(event, at)}
            >
              <span className={columns.letter} style={{ background: stageColour(at) }} aria-hidden>
                {stageLetter(at)}
              </span>
              {stage.name}
              {found.length > 0 && (
                <span className={css.flag} data-error={errors > 0 || undefined}>
                  {m.findings.count(errors, found.length - errors)}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
