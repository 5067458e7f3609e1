import type { ReactNode } from 'react';
import css from './After.module.css';

interface Props {
  id: string;
  title: string;
  /** Beside the heading. */
  mark?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of the page of a deal under its heading. */
export const Part = ({ id, title, mark, actions, children }: Props) => (
  <section className={css.part} aria-labelledby={id}>
    <header className={css.head}>
      <h2 id={id}>
        {title} {mark}
      </h2>
      {actions}
    </header>
    {children}
  </section>
);

/** How good a standing is. */
export type Tone = 'good' | 'look' | 'bad' | 'plain';

/** A standing in a word or two. */
export const Mark = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span
    className={css.mark}
    data-good={tone === 'good' || undefined}
    data-look={tone === 'look' || undefined}
    data-bad={tone === 'bad' || undefined}
  >
    {children}
  </span>
);
