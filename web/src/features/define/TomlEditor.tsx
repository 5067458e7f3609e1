import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { Finding } from '@/api';
import { tomlLook } from './tomlLook';

interface Props {
  label: string;
  value: string;
  readOnly: boolean;
  findings: readonly Finding[];
  /** Line to show, from 1; a new object shows it again. */
  goTo: { line: number } | null;
  onChange: (text: string) => void;
}

/** The text of a process with its lines, its colours and what the check found in it. */
export function TomlEditor({ label, value, readOnly, findings, goTo, onChange }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const report = useRef(onChange);
  const first = useRef(value);
  const firstReadOnly = useRef(readOnly);
  const locked = useRef(new Compartment());
  useEffect(() => {
    report.current = onChange;
  });
  useEffect(() => {
    if (!place.current) return;
    const state = EditorState.create({
      doc: first.current,
      extensions: [
        tomlLook(label),
        lintGutter(),
        history(),
        highlightActiveLine(),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        locked.current.of(EditorState.readOnly.of(firstReadOnly.current)),
        EditorView.updateListener.of((update) => {
          const typed = update.transactions.some((t) => t.docChanged && !t.isUserEvent('from.outside'));
          if (typed) report.current(update.state.doc.toString());
        }),
      ],
    });
    const made = new EditorView({ state, parent: place.current });
    view.current = made;
    return () => made.destroy();
  }, [label]);
  useEffect(() => {
    firstReadOnly.current = readOnly;
    view.current?.dispatch({ effects: locked.current.reconfigure(EditorState.readOnly.of(readOnly)) });
  }, [readOnly]);
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
  return findings.flatMap(({ line, column, level, message }) => {
    if (typeof line !== 'number' || line > doc.lines) return [];
    const { from, to } = doc.line(line);
    return [{ from: Math.min(to, from + Math.max(0, (column ?? 1) - 1)), to, severity: level, message }];
  });
}
