import { ActionIcon, SegmentedControl, Slider } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { MapView, Outcome, Replay } from '@/api';
import { date } from '@/ui/format';
import { m } from './messages';
import css from './Player.module.css';
import { boxesOf, type Line, type Lines, type Token, tokensAt } from './tokens';

interface Props {
  map: MapView;
  replay: Replay;
  /** The element that is drawn on. */
  canvas: RefObject<HTMLCanvasElement | null>;
  zoom: number;
}

/** Seconds that the whole time is played in. */
const LENGTHS = ['15', '30', '60', '120'] as const;

/** Plays deals over time: a token a deal, along the lines of the map. */
export function Player({ map, replay, canvas, zoom }: Props) {
  const still = useReducedMotion();
  const [at, setAt] = useState(0);
  const [plays, setPlays] = useState(false);
  const [length, setLength] = useState<string>('60');
  const lines = useMemo(() => linesOf(map), [map]);
  const boxes = useMemo(() => boxesOf(map, replay), [map, replay]);
  const tokens = useMemo(() => tokensAt(replay, map, boxes, lines, at), [replay, map, boxes, lines, at]);
  const running = plays && !still;
  const before = useRef(0);

  useEffect(() => {
    if (canvas.current) draw(canvas.current, tokens, map, zoom);
  }, [canvas, tokens, map, zoom]);

  useEffect(() => {
    if (!running) return;
    before.current = performance.now();
    const pace = replay.seconds / (Number(length) * 1_000);
    const frame = (now: number) => {
      const passed = now - before.current;
      before.current = now;
      setAt((t) => Math.min(replay.seconds, t + passed * pace));
      asked = requestAnimationFrame(frame);
    };
    let asked = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(asked);
  }, [running, replay.seconds, length]);

  const ended = at >= replay.seconds;
  const toggle = () => {
    if (ended) setAt(0);
    setPlays(ended || !plays);
  };
  const now = replay.from ? new Date(Date.parse(replay.from) + at * 1_000).toISOString() : null;
  return (
    <div className={css.player}>
      {!still && (
        <ActionIcon
          variant="filled"
          size="lg"
          onClick={toggle}
          aria-label={running && !ended ? m.play.pause : m.play.play}
        >
          {running && !ended ? <IconPlayerPause size={18} /> : <IconPlayerPlay size={18} />}
        </ActionIcon>
      )}
      <Slider
        className={css.time ?? ''}
        min={0}
        max={Math.max(1, replay.seconds)}
        step={Math.max(1, Math.floor(replay.seconds / 1_000))}
        value={at}
        onChange={setAt}
        label={null}
        thumbLabel={`${m.play.time}: ${date(now)}`}
      />
      <output className={css.date}>{date(now)}</output>
      <span className="small soft tabular">{m.play.now(tokens.length)}</span>
      {!still && (
        <SegmentedControl
          size="xs"
          aria-label={m.play.speed}
          value={length}
          onChange={setLength}
          data={LENGTHS.map((value) => ({ value, label: m.play.seconds(Number(value)) }))}
        />
      )}
      <p className="small soft">
        <Key outcome="won" />
        <Key outcome="lost" />
        <Key outcome="open" />
        {m.play.sample(replay.deals.length, replay.of)} {replay.undated > 0 && m.play.undated(replay.undated)}{' '}
        {still && m.play.still}
      </p>
    </div>
  );
}

function Key({ outcome }: { outcome: Outcome }) {
  return (
    <span className={css.key} data-outcome={outcome}>
      <span aria-hidden>●</span> {outcome}
    </span>
  );
}

/** Points on each line, 32 pieces of equal length. */
function linesOf(map: MapView): Lines {
  const lines = new Map<string, Line>();
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const edge of map.edges) {
    path.setAttribute('d', edge.path);
    const length = path.getTotalLength();
    const points = Array.from({ length: 33 }, (_, i) => path.getPointAtLength((length * i) / 32));
    lines.set(
      `${edge.from}-${edge.to}`,
      points.map((p) => [p.x, p.y] as const),
    );
  }
  return lines;
}

const RADIUS = 4.5;

/** Deals that wait at one box stand beside one another. */
function spread(i: number): readonly [number, number] {
  const turn = i * 2.399_963;
  const far = Math.min(40, 2.2 * Math.sqrt(i));
  return [Math.cos(turn) * far * 1.6, Math.sin(turn) * Math.min(far, 18)];
}

function draw(canvas: HTMLCanvasElement, tokens: readonly Token[], map: MapView, zoom: number): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const scale = Math.min(window.devicePixelRatio, 4_096 / Math.max(map.width * zoom, map.height * zoom, 1));
  const [width, height] = [Math.round(map.width * zoom * scale), Math.round(map.height * zoom * scale)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  pen.setTransform(zoom * scale, 0, 0, zoom * scale, 0, 0);
  pen.clearRect(0, 0, map.width, map.height);
  const style = getComputedStyle(canvas);
  const colour = (outcome: Outcome) => style.getPropertyValue(`--${outcome}`);
  const paint = { won: colour('won'), lost: colour('lost'), open: colour('open') };
  pen.strokeStyle = style.getPropertyValue('--surface');
  pen.lineWidth = 1;
  const waiting = new Map<string, number>();
  for (const { x, y, outcome } of tokens) {
    const place = `${Math.round(x)} ${Math.round(y)}`;
    const n = waiting.get(place) ?? 0;
    waiting.set(place, n + 1);
    const [dx, dy] = spread(n);
    pen.fillStyle = paint[outcome];
    pen.beginPath();
    pen.arc(x + dx, y + dy, RADIUS, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
}
