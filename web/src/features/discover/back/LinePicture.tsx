import { Shape } from './Shape';

/** Three small lines of time, to show what would be here. */
export function LinePicture() {
  const lines: [number, number][] = [
    [16, 200],
    [48, 140],
    [80, 224],
  ];
  return (
    <svg width={240} height={96} viewBox="0 0 240 96" stroke="currentColor">
      {lines.map(([y, end]) => (
        <g key={y}>
          <path d={`M8 ${y}H${end}`} strokeWidth={2} />
          <Shape channel="phone" side="rep" x={20} y={y} />
          <Shape channel="email" side="prospect" x={end / 2 - 10} y={y} />
          <Shape channel="meeting" side="prospect" x={end - 40} y={y} />
          <circle cx={end} cy={y} r={7} fill="var(--won)" stroke="none" />
        </g>
      ))}
    </svg>
  );
}
