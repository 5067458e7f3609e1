import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { MoveAsked } from '@/api';
import { useUser } from '@/app/session';
import { given } from '@/ui/given';
import { tell } from '@/ui/toast';
import css from './After.module.css';
import { m } from './messages';
import { useDecideMove, useWithdrawMove } from './queries';

interface Props {
  deal: string;
  asked: MoveAsked;
  mayChange: boolean;
}

/** A move that waits for somebody else's approval: what is not met, why it should move, and where it is decided. */
export function AskedMove({ deal, asked, mayChange }: Props) {
  const me = useUser();
  const decide = useDecideMove(deal);
  const withdraw = useWithdrawMove(deal);
  const [note, setNote] = useState('');
  const own = given(asked.user) ? asked.user === me?.id : asked.by === me?.name;
  const decides = !own && (me?.role === 'owner' || me?.role === 'manager');
  const go = (granted: boolean) =>
    decide.mutate({ granted, note }, { onSuccess: () => tell(granted ? m.asked.granted : m.asked.refused) });
  return (
    <section className={css.asked} aria-labelledby="asked-move">
      <h2 id="asked-move">{m.asked.title(asked.by ?? '', asked.to_name)}</h2>
      <p>“{asked.reason}”</p>
      <p className={css.about}>{m.asked.unmet}</p>
      <ul>
        {asked.unmet.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      {decides ? (
        <>
          <Textarea
            label={m.asked.note}
            autosize
            minRows={1}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className={css.acts} style={{ marginTop: 8 }}>
            <Button size="sm" loading={decide.isPending} onClick={() => go(true)}>
              {m.asked.grant}
            </Button>
            <Button size="sm" variant="default" disabled={decide.isPending} onClick={() => go(false)}>
              {m.asked.refuse}
            </Button>
          </div>
        </>
      ) : (
        <p>{own ? m.asked.own : m.asked.other}</p>
      )}
      {(own || mayChange) && !decides && (
        <Button size="sm" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {m.asked.back}
        </Button>
      )}
    </section>
  );
}
