import { ActionIcon, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type PriceListLine } from '@/api';
import { amountText, minorOf } from '@/ui/price';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { productsQuery } from '../products/queries';
import { m } from './messages';
import { useKeepList } from './queries';

interface Props {
  /** None: closed. Without a list: a new one. */
  form: { list: PriceListLine | null } | null;
  onClose: () => void;
}

/** Adds a price list, or changes one. */
export const PriceListForm = ({ form, onClose }: Props) => (
  <Modal
    opened={form !== null}
    onClose={onClose}
    closeOnClickOutside={false}
    size="lg"
    title={form?.list ? m.edit(form.list.name) : m.add}
  >
    {form && <Form list={form.list} onClose={onClose} />}
  </Modal>
);

type Texts = Record<'name' | 'currency' | 'segment' | 'territory' | 'from' | 'until', string>;

const textsOf = (list: PriceListLine | null): Texts => ({
  name: list?.name ?? '',
  currency: list?.currency ?? '',
  segment: list?.segment ?? '',
  territory: list?.territory ?? '',
  from: list?.from ?? '',
  until: list?.until ?? '',
});

function Form({ list, onClose }: { list: PriceListLine | null; onClose: () => void }) {
  const keep = useKeepList();
  const [texts, setTexts] = useState(() => textsOf(list));
  const [prices, setPrices] = useState(() =>
    (list?.prices ?? []).map((price, key) => ({ key, ...price, text: amountText(price.unit_minor) })),
  );
  const [unread, setUnread] = useState(false);
  const products = useQuery(productsQuery).data ?? [];
  const problem = keep.isError ? asProblem(keep.error) : null;
  const wrong = (field: string) => problem?.errors?.find((e) => e.field === field)?.message;
  const field = (name: keyof Texts) => ({
    value: texts[name],
    error: wrong(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      setTexts({ ...texts, [name]: event.currentTarget.value }),
  });
  const save = () => {
    const read = prices.flatMap(({ product, text, tiers }) => {
      const unit_minor = minorOf(text);
      return unit_minor === null ? [] : [{ product, unit_minor, tiers: tiers ?? [] }];
    });
    setUnread(read.length < prices.length);
    if (read.length < prices.length) return;
    const { from, until, ...words } = texts;
    const days = { from: from === '' ? null : from, until: until === '' ? null : until };
    keep.mutate(
      { of: list, list: { ...words, ...days, prices: read } },
      {
        onSuccess: () => {
          tell(m.form.saved(texts.name));
          onClose();
        },
      },
    );
  };
  const change = (key: number, part: { product?: string; text?: string }) =>
    setPrices(prices.map((price) => (price.key === key ? { ...price, ...part } : price)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <TextInput label={m.name} required maxLength={200} data-autofocus {...field('name')} />
        <TextInput
          label={m.currency}
          description={m.form.currencyHelp}
          required
          maxLength={3}
          placeholder="EUR"
          {...field('currency')}
        />
        <Group grow align="flex-start">
          <TextInput label={m.form.segment} maxLength={200} {...field('segment')} />
          <TextInput label={m.form.territory} maxLength={200} {...field('territory')} />
        </Group>
        <Group grow align="flex-start">
          <TextInput type="date" label={m.form.from} {...field('from')} />
          <TextInput type="date" label={m.form.until} {...field('until')} />
        </Group>
        {prices.map((price, at) => (
          <Group key={price.key} align="flex-end" wrap="nowrap" gap="xs">
            <Select
              style={{ flex: 2 }}
              label={m.form.product}
              searchable
              required
              data={[...new Set([...products.map((p) => p.name), price.product])].filter((name) => name !== '')}
              value={price.product === '' ? null : price.product}
              error={wrong(`prices.${at}.product`)}
              onChange={(product) => change(price.key, { product: product ?? '' })}
            />
            <TextInput
              style={{ flex: 1 }}
              label={m.form.price}
              required
              inputMode="decimal"
              value={price.text}
              error={
                wrong(`prices.${at}.unit_minor`) ?? (unread && minorOf(price.text) === null ? m.form.amount : null)
              }
              onChange={(event) => change(price.key, { text: event.currentTarget.value })}
            />
            <ActionIcon
              size={36}
              variant="subtle"
              c="var(--ink-soft)"
              aria-label={m.form.drop(price.product)}
              onClick={() => setPrices(prices.filter((other) => other.key !== price.key))}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          size="compact-md"
          w="fit-content"
          leftSection={<IconPlus size={16} />}
          onClick={() =>
            setPrices([
              ...prices,
              { key: Math.max(-1, ...prices.map((p) => p.key)) + 1, product: '', unit_minor: 0, text: '' },
            ])
          }
        >
          {m.form.another}
        </Button>
        {problem && (problem.errors ?? []).length === 0 && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {m.form.cancel}
          </Button>
          <Button type="submit" loading={keep.isPending}>
            {m.form.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
