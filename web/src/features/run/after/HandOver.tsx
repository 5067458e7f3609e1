import { Button, Checkbox, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { AfterView, HandoverOfDeal } from '@/api';
import { ago, date } from '@/ui/format';
import { given } from '@/ui/given';
import { tell } from '@/ui/toast';
import css from './After.module.css';
import { m } from './messages';
import { OfferForm } from './OfferForm';
import { Mark, Part, type Tone } from './Part';
import { useDecideHandover, useTickItem } from './queries';

const TONES: Record<HandoverOfDeal['standing'], Tone> = { offered: 'look', accepted: 'good', returned: 'bad' };

interface Props {
  deal: string;
  after: AfterView;
}

/** What is handed over, to whom, and whether they take it. */
export function HandOver({ deal, after }: Props) {
  const tick = useTickItem(deal);
  const [offering, { open, close }] = useDisclosure(false);
  const { handover, items, may_change: may, may_decide: decides } = after;
  const offered = handover?.standing === 'offered';
  const mayTick = may || decides;
  return (
    <Part
      id="handover"
      title={m.hand.title}
      mark={given(handover) && <Mark tone={TONES[handover.standing]}>{m.hand.standing[handover.standing]}</Mark>}
      actions={
        may &&
        !offered && (
          <Button size="sm" variant={given(handover) ? 'default' : 'filled'} onClick={open}>
            {given(handover) ? m.hand.again : m.hand.offer}
          </Button>
        )
      }
    >
      {given(handover) && <Standing handover={handover} />}
      {items.length === 0 ? (
        <p className="soft">{m.hand.none}</p>
      ) : (
        <>
          <p className="soft">{m.hand.says(after.handover_to)}</p>
          <ul className={css.list}>
            {items.map((item) => (
              <li key={item.says}>
                <Checkbox
                  label={item.says}
                  disabled={!mayTick}
                  checked={tick.isPending && tick.variables.item === item.says ? tick.variables.done : item.done}
                  onChange={(event) => tick.mutate({ item: item.says, done: event.currentTarget.checked })}
                />
                {item.done && given(item.by) && <span className={css.about}>{m.hand.by(item.by)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {decides && <Decision deal={deal} />}
      <OfferForm deal={deal} after={after} opened={offering} onClose={close} />
    </Part>
  );
}

function Standing({ handover }: { handover: HandoverOfDeal }) {
  const { standing, to, offered_by: by, offered, decided, decided_by: decider, reason, note } = handover;
  const says =
    standing === 'offered'
      ? m.hand.waits(to, by ?? '', ago(offered))
      : standing === 'accepted'
        ? m.hand.accepted(to, date(decided))
        : m.hand.returned(decider ?? to, reason);
  return (
    <>
      <p>{says}</p>
      {note !== '' && standing !== 'returned' && <p className={css.about}>{note}</p>}
    </>
  );
}

/** Where the receiver accepts, or returns it with what they need. */
function Decision({ deal }: { deal: string }) {
  const decide = useDecideHandover(deal);
  const [reason, setReason] = useState('');
  const go = (accepted: boolean) =>
    decide.mutate(
      { accepted, reason },
      { onSuccess: () => tell(accepted ? m.hand.acceptedDone : m.hand.returnedDone) },
    );
  return (
    <div className={css.asked}>
      <Textarea
        label={m.hand.why}
        autosize
        minRows={1}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={css.acts} style={{ marginTop: 8 }}>
        <Button size="sm" loading={decide.isPending} onClick={() => go(true)}>
          {m.hand.accept}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={decide.isPending || reason.trim() === ''}
          onClick={() => go(false)}
        >
          {m.hand.return}
        </Button>
      </div>
    </div>
  );
}
