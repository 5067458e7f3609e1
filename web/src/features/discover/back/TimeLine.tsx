import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { useState } from 'react';
import type { Channel, LookBackDeal } from '@/api';
import { shownName } from '../activity';
import { stageColour, stageLetter } from '@/ui/stage';
import { useWidth } from '@/ui/useWidth';
import { DealLine, ROW } from './DealLine';
import { type Align, layOut, stepsOf } from './line';
import { m } from './messages';
import { CHANNELS, ShapeMark } from './Shape';
import { StepStrip } from './StepStrip';
import css from './TimeLine.module.css';

const AXIS = 44;
const SIDE = 12;

/** Room for the letters of the last deal's stages. */
const FOOT = 8;

/** Height beyond which the lines scroll under their axis. */
const MOST = 640;

interface Props {
  deals: LookBackDeal[];
  /** All stages in order, so that each keeps its colour. */
  stages: string[];
  align: Align;
  /** Long gaps drawn short. */
  short?: boolean;
  label: string;
}

/** Deals on one common line of time: stages as bands, touchpoints as marks, the steps of the one pointed at below. */
export function TimeLine({ deals, stages, align, short = false, label }: Props) {
  const { ref, width } = useWidth();
  const [chosen, setChosen] = useState<string | null>(null);
  const { laid, from, to } = layOut(deals, align, short);
  const scale = scaleLinear({ domain: [from, to], range: [SIDE, width - SIDE] });
  const height = deals.length * ROW + FOOT;
  const pointed = deals.find((d) => d.id === chosen);
  return (
    <div ref={ref} className={css.whole}>
      <div className={css.lines} style={{ maxHeight: MOST }} tabIndex={height > MOST ? 0 : undefined}>
        <svg width={width} height={height} role="group" aria-label={label} className={css.svg}>
          {laid.map((line, i) => (
            <DealLine
              key={line.deal.id}
              line={line}
              y={i * ROW}
              x={(day) => scale(line.at(day))}
              width={width}
              side={SIDE}
              stages={stages}
              chosen={line.deal.id === chosen}
              onChoose={() => setChosen(line.deal.id)}
            />
          ))}
        </svg>
      </div>
      <svg width={width} height={AXIS} aria-hidden className={css.svg}>
        <AxisBottom
          scale={scale}
          numTicks={Math.max(3, Math.floor(width / 110))}
          stroke="var(--line-strong)"
          tickStroke="var(--line-strong)"
          hideTicks={short}
          tickFormat={(v) => (short ? '' : `${Math.abs(Number(v))}`)}
          tickLabelProps={{ fill: 'var(--ink-soft)', fontSize: 12 }}
          label={short ? m.line.axisShort : align === 'start' ? m.line.axisStart : m.line.axisClose}
          labelProps={{ fill: 'var(--ink-soft)', fontSize: 12, textAnchor: 'middle' }}
        />
      </svg>
      <Key deals={deals} stages={stages} />
      {pointed ? <StepStrip deal={pointed} steps={stepsOf(pointed)} /> : <p className={css.hint}>{m.line.hint}</p>}
    </div>
  );
}

/** What shapes, fills and colours mean; only what is there. */
function Key({ deals, stages }: { deals: LookBackDeal[]; stages: string[] }) {
  const touches = deals.flatMap((d) => d.marks.filter((k) => k.kind === 'activity'));
  const used = new Set<Channel>(touches.map((k) => k.channel ?? 'other'));
  const there = new Set(deals.flatMap((d) => (d.stages ?? []).map((s) => s.stage)));
  return (
    <div className={css.keys}>
      {used.size > 0 && (
        <ul className={css.key}>
          {CHANNELS.filter((c) => used.has(c)).map((c) => (
            <li key={c}>
              <ShapeMark channel={c} side="rep" /> {m.channel[c]}
            </li>
          ))}
          <li>
            <ShapeMark channel="phone" side="prospect" /> {m.line.theirs}
          </li>
          <li>
            <ShapeMark channel="phone" side="rep" /> {m.line.ours}
          </li>
        </ul>
      )}
      {there.size > 0 && (
        <ul className={css.key}>
          {stages.map(
            (stage, i) =>
              there.has(stage) && (
                <li key={stage}>
                  <b style={{ color: stageColour(i) }}>{stageLetter(i)}</b> {shownName(stage)}
                </li>
              ),
          )}
        </ul>
      )}
    </div>
  );
}
