import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BuyInGap, Deal, QuoteOfDeal } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import { QuoteCard } from './QuoteCard';
import { quotesQuery } from './queries';
import css from './Quotes.module.css';
import { SentLink } from './SentLink';
import { canOf } from './words';
import { WriteQuote, type Writing } from './WriteQuote';

interface Props {
  deal: Deal;
  mayChange: boolean;
  /** Of those who decide, whose word is not certain. */
  gaps: BuyInGap[];
}

/** A link that was made just now, which is shown this once. */
interface Made {
  number: string;
  link: string;
}

/** The quotes of a deal: how each stands, what the prospect did, and what can be done. */
export function Quotes({ deal, mayChange, gaps }: Props) {
  const query = useQuery(quotesQuery(deal.id));
  const [writing, setWriting] = useState<Writing | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  return (
    <section className={css.part} aria-labelledby="quotes">
      <header className={css.head}>
        <h2 id="quotes">{m.title}</h2>
        {mayChange && (
          <Button variant="default" size="sm" onClick={() => setWriting({ quote: null })}>
            {m.write}
          </Button>
        )}
      </header>
      <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
        {(quotes: QuoteOfDeal[]) =>
          quotes.length === 0 ? (
            <p className="soft">{mayChange ? m.none : m.noneRead}</p>
          ) : (
            <>
              {mayChange && gaps.length > 0 && quotes.some((quote) => canOf(quote.standing).send) && (
                <p className="soft small">{m.gaps(gaps.map((gap) => gap.says).join(' '))}</p>
              )}
              <ul className={css.list}>
                {quotes.toReversed().map((quote) => (
                  <QuoteCard
                    key={quote.id}
                    deal={deal.id}
                    quote={quote}
                    mayChange={mayChange}
                    onRewrite={() => setWriting({ quote })}
                    onLink={(link) => setMade({ number: quote.quote.number, link })}
                  />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      <WriteQuote deal={deal.id} writing={writing} onClose={() => setWriting(null)} />
      <SentLink made={made} onClose={() => setMade(null)} />
    </section>
  );
}
