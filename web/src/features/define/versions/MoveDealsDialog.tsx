import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem, type Preview, type SavedProcess } from '@/api';
import { tellAct } from '@/ui/ActNote';
import { Loaded } from '@/ui/Loaded';
import { ProblemNote } from '@/ui/ProblemNote';
import { TextSkeleton } from '@/ui/Skeletons';
import type { Which } from '../which';
import { answers, heldLines, joined, refusedStages, unsaid, type Where } from './held';
import { HeldTable } from './HeldTable';
import { LostStages } from './LostStages';
import { m } from './messages';
import { previewQuery, useMoveDeals, versionQuery } from './queries';
import css from './Versions.module.css';

interface Props {
  /** The version whose deals one thought of. */
  from: number;
  /** Open deals that go by it. */
  own: number;
  which: Which;
  active: number;
  onClose: () => void;
}

/** Shows what the active version asks of open deals, and has them go by it. */
export function MoveDealsDialog({ active, which, onClose, ...rest }: Props) {
  const version = useQuery(versionQuery(which, active));
  return (
    <Modal opened onClose={onClose} size="48rem" title={m.move.title(active)}>
      <Loaded query={version} skeleton={<TextSkeleton />}>
        {(saved) => <Previewed saved={saved} which={which} onClose={onClose} {...rest} />}
      </Loaded>
    </Modal>
  );
}

type Inner = Omit<Props, 'active'> & { saved: SavedProcess };

function Previewed({ saved, which, ...rest }: Inner) {
  const preview = useQuery(previewQuery(which, saved.toml, saved.version));
  return (
    <Loaded query={preview} skeleton={<TextSkeleton />}>
      {(data) => <Moving preview={data} saved={saved} which={which} {...rest} />}
    </Loaded>
  );
}

function Moving({ preview, saved, from, own, which, onClose }: Inner & { preview: Preview }) {
  const navigate = useNavigate();
  const [where, setWhere] = useState<Where>({});
  const move = useMoveDeals(which, saved.version, (moved) => {
    tellAct(m.move.done(moved, saved.version), m.activate.board, () => void navigate({ to: '/board' }));
    onClose();
  });
  const problem = move.isError ? asProblem(move.error) : null;
  const lost = joined(preview.lost_stages, refusedStages(problem));
  const open = preview.open_deals;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate(answers(lost, where));
      }}
    >
      <p className={css.first}>{m.move.says(open, own, from, saved.version)}</p>
      <section className={css.part}>
        <h3>{m.move.held}</h3>
        <HeldTable lines={heldLines(preview, saved.process)} process={saved.process} compared={false} />
      </section>
      <LostStages lost={lost} process={saved.process} where={where} onChange={setWhere} />
      {problem && <ProblemNote problem={problem} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {m.activate.cancel}
        </Button>
        <Button type="submit" loading={move.isPending} disabled={unsaid(lost, where).length > 0}>
          {m.move.go(open)}
        </Button>
      </Group>
    </form>
  );
}
