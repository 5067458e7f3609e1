import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { kept } from './format';
import css from './PageHead.module.css';

interface Props {
  title: string;
  /** One sentence that says what the page shows. */
  says?: ReactNode;
  /** The one main action first, then others. */
  actions?: ReactNode;
}

/** The head of a page; also names the window. */
export function PageHead({ title, says, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · Stagecraft`;
  }, [title]);
  return (
    <header className={css.head}>
      <div className={css.words}>
        <h1>{title}</h1>
        {says !== undefined && <p>{says}</p>}
      </div>
      {actions !== undefined && <div className={css.actions}>{actions}</div>}
    </header>
  );
}

/** A part of a page under its own heading. */
export function Section({ title, says, actions, children }: Props & { children?: ReactNode }) {
  return (
    <section className={css.section}>
      <header className={css.head}>
        <div className={css.words}>
          <h2>{title}</h2>
          {says !== undefined && <p>{typeof says === 'string' ? kept(says) : says}</p>}
        </div>
        {actions !== undefined && <div className={css.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
