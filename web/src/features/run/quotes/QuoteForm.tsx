import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type PriceListLine, type ProductLine, type QuoteOfDeal } from '@/api';
import { listed, listOf } from '@/features/settings/prices/listed';
import { m as priceWords } from '@/features/settings/prices/messages';
import { price, rate } from '@/ui/price';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { DiscountInput } from './DiscountInput';
import { begun, type Draft, emptyLine, type DraftLine, type Errors, errorsOf, hasPlace, offerOf } from './draft';
import css from './Form.module.css';
import { LineRow } from './LineRow';
import { m } from './messages';
import { preview } from './preview';
import { isStale, useWrite } from './queries';
import { Stale } from './Stale';

interface Props {
  deal: string;
  /** Whose next version is written; none: a new quote. */
  quote: QuoteOfDeal | null;
  products: ProductLine[];
  /** Price lists that hold today. */
  lists: PriceListLine[];
  onClose: () => void;
}

const words = priceWords.quote;

/** Lines, discounts, validity, terms; what the server cannot take is told at the field. */
export function QuoteForm({ deal, quote, products, lists, onClose }: Props) {
  const [listId, setListId] = useState(() => listOf(quote, products, lists)?.id ?? null);
  const catalogue = listed(
    products,
    lists.find((list) => list.id === listId),
  );
  const [draft, setDraft] = useState<Draft>(() => begun(quote, new Date().toISOString().slice(0, 10)));
  const [seen, setSeen] = useState(quote?.quote.version ?? 0);
  const [unread, setUnread] = useState<Errors>({});
  const write = useWrite(deal, quote?.id ?? null);
  const stale = isStale(write.error);
  const problem = write.isError && !stale ? asProblem(write.error) : null;
  const errors: Errors = { ...(problem ? errorsOf(problem) : {}), ...unread };
  const read = offerOf(draft, seen);
  const sum = 'offer' in read ? preview(read.offer, catalogue) : null;
  const currency = sum?.currency ?? catalogue.find((p) => p.name === draft.lines[0]?.product)?.unit.currency ?? '';
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    setUnread({});
    if (problem) write.reset();
  };
  const changeLine = (next: DraftLine) =>
    change({ lines: draft.lines.map((line) => (line.key === next.key ? next : line)) });
  const save = () => {
    if ('errors' in read) {
      setUnread(read.errors);
      return;
    }
    write.mutate(
      { ...read.offer, ...(listId === null ? {} : { price_list: listId }) },
      {
        onSuccess: (saved) => {
          tell(m.form.saved(saved.quote.number));
          onClose();
        },
      },
    );
  };
  const placed = problem?.errors?.every((e) => hasPlace(Object.keys(errorsOf({ ...problem, errors: [e] }))[0] ?? ''));
  return (
    <form
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {quote && <p className="soft">{m.form.anewSays}</p>}
      {lists.length > 0 && (
        <Select
          w="fit-content"
          label={words.label}
          allowDeselect={false}
          data={[{ value: '', label: words.none }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]}
          value={listId ?? ''}
          error={errors.price_list}
          onChange={(next) => setListId(next === null || next === '' ? null : next)}
        />
      )}
      <ol className={css.lines}>
        {draft.lines.map((line, at) => (
          <LineRow
            key={line.key}
            line={line}
            at={at}
            catalogue={catalogue}
            errors={errors}
            first={at === 0}
            onChange={changeLine}
            onRemove={
              draft.lines.length > 1
                ? () => change({ lines: draft.lines.filter((other) => other.key !== line.key) })
                : undefined
            }
          />
        ))}
      </ol>
      <Button
        variant="subtle"
        size="compact-md"
        w="fit-content"
        leftSection={<IconPlus size={16} />}
        onClick={() =>
          change({ lines: [...draft.lines, emptyLine(Math.max(...draft.lines.map((line) => line.key)) + 1)] })
        }
      >
        {m.form.add}
      </Button>
      <div className={css.whole}>
        <DiscountInput
          label={m.form.whole}
          description={m.form.wholeHelp}
          value={draft.discount}
          currency={currency}
          error={errors.discount}
          onChange={(discount) => change({ discount })}
        />
        <TextInput
          type="date"
          label={m.form.until}
          description={m.form.untilHelp}
          value={draft.until}
          error={errors.valid_until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={m.form.terms}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={20_000}
        value={draft.terms}
        error={errors.terms}
        onChange={(event) => change({ terms: event.currentTarget.value })}
      />
      <p className={css.sum} role="status">
        {sum ? (
          <>
            <span>{m.form.preview}</span> <strong>{price(sum.netMinor, sum.currency)}</strong>
            <span className="soft small">{m.form.previewSays(rate(sum.off))}</span>
          </>
        ) : (
          <span className="soft">{m.form.previewNone}</span>
        )}
      </p>
      {stale && quote && (
        <Stale
          deal={deal}
          quote={quote.id}
          onGoOn={(version) => {
            setSeen(version);
            write.reset();
          }}
        />
      )}
      {problem && !(placed && problem.errors?.length) && <ProblemNote problem={problem} />}
      <Group justify="space-between">
        <span className="soft small">{m.form.saveSays}</span>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            {m.form.cancel}
          </Button>
          <Button type="submit" loading={write.isPending} disabled={stale}>
            {m.form.save}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
