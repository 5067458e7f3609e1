import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { price } from '@/ui/price';
import { m } from './messages';
import { quotesQuery } from './queries';

interface Props {
  deal: string;
  quote: string;
  onGoOn: (version: number) => void;
}

/** Says that somebody else wrote a version in between, which one, and how to go on with one's own. */
export function Stale({ deal, quote, onGoOn }: Props) {
  const now = useQuery(quotesQuery(deal)).data?.find((q) => q.id === quote);
  const last = now?.history.at(-1);
  return (
    <Alert role="alert" variant="default" title={m.form.stale}>
      <p style={{ margin: '0 0 8px' }}>
        {m.form.staleSays}{' '}
        {last && (
          <>
            {m.history.version(last.version)}, {price(last.net_minor, last.currency)}. {last.changed ?? m.history.same}.
          </>
        )}
      </p>
      {now && (
        <Button size="sm" variant="default" onClick={() => onGoOn(now.quote.version)}>
          {m.form.staleGo}
        </Button>
      )}
    </Alert>
  );
}
