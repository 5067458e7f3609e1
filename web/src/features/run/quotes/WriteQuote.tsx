import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { QuoteOfDeal } from '@/api';
import { priceListsQuery } from '@/features/settings/prices/queries';
import { productsQuery } from '@/features/settings/products/queries';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import { QuoteForm } from './QuoteForm';

/** What is written: a new quote, or one anew. */
export interface Writing {
  quote: QuoteOfDeal | null;
}

interface Props {
  deal: string;
  /** None: closed. */
  writing: Writing | null;
  onClose: () => void;
}

/** Writes a quote from the catalogue, or a new version of one. A click beside it loses nothing. */
export function WriteQuote({ deal, writing, onClose }: Props) {
  const products = useQuery({ ...productsQuery, enabled: writing !== null });
  const lists = useQuery({ ...priceListsQuery, enabled: writing !== null });
  const quote = writing?.quote?.quote;
  return (
    <Modal
      opened={writing !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      size={900}
      title={quote ? m.form.anew(quote.number, quote.version + 1) : m.form.title}
    >
      {writing && !lists.isPending && (
        <Loaded query={products} skeleton={<TextSkeleton lines={8} />}>
          {(catalogue) =>
            catalogue.length === 0 ? (
              <EmptyState
                title={m.form.empty}
                action={
                  <Button component={Link} to="/settings/prices">
                    {m.form.toSettings}
                  </Button>
                }
              >
                {m.form.emptySays}
              </EmptyState>
            ) : (
              <QuoteForm
                deal={deal}
                quote={writing.quote}
                products={catalogue}
                lists={lists.data?.filter((list) => list.valid) ?? []}
                onClose={onClose}
              />
            )
          }
        </Loaded>
      )}
    </Modal>
  );
}
