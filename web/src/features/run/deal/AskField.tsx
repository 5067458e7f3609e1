import { Autocomplete, Textarea } from '@mantine/core';
import { m } from './messages';
import { found, headed, type Offer } from './offers';

/** What a form may ask of a touchpoint, in the order of the form. */
export const ASKS = ['tag', 'role', 'content', 'objection', 'answer', 'note'] as const;
export type Ask = (typeof ASKS)[number];

/** Letters that a phone shows of a field; words that are longer stand above it too. */
const SEEN = 36;

interface Props {
  ask: Ask;
  offers: readonly Offer[];
  /** The words that stand in it. */
  value: string;
  onChange: (value: string) => void;
}

/** One thing that the form asks for: chosen of what is offered, or in words of one's own. */
export function AskField({ ask, offers, value, onChange }: Props) {
  const label = m.touch.asks[ask];
  if (ask === 'note') {
    const set = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
    return <Textarea label={label} rows={3} maxLength={4000} value={value} onChange={set} />;
  }
  const groups = headed(found(offers, value));
  const [alone] = groups;
  const chosen = offers.find((o) => o.words === value);
  const data = groups.length === 1 && alone?.group === '' ? alone.items : groups;
  return (
    <Autocomplete
      label={label}
      description={chosen !== undefined && chosen.words.length > SEEN ? chosen.words : m.touch.asksHelp[ask]}
      maxLength={4000}
      data={data}
      // What is offered is chosen already.
      filter={({ options }) => options}
      maxDropdownHeight={320}
      value={value}
      onChange={onChange}
    />
  );
}
