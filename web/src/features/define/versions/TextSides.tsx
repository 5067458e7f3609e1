import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { tomlLook } from '../tomlLook';
import css from './Versions.module.css';

interface Side {
  label: string;
  text: string;
}

interface Props {
  from: Side;
  to: Side;
  /** One text with what went and what came in it, where there is no room for two. */
  unified: boolean;
}

const gone = { background: 'color-mix(in srgb, var(--lost-soft) 60%, var(--surface))' };
const come = { background: 'var(--won-soft)' };

const changes = EditorView.theme({
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': gone,
  '&.cm-merge-b .cm-changedLine, .cm-changedLine, .cm-inlineChangedLine': come,
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText': {
    background: 'none',
    textDecoration: 'underline 2px var(--lost)',
  },
  '&.cm-merge-b .cm-changedText, .cm-changedText': { background: 'none', textDecoration: 'underline 2px var(--won)' },
  '.cm-deletedChunk': { paddingLeft: '6px' },
  '.cm-changeGutter': { width: '3px', paddingLeft: '1px' },
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': { background: 'var(--lost)' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--won)' },
  '.cm-collapsedLines': { padding: '4px 8px', color: 'var(--ink-soft)', background: 'var(--sunk)' },
  // The sign is in few fonts.
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '""' },
  // Both texts are scrolled together, by what is around them.
  '.cm-scroller': { maxHeight: 'none', overflow: 'visible' },
});

/** Lines around a change that are shown; longer runs of equal lines are folded. */
const FOLD = { margin: 3, minSize: 6 };

/** How long a finer comparison may take: a thousand lines in milliseconds, and never a stalled page. */
const EFFORT = { scanLimit: 20_000, timeout: 500 };

const read = (label: string): Extension => [
  tomlLook(label),
  changes,
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
];

/** Two texts of a process beside each other, with what differs marked. */
export function TextSides({ from, to, unified }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const view = unified ? one(place.current, from, to) : two(place.current, from, to);
    return () => view.destroy();
  }, [from, to, unified]);
  return <div ref={place} className={css.sides} />;
}

const two = (parent: HTMLElement, from: Side, to: Side) =>
  new MergeView({
    a: { doc: from.text, extensions: read(from.label) },
    b: { doc: to.text, extensions: read(to.label) },
    parent,
    collapseUnchanged: FOLD,
    diffConfig: EFFORT,
  });

const one = (parent: HTMLElement, from: Side, to: Side) =>
  new EditorView({
    doc: to.text,
    extensions: [
      read(to.label),
      unifiedMergeView({ original: from.text, mergeControls: false, collapseUnchanged: FOLD, diffConfig: EFFORT }),
    ],
    parent,
  });
