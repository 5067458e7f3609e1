import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { QuoteOfDeal } from '@/api';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useDecide } from './queries';
import css from './Quotes.module.css';
import type { May } from './words';

interface Props {
  deal: string;
  quote: QuoteOfDeal;
  may: May;
}

/** Where an owner or manager decides on a discount that somebody else asked for. */
export function Decision({ deal, quote, may }: Props) {
  const decide = useDecide(deal, quote.id);
  const [note, setNote] = useState('');
  if (may === 'nothing') return null;
  if (may === 'own') return <p className="soft small">{m.decide.yours}</p>;
  const go = (granted: boolean) =>
    decide.mutate({ granted, note }, { onSuccess: () => tell(granted ? m.decide.granted : m.decide.refusedDone) });
  return (
    <div className={css.decide}>
      {may === 'refuse' && <p className="soft small">{m.decide.needsOwner}</p>}
      <Textarea
        label={m.decide.note}
        autosize
        minRows={1}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group>
        {may === 'both' && (
          <Button size="sm" loading={decide.isPending} onClick={() => go(true)}>
            {m.decide.grant}
          </Button>
        )}
        <Button size="sm" variant="default" disabled={decide.isPending} onClick={() => go(false)}>
          {m.decide.refuse}
        </Button>
      </Group>
    </div>
  );
}
