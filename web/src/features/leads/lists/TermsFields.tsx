import { Group, Stack, Textarea, TextInput } from '@mantine/core';
import { m } from './messages';
import type { Errors, Typed } from './terms';

interface Props {
  typed: Typed;
  errors: Errors;
  /** The source stays as it is: its leads bear it. */
  fixedSource?: boolean;
  onChange: (typed: Typed) => void;
}

/** What is known of a list: source, price, licence. */
export function TermsFields({ typed, errors, fixedSource = false, onChange }: Props) {
  const field = (name: keyof Typed) => ({
    value: typed[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <Stack gap="sm">
      <TextInput
        label={m.terms.source}
        description={m.terms.sourceHelp}
        required
        maxLength={200}
        disabled={fixedSource}
        {...field('source')}
      />
      <Group grow align="flex-start">
        <TextInput label={m.terms.price} inputMode="decimal" {...field('price')} />
        <TextInput label={m.terms.currency} placeholder={m.terms.currencyHelp} maxLength={3} {...field('currency')} />
        <TextInput label={m.terms.bought} type="date" {...field('bought')} />
      </Group>
      <Textarea
        label={m.terms.licence}
        description={m.terms.licenceHelp}
        autosize
        minRows={2}
        maxLength={4000}
        {...field('licence')}
      />
      <Group grow align="flex-end">
        <TextInput label={m.terms.until} description={m.terms.untilHelp} type="date" {...field('until')} />
      </Group>
      <TextInput label={m.terms.campaign} maxLength={200} {...field('campaign')} />
    </Stack>
  );
}
