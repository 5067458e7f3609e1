/** What a button of the toolbar puts into the text. */
export type Mark = 'bold' | 'italic' | 'heading' | 'list' | 'checklist' | 'table' | 'link';

/** A text with a selection from one place to another. */
export interface Selected {
  text: string;
  from: number;
  to: number;
}

const AROUND = { bold: ['**', '**'], italic: ['*', '*'], link: ['[', '](https://)'] } as const;
const BEFORE = { heading: '## ', list: '- ', checklist: '- [ ] ' } as const;

/** The text with a mark at the selection; `placeholder` stands where nothing is selected, and is selected then. */
export function marked({ text, from, to }: Selected, mark: Mark, placeholder: string): Selected {
  if (mark === 'table') return inserted({ text, from, to: from }, block(text, from, placeholder), 0, 0);
  if (mark === 'heading' || mark === 'list' || mark === 'checklist')
    return lines({ text, from, to }, mark, placeholder);
  const [open, close] = AROUND[mark];
  const inner = text.slice(from, to) || placeholder;
  return inserted({ text, from, to }, open + inner + close, open.length, inner.length);
}

/** Every line of the selection with the mark before it. */
function lines({ text, from, to }: Selected, mark: keyof typeof BEFORE, placeholder: string): Selected {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const whole = text.slice(start, to) || placeholder;
  const all = whole
    .split('\n')
    .map((line) => BEFORE[mark] + line)
    .join('\n');
  return inserted({ text, from: start, to }, all, BEFORE[mark].length, all.length - BEFORE[mark].length);
}

/** A piece with an empty line before and after it. */
function block(text: string, at: number, piece: string): string {
  const before = text.slice(0, at);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  return `${gap}${piece}\n\n`;
}

function inserted({ text, from, to }: Selected, piece: string, offset: number, length: number): Selected {
  const start = from + (length === 0 ? piece.length : offset);
  return { text: text.slice(0, from) + piece + text.slice(to), from: start, to: start + length };
}
