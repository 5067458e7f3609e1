import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Button, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Board, Stage } from '@/api';
import { conditions, type Selection, useSelection } from '@/app/selection';
import { currentQuery } from '@/features/define/queries';
import { useWhich, type Which } from '@/features/define/which';
import { EmptyState } from '@/ui/EmptyState';
import { FilterBar } from '@/ui/FilterBar';
import { count, shortMoney } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { given } from '@/ui/given';
import { tellProblem } from '@/ui/toast';
import css from './board/Board.module.css';
import { BoardPicture } from './board/BoardPicture';
import { BoardSkeleton } from './board/BoardSkeleton';
import { CloseStrip } from './board/CloseStrip';
import { Column } from './board/Column';
import { moved } from './board/moved';
import { useCardKeys } from './board/useCardKeys';
import { m } from './messages';
import { NewDealButton } from './NewDeal';
import { ProcessPick } from './ProcessPick';
import { boardQuery, useOwnStages } from './queries';
import { RunTabs } from './RunTabs';
import { type Moving, useMoves } from './useMoves';

/** Open deals by stage, to be moved. */
export function BoardPage() {
  const [selection] = useSelection();
  const which = useWhich();
  const query = useQuery(boardQuery(selection, which));
  const process = useQuery(currentQuery(which));
  const board = query.data;
  const phone = useMediaQuery(PHONE);
  return (
    <>
      <PageHead title={m.title} says={board && says(board, phone)} actions={<NewDealButton />} />
      <RunTabs />
      <div className={css.tools}>
        <ProcessPick here={process.data?.saved?.process.id} />
        <FilterBar search />
      </div>
      <Loaded query={query} skeleton={<BoardSkeleton />}>
        {(shown) => (
          <Columns
            board={shown}
            stages={process.data?.saved?.process.stages ?? []}
            selection={selection}
            which={which}
          />
        )}
      </Loaded>
    </>
  );
}

/** Where one column is shown at a time. */
const PHONE = '(width < 48em)';

function says(board: Board, phone: boolean): string | undefined {
  const open = board.columns.reduce((sum, c) => sum + c.count, 0);
  const worth = board.columns.reduce((sum, c) => sum + c.value_minor, 0);
  if (open === 0) return undefined;
  const sum = m.board.says(open, worth === 0 ? '' : shortMoney(worth, board.currency));
  return given(board.process_version) && !phone ? `${sum} ${m.board.how}` : sum;
}

interface Props {
  board: Board;
  /** Of the active version of the process. */
  stages: Stage[];
  selection: Selection;
  which: Which;
}

function Columns({ board, stages, selection, which }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const phone = useMediaQuery(PHONE);
  const [picked, setPicked] = useState<string | null>(null);
  const [dragging, setDragging] = useState(false);
  const queries = useQueryClient();
  const { queryKey } = boardQuery(selection, which);
  const ownStages = useOwnStages();
  const { move, ask, dialog } = useMoves({
    before: ({ deal, to }) => {
      void queries.cancelQueries({ queryKey: ['board'] });
      const was = queries.getQueryData(queryKey);
      if (was) queries.setQueryData(queryKey, moved(was, deal.id, to.id));
      return () => queries.setQueryData(queryKey, was);
    },
  });
  const hasProcess = given(board.process_version) && stages.length > 0;
  const onMove = hasProcess
    ? (id: string) => {
        const deal = moving(board, stages, id);
        if (deal) ownStages(id).then((own) => ask({ ...deal, ...own }), tellProblem);
      }
    : undefined;
  const onKeyDown = useCardKeys(frame, onMove);
  const drop = useRef<(card: unknown, stage: unknown) => void>(undefined);
  useEffect(() => {
    drop.current = (card, stage) => {
      const to = stages.find((s) => s.id === stage);
      const deal = typeof card === 'string' ? moving(board, stages, card) : undefined;
      if (to && deal) move(deal, to);
    };
  });
  useEffect(
    () =>
      monitorForElements({
        onDragStart: () => setDragging(true),
        onDrop: ({ source, location }) => {
          setDragging(false);
          drop.current?.(source.data.card, location.current.dropTargets[0]?.data.stage);
        },
      }),
    [],
  );
  const open = board.columns.reduce((sum, c) => sum + c.count, 0);
  if (open === 0) {
    return (
      <>
        <Empty filtered={conditions(selection) > 0} />
        {dialog}
      </>
    );
  }
  const here = board.columns.find((c) => c.stage_id === picked) ?? fullest(board);
  const columns = phone && here ? [here] : board.columns;
  return (
    <>
      {!given(board.process_version) && <NoProcess />}
      {phone && here && (
        <Select
          className={css.picker ?? ''}
          label={m.board.column}
          allowDeselect={false}
          data={board.columns.map((c) => ({ value: c.stage_id, label: `${c.name} · ${count(c.count)}` }))}
          value={here.stage_id}
          onChange={setPicked}
        />
      )}
      <div ref={frame} className={css.board} role="group" aria-label={m.board.label} onKeyDown={onKeyDown}>
        {columns.map((column) => (
          <Column
            key={column.stage_id}
            column={column}
            place={placeOf(board, stages, column.stage_id)}
            currency={board.currency}
            selection={selection}
            takes={stages.some((s) => s.id === column.stage_id)}
            onMove={onMove}
          />
        ))}
      </div>
      {hasProcess && <CloseStrip stages={stages} shown={dragging} />}
      {dialog}
    </>
  );
}

/** The place of a stage in the process; without one, among the columns. */
function placeOf(board: Board, stages: Stage[], id: string): number {
  const place = stages.findIndex((s) => s.id === id);
  return place >= 0 ? place : board.columns.findIndex((c) => c.stage_id === id);
}

/** On a phone the first column shown is the first that holds deals. */
const fullest = (board: Board) => board.columns.find((c) => c.count > 0) ?? board.columns[0];

function moving(board: Board, stages: Stage[], id: string): Moving | undefined {
  for (const column of board.columns) {
    const card = column.cards.find((c) => c.id === id);
    if (card?.may_change !== true) continue;
    const from = stages.some((s) => s.id === column.stage_id) ? column.stage_id : null;
    return { id, name: card.name, version: card.version, from, stages };
  }
  return undefined;
}

const Empty = ({ filtered }: { filtered: boolean }) => (
  <EmptyState
    title={m.board.empty}
    picture={<BoardPicture />}
    action={
      !filtered && (
        <Button component={Link} to="/import">
          {m.list.toImport}
        </Button>
      )
    }
  >
    {filtered ? m.board.emptyFiltered : m.board.emptyHelp}
  </EmptyState>
);

const NoProcess = () => (
  <section className={css.notice}>
    <div>
      <h2>{m.board.noProcess}</h2>
      <p>{m.board.noProcessHelp}</p>
    </div>
    <Button component={Link} to="/define/propose">
      {m.board.propose}
    </Button>
  </section>
);
