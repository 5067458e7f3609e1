import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { Button, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Board, BoardCard, Stage } from '@/api';
import { useMay } from '@/app/session';
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
import { useDensity } from './board/density';
import { DensitySwitch } from './board/DensitySwitch';
import { useCardKeys } from './board/useCardKeys';
import { useMovedCard } from './board/useMovedCard';
import { m } from './messages';
import { NewDealButton } from './NewDeal';
import { ProcessPick } from './ProcessPick';
import { boardQuery, CARD_SORTS, type CardSort, useOwnStages } from './queries';
import { RunTabs } from './RunTabs';
import { type Moving, useMoves } from './useMoves';
import { ViewMenu } from './views/ViewMenu';
import { useOpened } from './views/useOpened';
import { useWord } from './views/useWord';

/** Open deals by stage, to be moved. */
export function BoardPage() {
  const [selection] = useSelection();
  const which = useWhich();
  const query = useQuery(boardQuery(selection, which));
  const process = useQuery(currentQuery(which));
  const board = query.data;
  const phone = useMediaQuery(PHONE);
  const opening = useOpened('board');
  const [sort, setSort] = useWord('sort');
  const order = CARD_SORTS.find((s) => s === sort) ?? 'age';
  return (
    <>
      <PageHead title={m.title} says={board && says(board, phone)} actions={<NewDealButton />} />
      <RunTabs />
      <div className={css.tools}>
        <ProcessPick here={process.data?.saved?.process.id} />
        <ViewMenu page="board" sort={sort} columns={[]} />
        <FilterBar search />
        <Select
          size="sm"
          w={170}
          aria-label={m.board.sort}
          allowDeselect={false}
          data={CARD_SORTS.map((value) => ({ value, label: m.board.sorts[value] }))}
          value={order}
          onChange={(next) => setSort(next === 'age' ? '' : (next ?? ''))}
        />
        <DensitySwitch />
      </div>
      {board && board.unconverted.length > 0 && (
        <p className="soft small">{m.board.left(board.unconverted.map((u) => u.currency).join(', '))}</p>
      )}
      {!opening && (
        <Loaded query={query} skeleton={<BoardSkeleton />}>
          {(shown) => (
            <Columns
              board={shown}
              stages={process.data?.saved?.process.stages ?? []}
              selection={selection}
              which={which}
              sort={order}
            />
          )}
        </Loaded>
      )}
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
  sort: CardSort;
}

function Columns({ board, stages, selection, which, sort }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const phone = useMediaQuery(PHONE);
  const [picked, setPicked] = useState<string | null>(null);
  const [dragging, setDragging] = useState(false);
  const [density] = useDensity();
  const mayAdd = useMay('owner', 'manager', 'rep');
  const ownStages = useOwnStages();
  const showMoved = useMovedCard(selection, which);
  const cards = useRef(new Map<string, { card: BoardCard; stage: string }>());
  const { move, ask, dialog } = useMoves({
    before: ({ deal, to }) => {
      const seen = cards.current.get(deal.id);
      return seen && showMoved({ ...seen.card, version: deal.version }, deal.from ?? seen.stage, to.id);
    },
  });
  const hasProcess = given(board.process_version) && stages.length > 0;
  const moving = (card: BoardCard, stage: string): Moving => {
    cards.current.set(card.id, { card, stage });
    const from = stages.some((s) => s.id === stage) ? stage : null;
    return { id: card.id, name: card.name, version: card.version, from, stages };
  };
  const onMove = hasProcess
    ? (card: BoardCard, stage: string) => {
        const deal = moving(card, stage);
        ownStages(card.id).then((own) => ask({ ...deal, ...own }), tellProblem);
      }
    : undefined;
  const onKeyDown = useCardKeys(frame);
  const drop = useRef<(data: Record<string, unknown>, stage: unknown) => void>(undefined);
  useEffect(() => {
    drop.current = (data, stage) => {
      const to = stages.find((s) => s.id === stage);
      if (to && isDragged(data)) move(moving(data.card, data.stage), to);
    };
  });
  useEffect(
    () =>
      monitorForElements({
        onDragStart: () => setDragging(true),
        onDrop: ({ source, location }) => {
          setDragging(false);
          drop.current?.(source.data, location.current.dropTargets[0]?.data.stage);
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
            look={{ selection, which, currency: board.currency, sort, density }}
            mayAdd={mayAdd}
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

/** Whether what is dragged is a card of this board. */
const isDragged = (data: Record<string, unknown>): data is { card: BoardCard; stage: string } =>
  typeof data.stage === 'string' && typeof data.card === 'object' && data.card !== null && 'may_change' in data.card;

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
