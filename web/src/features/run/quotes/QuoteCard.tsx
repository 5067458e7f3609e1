import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { BASE, type QuoteOfDeal } from '@/api';
import { useUser } from '@/app/session';
import { Lines } from '@/features/quote/Lines';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { price, rate } from '@/ui/price';
import { tell } from '@/ui/toast';
import { OpenObjections } from '../present/OpenObjections';
import { Decision } from './Decision';
import { History } from './History';
import { m } from './messages';
import { News } from './News';
import { useSend } from './queries';
import css from './Quotes.module.css';
import { Questions } from './Questions';
import { Withdraw } from './Withdraw';
import { canOf, mayDecide, saysOf } from './words';

interface Props {
  deal: string;
  quote: QuoteOfDeal;
  mayChange: boolean;
  onRewrite: () => void;
  onLink: (link: string) => void;
}

/** One quote: how it stands, what it comes to, what was said, what can be done. */
export function QuoteCard({ deal, quote: whole, mayChange, onRewrite, onLink }: Props) {
  const { quote, total, standing } = whole;
  const me = useUser();
  const send = useSend(deal, whole.id);
  const [withdrawing, { open, close }] = useDisclosure(false);
  const can = canOf(standing);
  const sendIt = () =>
    send.mutate(undefined, {
      onSuccess: ({ link, waits }) => {
        if (given(link)) onLink(link);
        if (given(waits)) tell(waits);
      },
    });
  return (
    <li className={css.quote}>
      <div className={css.top}>
        <h3>{m.number(quote.number, quote.version)}</h3>
        <span className={css.standing} data-standing={standing}>
          {m.standing[standing]}
        </span>
      </div>
      <p className={css.price}>
        <strong>{m.net(price(total.net_minor, total.currency))}</strong>
        <span>{total.discounted_minor === 0 ? m.atList : m.off(rate(total.discounted_percent))}</span>
        <span>{m.until(date(quote.valid_until))}</span>
      </p>
      <p className={css.says}>{saysOf(whole)}</p>
      <Decision key={quote.version} deal={deal} quote={whole} may={mayDecide(whole, me)} />
      <Questions deal={deal} quote={whole} mayAnswer={mayChange && can.answer} />
      {mayChange && can.send && <OpenObjections deal={deal} />}
      {mayChange && (can.send || can.rewrite || can.withdraw) && (
        <div className={css.acts}>
          {can.send && (
            <Button
              size="sm"
              variant={standing === 'draft' ? 'filled' : 'default'}
              loading={send.isPending}
              onClick={sendIt}
            >
              {standing === 'sent' ? m.sendAgain : m.send}
            </Button>
          )}
          {can.rewrite && (
            <Button size="sm" variant="default" onClick={onRewrite}>
              {m.again}
            </Button>
          )}
          {can.withdraw && (
            <Button size="sm" variant="default" onClick={open}>
              {m.withdraw}
            </Button>
          )}
        </div>
      )}
      {(whole.history.length > 1 || standing === 'accepted') && <History quote={whole} />}
      <div className={css.acts}>
        <Button
          size="compact-sm"
          variant="subtle"
          component="a"
          href={`${BASE}/deals/${deal}/quotes/${whole.id}/quote.pdf?version=${quote.version}`}
          target="_blank"
        >
          {m.pdf}
        </Button>
      </div>
      <details className={css.more}>
        <summary>{m.more}</summary>
        <Lines quote={quote} total={total} />
        {quote.terms && (
          <>
            <h4>{m.terms}</h4>
            <p className={css.terms}>{quote.terms}</p>
          </>
        )}
        <News news={whole.news} />
      </details>
      <Withdraw deal={deal} quote={whole} opened={withdrawing} onClose={close} />
    </li>
  );
}
