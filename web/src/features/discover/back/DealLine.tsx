import { Link } from '@tanstack/react-router';
import type { Band, LookBackDeal, Mark } from '@/api';
import { date, days, shortDays } from '@/ui/format';
import { stageColour, stageLetter } from '@/ui/stage';
import { shownName } from '../activity';
import { closeDay, type Laid, lastDay, titleOf } from './line';
import { m } from './messages';
import { Shape } from './Shape';
import css from './TimeLine.module.css';

/** Height of one deal. */
export const ROW = 52;

const BAND = 22;

interface Props {
  line: Laid;
  y: number;
  /** Place of a day of the deal. */
  x: (day: number) => number;
  width: number;
  side: number;
  stages: string[];
  chosen: boolean;
  onChoose: () => void;
}

/** One deal: its name and whole time, below them its stages as bands and its touchpoints as marks. */
export function DealLine({ line: { deal, cuts }, y, x, width, side, stages, chosen, onChoose }: Props) {
  const says = m.line.row(titleOf(deal), days(deal.days), date(deal.closed));
  const middle = y + 34;
  return (
    <Link
      to="/deals/$deal"
      params={{ deal: deal.id }}
      aria-label={says}
      className={css.row}
      data-chosen={chosen || undefined}
      onPointerEnter={(event) => event.pointerType !== 'touch' && onChoose()}
      onFocus={onChoose}
      onClick={(event) => {
        // A finger cannot point first: the deal's steps come up, with the link to it.
        if (!isTouch(event.nativeEvent)) return;
        event.preventDefault();
        onChoose();
      }}
    >
      <rect x={1} y={y + 1} width={width - 2} height={ROW - 2} rx={4} fill="transparent" />
      <text x={side} y={y + 17} fontSize={14} fill="var(--ink)">
        <tspan fontWeight={600}>{short(titleOf(deal), width > 560 ? 48 : 26)}</tspan>
        {width > 560 && (
          <tspan dx={8} fill="var(--ink-soft)">
            {[deal.owner, deal.team, deal.product].filter(Boolean).join(' · ')}
          </tspan>
        )}
      </text>
      <text x={width - side} y={y + 17} fontSize={14} fill="var(--ink)" textAnchor="end">
        {shortDays(deal.days)}
      </text>
      <line x1={x(0)} x2={x(lastDay(deal))} y1={middle} y2={middle} stroke="var(--line-strong)" strokeWidth={2} />
      {(deal.stages ?? []).map((band, i) => (
        <StageBand key={i} band={band} x={x} y={middle - BAND / 2} place={stages.indexOf(band.stage)} />
      ))}
      {cuts.map(({ from, to }) => (
        <g key={from}>
          <title>{m.line.gap(days(to - from))}</title>
          <path
            d={`M${(x(from) + x(to)) / 2 - 4},${middle + 9}l4,-18m3,18l4,-18`}
            stroke="var(--ink)"
            strokeWidth={1.5}
            fill="none"
          />
          <text x={(x(from) + x(to)) / 2 + 2} y={middle + 17} fontSize={10} fill="var(--ink-soft)" textAnchor="middle">
            {shortDays(to - from)}
          </text>
        </g>
      ))}
      {deal.marks.map((mark, i) => (
        <Dot key={i} mark={mark} before={deal.marks[i - 1]} x={x(mark.day)} y={middle} />
      ))}
      {!deal.marks.some((k) => k.kind === 'won' || k.kind === 'lost') && (
        <Close won={deal.outcome === 'won'} x={x(closeDay(deal))} y={middle} says={says} />
      )}
    </Link>
  );
}

const isTouch = (event: MouseEvent): boolean => event instanceof PointerEvent && event.pointerType === 'touch';

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function StageBand({ band, x, y, place }: { band: Band; x: (day: number) => number; y: number; place: number }) {
  const [from, to] = [x(band.from_day), x(band.to_day)];
  const wide = to - from;
  return (
    <g>
      <title>{m.line.stage(shownName(band.stage), days(band.to_day - band.from_day))}</title>
      <rect x={from} y={y} width={Math.max(1, wide)} height={BAND} fill={stageColour(place)} opacity={0.22} />
      <rect x={from} y={y + BAND - 2} width={Math.max(1, wide)} height={2} fill={stageColour(place)} />
      {wide > 16 && (
        <text x={from + 3} y={y + BAND + 9} fontSize={10} fontWeight={700} fill={stageColour(place)}>
          {stageLetter(place)}
        </text>
      )}
    </g>
  );
}

/** A touchpoint or the close; entering a stage is the beginning of a band. */
function Dot({ mark, before, x, y }: { mark: Mark; before: Mark | undefined; x: number; y: number }) {
  const named = m.line.mark(shownName(mark.activity), m.by[mark.side], shortDays(mark.day));
  const says = before
    ? `${named}, ${m.line.since(shortDays(mark.day - before.day), shownName(before.activity))}`
    : named;
  if (mark.kind === 'stage') return null;
  if (mark.kind === 'won' || mark.kind === 'lost') return <Close won={mark.kind === 'won'} x={x} y={y} says={says} />;
  return (
    <Shape channel={mark.channel} side={mark.side} x={x} y={y}>
      <title>{says}</title>
    </Shape>
  );
}

function Close({ won, x, y, says }: { won: boolean; x: number; y: number; says: string }) {
  return (
    <g>
      <title>{says}</title>
      <circle cx={x} cy={y} r={8} fill={won ? 'var(--won)' : 'var(--lost)'} />
      <path
        d={won ? `M${x - 4},${y}l3,3l5,-6` : `M${x - 3},${y - 3}l6,6m0,-6l-6,6`}
        stroke="var(--surface)"
        strokeWidth={2}
        fill="none"
      />
    </g>
  );
}

/** A deal's link in a table. */
export const ToDeal = ({ deal }: { deal: LookBackDeal }) => (
  <Link to="/deals/$deal" params={{ deal: deal.id }} className="quiet-link">
    {titleOf(deal)}
  </Link>
);
