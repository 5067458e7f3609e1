import { useState } from 'react';
import type { ContentUse } from '@/api';
import { EndingWords } from './EndingWords';
import { m } from './messages';
import { dealsWith, lastOf, usageOf } from './usage';
import css from './Use.module.css';

/** How a piece of content was used, and how those deals ended. */
export function ContentFigures({ use }: { use: ContentUse }) {
  const [now] = useState(Date.now);
  const usage = usageOf(use, now);
  const last = lastOf(use);
  return (
    <section className={css.panel} aria-label={m.title}>
      <h3>{m.title}</h3>
      {usage === 'never' ? (
        <p className={css.warn}>{m.neverSays}</p>
      ) : (
        <>
          <p>
            {m.used(dealsWith(use.endings), use.shared.times, use.viewed.times)}
            {last !== null && (
              <>
                ,{' '}
                <span className={usage === 'long' ? css.warn : undefined}>
                  {usage === 'long' ? m.notSince(last) : m.last(last)}
                </span>
              </>
            )}
            .
          </p>
          <EndingWords endings={use.endings} what="content" />
          <p className="soft small">
            {m.comparedContent} {m.caveat}
          </p>
        </>
      )}
    </section>
  );
}
