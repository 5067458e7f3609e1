/** A board as it would look. */
export const BoardPicture = () => (
  <svg width="168" height="96" viewBox="0 0 168 96" fill="none" stroke="currentColor" strokeWidth="1.5">
    {[3, 2, 1].map((cards, column) => (
      <g key={column}>
        <path d={`M ${column * 58 + 2} 8 h 48`} strokeWidth="3" />
        {Array.from({ length: cards }, (_, i) => (
          <rect key={i} x={column * 58 + 2} y={18 + i * 26} width="48" height="20" rx="4" />
        ))}
      </g>
    ))}
  </svg>
);
