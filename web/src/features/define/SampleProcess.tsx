import { stageColour } from '@/ui/stage';

const TALL = [88, 104, 72, 96];

/** How a process looks: columns with a head, lines of text and marks. */
export function SampleProcess() {
  return (
    <svg width={360} height={120} viewBox="0 0 360 120">
      {TALL.map((height, i) => (
        <g key={i} transform={`translate(${i * 90 + 4} 8)`}>
          <rect width={80} height={height} rx={4} fill="var(--surface)" stroke="var(--line-strong)" />
          <rect width={80} height={4} fill={stageColour(i)} />
          <rect x={8} y={14} width={48} height={6} rx={2} fill="var(--line-strong)" />
          <rect x={8} y={28} width={62} height={4} rx={2} fill="var(--line)" />
          <rect x={8} y={36} width={54} height={4} rx={2} fill="var(--line)" />
          <circle cx={12} cy={54} r={4} fill="var(--accent)" />
          <rect x={22} y={52} width={44} height={4} rx={2} fill="var(--line)" />
        </g>
      ))}
    </svg>
  );
}
