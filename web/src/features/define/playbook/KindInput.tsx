import { Autocomplete } from '@mantine/core';
import { useState } from 'react';

interface Props {
  label: string;
  help?: string;
  /** The usual ones. */
  kinds: readonly string[];
  kind: string;
  onChange: (kind: string) => void;
}

/** A kind from a list, or one of the team's own. Taken over when it is chosen or left: what is grouped by it would jump while one types. */
export function KindInput({ label, help, kinds, kind, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string) => {
    setTyped(null);
    if (text.trim() !== '' && text.trim() !== kind) onChange(text.trim());
  };
  return (
    <Autocomplete
      size="sm"
      label={label}
      {...(help !== undefined && { description: help })}
      inputWrapperOrder={['label', 'input', 'description']}
      data={[...new Set(kinds)]}
      value={typed ?? kind}
      onChange={setTyped}
      onOptionSubmit={take}
      onBlur={() => typed !== null && take(typed)}
    />
  );
}
