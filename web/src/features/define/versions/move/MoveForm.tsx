import { Button, Group, Radio, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem, type DealsOfVersion, type Preview, type SavedProcess } from '@/api';
import { tellAct } from '@/ui/ActNote';
import { ProblemNote } from '@/ui/ProblemNote';
import type { Which } from '../../which';
import { answers, joined, refusedStages, unsaid, type Where } from '../held';
import { HeldTable } from '../HeldTable';
import { LostStages } from '../LostStages';
import { m as words } from '../messages';
import { useMoveDeals } from '../queries';
import css from '../Versions.module.css';
import { heldAmong, heldById, isCutShort, lostOf, sentIds } from './choice';
import { ChooseDeals } from './ChooseDeals';
import { m } from './messages';

interface Props {
  preview: Preview;
  /** The active version. */
  saved: SavedProcess;
  /** The version whose deals these are. */
  from: number;
  list: DealsOfVersion;
  which: Which;
  onClose: () => void;
}

/** Which deals of a version go by the active one from now on, and what that asks of them. */
export function MoveForm({ preview, saved, from, list, which, onClose }: Props) {
  const navigate = useNavigate();
  const [where, setWhere] = useState<Where>({});
  const [chooses, setChooses] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const move = useMoveDeals(which, saved.version, (moved) => {
    tellAct(m.done(moved, saved.version), words.activate.board, () => void navigate({ to: '/board' }));
    onClose();
  });
  const problem = move.isError ? asProblem(move.error) : null;
  const ids = sentIds(list, chooses ? chosen : null);
  const moved = list.deals.filter((deal) => ids?.includes(deal.id));
  const count = ids?.length ?? preview.open_deals;
  const known = ids === null ? preview.lost_stages : lostOf(preview.lost_stages, moved);
  const lost = joined(known, refusedStages(problem));
  const lines = heldAmong(preview.held, ids);
  const held = lines.reduce((sum, line) => sum + line.then, 0);
  const short = ids !== null && isCutShort(preview.held);
  const { total: own, deals } = list;
  const [all, allHelp] =
    own > deals.length
      ? [m.everything(preview.open_deals), m.everythingHelp(own, preview.open_deals, from)]
      : [m.all(own, from), m.allHelp];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate({ stages: answers(lost, where), deals: ids });
      }}
    >
      <p className={css.first}>{m.says(saved.version)}</p>
      <Radio.Group label={m.which} value={chooses ? 'some' : 'all'} onChange={(value) => setChooses(value === 'some')}>
        <Stack gap="sm" mt="xs">
          <Radio value="all" label={all} description={allHelp} />
          <Radio value="some" label={m.some} description={m.someHelp(deals.length, own, from)} />
        </Stack>
      </Radio.Group>
      {chooses && <ChooseDeals deals={deals} held={heldById(preview.held)} chosen={chosen} onChoose={setChosen} />}
      <section className={css.part} aria-live="polite">
        <h3>{m.held}</h3>
        <p className="soft">{m.heldSays(held, count, short)}</p>
        {short && <p className="soft small">{m.heldShort}</p>}
        {lines.length > 0 && <HeldTable lines={lines} process={saved.process} columns={['then']} />}
      </section>
      <LostStages lost={lost} process={saved.process} where={where} onChange={setWhere} />
      {problem && <ProblemNote problem={problem} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {words.activate.cancel}
        </Button>
        <Button type="submit" loading={move.isPending} disabled={count === 0 || unsaid(lost, where).length > 0}>
          {m.go(count)}
        </Button>
      </Group>
    </form>
  );
}
