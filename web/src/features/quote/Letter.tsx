import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PublicQuote } from '@/api';
import { date } from '@/ui/format';
import { Actions } from './Actions';
import { Lines } from './Lines';
import { m } from './messages';
import css from './Quote.module.css';
import { SavePdf } from './SavePdf';
import { standingOf, useOf } from './state';
import { Talk } from './Talk';

interface Props {
  token: string;
  offer: PublicQuote;
}

/** A quote as a letter: who, what, how much, on which terms, what was said, what can be done. */
export function Letter({ token, offer }: Props) {
  const { quote, total } = offer;
  const use = useOf(offer);
  // The version that the reader began with; another one is announced.
  const [first] = useState(quote.version);
  const top = useRef<HTMLDivElement>(null);
  const notice = use === 'decide' ? (quote.version === first ? null : m.changed(quote.version)) : standingOf(offer);
  useEffect(() => {
    if (notice !== null) top.current?.scrollIntoView({ block: 'nearest' });
  }, [notice]);
  return (
    <article className={css.letter}>
      <header className={css.head}>
        {offer.company !== '' && <p className={css.company}>{offer.company}</p>}
        <h1>{m.heading}</h1>
        <p>
          {m.number(quote.number, quote.version)}
          {offer.sent_by && ` · ${m.sentBy(offer.sent_by)}`}
        </p>
        {use !== 'nothing' && (
          <p className={css.days}>
            {m.issued(date(quote.issued))} · <strong>{m.valid(date(quote.valid_until))}</strong>
          </p>
        )}
      </header>
      <div ref={top} role="status" aria-live="polite">
        {notice !== null && (
          <div className={css.notice} data-standing={offer.standing}>
            <strong>{notice}</strong>
            {use !== 'decide' && <span>{m.standing[offer.standing].says}</span>}
          </div>
        )}
      </div>
      {use !== 'nothing' && (
        <>
          <Lines quote={quote} total={total} />
          {quote.terms && (
            <section>
              <h2>{m.terms}</h2>
              <p className={css.terms}>{quote.terms}</p>
            </section>
          )}
        </>
      )}
      {offer.talk.length > 0 && (
        <section>
          <h2>{m.talk.title}</h2>
          <Talk talk={offer.talk} />
        </section>
      )}
      {use === 'decide' && <Actions token={token} offer={offer} />}
      {use !== 'nothing' && (
        <p className={css.tools}>
          <SavePdf token={token} name={quote.number} />{' '}
          <Button variant="default" onClick={() => window.print()}>
            {m.print}
          </Button>
        </p>
      )}
    </article>
  );
}
