import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Deal, DealCommission as Commission, CommissionDealShare } from '@/api';
import { kept } from '@/ui/format';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { price } from '@/ui/price';
import { TextSkeleton } from '@/ui/Skeletons';
import css from '../Commission.module.css';
import { periodWords } from '../periods';
import { percentOf } from '../plans/typed';
import { dealCommissionQuery } from '../queries';
import { CorrectForm } from './CorrectForm';
import { m } from './messages';
import { SplitForm } from './SplitForm';

/** Who gets what for a deal that was won. */
export function DealCommission({ deal, className }: { deal: Deal; className?: string | undefined }) {
  const query = useQuery(dealCommissionQuery(deal.id));
  const [open, setOpen] = useState<'split' | 'correct' | null>(null);
  const leads = query.data?.may_change ?? false;
  const counted = query.data?.plans ?? false;
  return (
    <section className={className} aria-labelledby="commission">
      <h2 id="commission">{m.title}</h2>
      <Loaded query={query} skeleton={<TextSkeleton lines={3} />}>
        {(commission) => (
          <>
            <Told commission={commission} />
            {counted && leads && (
              <Group gap="xs">
                <Button size="compact-sm" variant="default" onClick={() => setOpen('split')}>
                  {m.split.go}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setOpen('correct')}>
                  {m.correct.go}
                </Button>
              </Group>
            )}
            <SplitForm opened={open === 'split'} deal={deal} commission={commission} onClose={() => setOpen(null)} />
            <CorrectForm
              opened={open === 'correct'}
              deal={deal}
              commission={commission}
              onClose={() => setOpen(null)}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Told({ commission }: { commission: Commission }) {
  const { price: counted, shares, corrections, held, plans, may_change: leads } = commission;
  if (!plans) {
    return (
      <p className="soft">
        {m.noPlan} {leads && <Link to="/commission">{m.makeOne}</Link>}
      </p>
    );
  }
  return (
    <>
      {given(held) && <p className={css.note}>{held}</p>}
      {counted && (
        <p className="soft" style={{ margin: 0 }}>
          {m.price(price(counted.minor, counted.currency), commission.quote ?? null)}
        </p>
      )}
      <ul className={css.shares}>
        {shares.map((share) => (
          <li key={share.person}>
            <Share share={share} whole={shares.length === 1} />
          </li>
        ))}
      </ul>
      {corrections.length > 0 && (
        <>
          <p className="soft" style={{ margin: 0 }}>
            {m.corrections}
          </p>
          <ul className={css.shares}>
            {corrections.map(({ person, currency, line }, at) => (
              <li key={at}>{m.corrected(person, price(line.amount_minor, currency), line.reason)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Share({ share, whole }: { share: CommissionDealShare; whole: boolean }) {
  const { person, amount, period, says } = share;
  return (
    <>
      <div className={css.share}>
        <span>
          {person}
          {!whole && <span className="soft"> · {m.share(percentOf(share.share))}</span>}
          {given(period) && <span className="soft"> · {periodWords(period)}</span>}
        </span>
        {given(amount) ? (
          <b>{price(amount.minor, amount.currency)}</b>
        ) : (
          <span className="soft">{given(period) ? m.hidden : m.none}</span>
        )}
      </div>
      {given(says) && (
        <details>
          <summary>{m.how}</summary>
          <p className="small" style={{ margin: 0 }}>
            {kept(says)}
          </p>
        </details>
      )}
    </>
  );
}
