import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { toml } from '@codemirror/legacy-modes/mode/toml';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import type { Finding } from '@/api';

interface Props {
  label: string;
  value: string;
  readOnly: boolean;
  findings: readonly Finding[];
  /** Line to show, from 1; a new object shows it again. */
  goTo: { line: number } | null;
  onChange: (text: string) => void;
}

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

/** The text of a process with its lines, its colours and what the check found in it. */
export function TomlEditor({ label, value, readOnly, findings, goTo, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const report = useRef(onChange);
  const first = useRef(value);
  useEffect(() => {
    report.current = onChange;
  });
  useEffect(() => {
    if (!place.current) return;
    const state = EditorState.create({
      doc: first.current,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        highlightActiveLine(),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        StreamLanguage.define(toml),
        syntaxHighlighting(colours),
        look,
        EditorView.lineWrapping,
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          const typed = update.transactions.some((t) => t.docChanged && !t.isUserEvent('from.outside'));
          if (typed) report.current(update.state.doc.toString());
        }),
      ],
    });
    const made = new EditorView({ state, parent: place.current });
    view.current = made;
    return () => made.destroy();
  }, [label, readOnly]);
  useEffect(() => {
    const shown = view.current;
    first.current = value;
    if (!shown || shown.state.doc.toString() === value) return;
    const changes = { from: 0, to: shown.state.doc.length, insert: value };
    shown.dispatch({ changes, userEvent: 'from.outside' });
  }, [value]);
  useEffect(() => {
    const shown = view.current;
    if (shown) shown.dispatch(setDiagnostics(shown.state, diagnostics(findings, shown.state.doc)));
  }, [findings, value]);
  useEffect(() => {
    const shown = view.current;
    if (!shown || !goTo || goTo.line > shown.state.doc.lines) return;
    const { from } = shown.state.doc.line(goTo.line);
    shown.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    shown.focus();
  }, [goTo]);
  return <div ref={place} />;
}

function diagnostics(findings: readonly Finding[], doc: Text): Diagnostic[] {
  return findings.flatMap(({ line, level, message }) => {
    if (typeof line !== 'number' || line > doc.lines) return [];
    const { from, to } = doc.line(line);
    return [{ from, to, severity: level, message }];
  });
}
