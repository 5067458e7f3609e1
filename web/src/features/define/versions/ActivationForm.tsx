import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Activation, LostStage, Preview, Problem } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { hasErrors } from '../edit';
import { FindingList } from '../FindingNotes';
import type { Candidate } from './ActivateDialog';
import { Changes } from './Changes';
import { answers, heldLines, joined, total, unsaid, type Where } from './held';
import { HeldTable } from './HeldTable';
import { LostStages } from './LostStages';
import { m } from './messages';
import css from './Versions.module.css';

interface Props {
  candidate: Candidate;
  preview: Preview;
  /** Lost stages that a refusal named. */
  refused: readonly LostStage[];
  problem: Problem | null;
  busy: boolean;
  onGo: (how: Activation) => void;
  onClose: () => void;
}

/** What a version changes, what that means for open deals, and how it becomes active. */
export function ActivationForm({ candidate, preview, refused, problem, busy, onGo, onClose }: Props) {
  const { version, process, again } = candidate;
  const { changes, held, held_now: now, open_deals: open, findings } = preview;
  const [where, setWhere] = useState<Where>({});
  const [moves, setMoves] = useState(false);
  const [note, setNote] = useState(candidate.note);
  const lost = joined(preview.lost_stages, refused);
  const errors = findings.filter((f) => f.level === 'error');
  const waits = unsaid(lost, where).length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onGo({ note: note.trim(), stages: answers(lost, where), move_deals: moves });
      }}
    >
      {again && version !== null && <p className={css.first}>{m.activate.back(version)}</p>}
      {hasErrors(findings) && (
        <>
          <p className={css.first}>{m.activate.errors}</p>
          <FindingList findings={errors} checking={false} />
        </>
      )}
      <section className={css.part}>
        <h3>{m.activate.changes}</h3>
        {changes.length === 0 ? <p className="soft">{m.activate.same}</p> : <Changes changes={changes} first={6} />}
      </section>
      <section className={css.part}>
        <h3>{m.activate.held}</h3>
        <p className="soft">{open === 0 ? m.activate.noDeals : m.activate.heldSays(total(now), total(held), open)}</p>
        {open > 0 && (
          <HeldTable lines={heldLines(preview, process)} process={process} columns={['open', 'now', 'then']} />
        )}
      </section>
      <LostStages lost={lost} process={process} where={where} onChange={setWhere} />
      <Radio.Group
        className={css.part ?? ''}
        label={m.activate.deals}
        value={moves ? 'move' : 'stay'}
        onChange={(value) => setMoves(value === 'move')}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="stay" label={m.activate.dealsStay} description={m.activate.dealsStayHelp} />
          <Radio value="move" label={m.activate.dealsMove} description={m.activate.dealsMoveHelp} />
        </Stack>
      </Radio.Group>
      <Textarea
        mt="md"
        label={m.activate.why}
        maxLength={500}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem && (
        <div className={css.part}>
          <ProblemNote problem={problem} />
        </div>
      )}
      <Group justify="flex-end" mt="md">
        {waits && <span className="soft small">{m.activate.unsaid}</span>}
        <Button variant="default" onClick={onClose}>
          {m.activate.cancel}
        </Button>
        <Button type="submit" loading={busy} disabled={waits || errors.length > 0}>
          {m.activate.go}
        </Button>
      </Group>
    </form>
  );
}
