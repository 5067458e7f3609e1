import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import type { Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { fontSize: '14px', border: '1px solid var(--line-strong)', borderRadius: '6px', background: 'var(--surface)' },
  '.cm-content': { fontFamily: 'var(--mantine-font-family-monospace)', caretColor: 'var(--ink)' },
  '.cm-gutters': { background: 'var(--sunk)', color: 'var(--ink-soft)', border: '0' },
  '.cm-activeLine': { background: 'color-mix(in srgb, var(--sunk) 60%, transparent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--accent-soft)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip': { background: 'var(--surface)', border: '1px solid var(--line-strong)', color: 'var(--ink)' },
  '.cm-scroller': { maxHeight: '70vh', overflow: 'auto' },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.atom, color: 'var(--stage-5)' },
  { tag: tags.string, color: 'var(--stage-3)' },
  { tag: tags.number, color: 'var(--stage-6)' },
  { tag: tags.comment, color: 'var(--ink-soft)', fontStyle: 'italic' },
  { tag: tags.bracket, color: 'var(--ink-soft)' },
]);

/** How the text of a process looks wherever it is shown. */
export const tomlLook = (label: string): Extension => [
  lineNumbers(),
  StreamLanguage.define(toml),
  syntaxHighlighting(colours),
  look,
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
];
