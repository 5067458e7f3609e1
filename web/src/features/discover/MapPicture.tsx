/** A small map, to show what would be here. */
export function MapPicture() {
  const boxes: [number, number][] = [
    [8, 34],
    [88, 34],
    [168, 10],
    [168, 58],
  ];
  return (
    <svg width={232} height={96} viewBox="0 0 232 96" fill="none" stroke="currentColor" strokeWidth={2}>
      <path d="M64 48H88M144 44C156 44 156 24 168 24M144 52C156 52 156 72 168 72" />
      {boxes.map(([x, y]) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={56} height={28} rx={6} fill="var(--surface)" />
      ))}
    </svg>
  );
}
