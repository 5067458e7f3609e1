import { ActionIcon, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type ProductLine } from '@/api';
import { given } from '@/ui/given';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { m } from './messages';
import { useKeep } from './queries';
import { type Errors, errorsOf, productOf, type Typed, typedOf } from './typed';

interface Props {
  /** None: closed. Without a product: a new one. */
  form: { product: ProductLine | null } | null;
  /** Of the other products. */
  currency: string;
  onClose: () => void;
}

/** Adds a product, changes one, or takes over what a file says. */
export function ProductForm({ form, currency, onClose }: Props) {
  const name = form?.product?.name;
  return (
    <Modal opened={form !== null} onClose={onClose} size="lg" title={name ? m.form.edit(name) : m.form.add}>
      {form && <Form product={form.product} currency={currency} onClose={onClose} />}
    </Modal>
  );
}

function Form({ product, currency, onClose }: { product: ProductLine | null; currency: string; onClose: () => void }) {
  const keep = useKeep(product);
  const [typed, setTyped] = useState<Typed>(() => typedOf(product, currency));
  const [unread, setUnread] = useState<Errors>({});
  const problem = keep.isError ? asProblem(keep.error) : null;
  const errors: Errors = { ...(problem ? errorsOf(problem) : {}), ...unread };
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setUnread({});
  };
  const save = () => {
    const read = productOf(typed);
    if ('errors' in read) {
      setUnread(read.errors);
      return;
    }
    const done = () => {
      tell(m.form.saved(typed.name));
      onClose();
    };
    keep.mutate(read.product, { onSuccess: done });
  };
  const field = (name: 'name' | 'unit' | 'currency' | 'tax') => ({
    value: typed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        {product && <p style={{ margin: 0 }}>{given(product.id) ? m.form.later : m.form.take}</p>}
        <TextInput label={m.name} required maxLength={200} data-autofocus {...field('name')} />
        <Group grow align="flex-start">
          <TextInput label={m.unit} required inputMode="decimal" {...field('unit')} />
          <TextInput label={m.form.currency} description={m.form.currencyHelp} required {...field('currency')} />
        </Group>
        <TextInput label={`${m.tax} (%)`} description={m.form.taxHelp} inputMode="decimal" {...field('tax')} />
        <Tiers tiers={typed.tiers} error={errors.tiers} onChange={(tiers) => change({ tiers })} />
        {problem && Object.keys(errorsOf(problem)).length === 0 && <ProblemNote problem={problem} />}
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

type Tier = Typed['tiers'][number];

interface TiersProps {
  tiers: Tier[];
  error: string | undefined;
  onChange: (tiers: Tier[]) => void;
}

function Tiers({ tiers, error, onChange }: TiersProps) {
  const put = (next: Tier) => onChange(tiers.map((tier) => (tier.key === next.key ? next : tier)));
  const add = () => onChange([...tiers, { key: (tiers.at(-1)?.key ?? 0) + 1, from: '', unit: '' }]);
  return (
    <Stack gap="xs" role="group" aria-label={m.form.tiers}>
      {tiers.map((tier, at) => (
        <Group key={tier.key} align="flex-end" wrap="nowrap">
          <TextInput
            label={m.form.from}
            inputMode="decimal"
            value={tier.from}
            onChange={(event) => put({ ...tier, from: event.currentTarget.value })}
          />
          <TextInput
            label={m.form.tierPrice}
            inputMode="decimal"
            value={tier.unit}
            onChange={(event) => put({ ...tier, unit: event.currentTarget.value })}
          />
          <ActionIcon
            size={36}
            variant="subtle"
            c="var(--ink-soft)"
            aria-label={m.form.removeTier(at + 1)}
            onClick={() => onChange(tiers.filter((other) => other.key !== tier.key))}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      ))}
      {error !== undefined && (
        <p role="alert" className="small" style={{ margin: 0, color: 'var(--lost)' }}>
          {error}
        </p>
      )}
      <Button variant="subtle" w="fit-content" leftSection={<IconPlus size={16} />} onClick={add}>
        {m.form.tiers}
      </Button>
    </Stack>
  );
}
