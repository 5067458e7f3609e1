import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Move, Problem, Stage } from '@/api';
import { stageColour, stageLetter } from '@/ui/stage';
import { m } from './messages';
import css from './MoveDialog.module.css';
import { ClosingFields } from './present/ClosingFields';
import { m as closingWords } from './present/messages';
import { OpenObjections } from './present/OpenObjections';
import type { Moving } from './useMoves';

export type Closing = Pick<Move, 'reason_id' | 'motive' | 'pain'>;

/** What is being asked: where to, or why. */
export interface Asked {
  deal: Moving;
  /** Where to, once that is known. */
  to?: Stage;
  /** What does not hold yet. */
  unmet?: NonNullable<Problem['errors']>;
  /** Somebody else has to agree. */
  approval?: boolean;
  /** What was said of the closing before. */
  closing?: Closing;
}

interface Props {
  asked: Asked | null;
  busy: boolean;
  onChoose: (deal: Moving, to: Stage) => void;
  onReason: (deal: Moving, to: Stage, reason: string, closing: Closing) => void;
  onClose: () => void;
}

/** Asks where a deal should go, and why where its process needs to know. */
export function MoveDialog({ asked, busy, onChoose, onReason, onClose }: Props) {
  return (
    <Modal opened={asked !== null} onClose={onClose} title={asked && m.move.title(asked.deal.name)}>
      {asked &&
        (asked.to === undefined ? (
          <Where deal={asked.deal} onChoose={(to) => onChoose(asked.deal, to)} />
        ) : (
          <Why asked={asked} to={asked.to} busy={busy} onReason={onReason} onClose={onClose} />
        ))}
    </Modal>
  );
}

interface WhereProps {
  deal: Moving;
  onChoose: (to: Stage) => void;
}

function Where({ deal: { stages, from: here }, onChoose }: WhereProps) {
  const others = stages.map((stage, place) => ({ stage, place })).filter(({ stage }) => stage.id !== here);
  const next = others.find(({ place }) => place > stages.findIndex((s) => s.id === here));
  return (
    <div role="group" aria-label={m.move.where} onKeyDown={onListKey}>
      <p className="soft small">{m.move.where}</p>
      {others.map(({ stage, place }) => (
        <button
          key={stage.id}
          type="button"
          className={css.stage}
          data-autofocus={stage.id === next?.stage.id || undefined}
          onClick={() => onChoose(stage)}
        >
          <StageMark kind={stage.kind} place={place} />
          <span>
            {stage.name}
            <span className="soft small"> {kindWord(stage.kind)}</span>
          </span>
        </button>
      ))}
    </div>
  );
}

const kindWord = (kind: Stage['kind']): string => (kind === undefined || kind === 'open' ? '' : m.move.kind[kind]);

/** A stage by letter and colour; by its sign where it closes. */
export function StageMark({ kind, place }: { kind: Stage['kind']; place: number }) {
  const sign = kind === 'won' ? '✓' : kind === 'lost' ? '✕' : kind === 'nurturing' ? '☾' : stageLetter(place);
  const colour = kind === 'won' ? 'var(--won)' : kind === 'lost' ? 'var(--lost)' : stageColour(place);
  return (
    <span className={css.mark} style={{ color: colour, borderColor: colour }} aria-hidden>
      {sign}
    </span>
  );
}

function onListKey(event: KeyboardEvent<HTMLElement>) {
  const step =
    event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.findIndex((button) => button === document.activeElement);
  all[(at + step + all.length) % all.length]?.focus();
}

interface WhyProps {
  asked: Asked;
  to: Stage;
  busy: boolean;
  onReason: (deal: Moving, to: Stage, reason: string, closing: Closing) => void;
  onClose: () => void;
}

function Why({ asked, to, busy, onReason, onClose }: WhyProps) {
  const [reason, setReason] = useState('');
  const [closing, setClosing] = useState<Closing>(asked.closing ?? {});
  const unmet = asked.unmet ?? [];
  const needed = unmet.length > 0;
  const approval = asked.approval === true;
  const closes = to.kind === 'won' || to.kind === 'lost';
  const [label, help] = needed
    ? approval
      ? [m.move.askWhy, m.move.askHelp]
      : [m.move.why, m.move.whyHelp]
    : to.kind === 'lost'
      ? [m.move.lostWhy, m.move.lostHelp]
      : to.kind === 'won'
        ? [closingWords.closing.note, undefined]
        : [m.move.laterWhy, m.move.laterHelp];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onReason(asked.deal, to, reason.trim(), closes ? closing : {});
      }}
    >
      <Stack gap="sm">
        {needed && (
          <div>
            <p className={css.says}>{m.move.unmet(to.name, unmet.length)}</p>
            <ul className={css.unmet}>
              {unmet.map((e) => (
                <li key={e.field}>{e.message}</li>
              ))}
            </ul>
            {approval && <p className={css.says}>{m.move.approval}</p>}
          </div>
        )}
        {!needed && to.kind === 'won' && (asked.deal.gaps ?? []).length > 0 && (
          <div>
            <p className={css.says}>{m.move.gaps}</p>
            <ul className={css.unmet}>
              {(asked.deal.gaps ?? []).map((gap) => (
                <li key={gap.who}>{gap.says}</li>
              ))}
            </ul>
          </div>
        )}
        {to.kind === 'won' && <OpenObjections deal={asked.deal.id} />}
        {closes && <ClosingFields deal={asked.deal.id} won={to.kind === 'won'} value={closing} onChange={setClosing} />}
        <Textarea
          label={label}
          description={help}
          required={needed}
          maxLength={1000}
          rows={3}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.move.cancel}
          </Button>
          <Button type="submit" loading={busy} disabled={needed && reason.trim() === ''}>
            {approval ? m.move.ask : needed ? m.move.anyway(to.name) : m.move.go(to.name)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
