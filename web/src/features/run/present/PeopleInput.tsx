import { TagsInput } from '@mantine/core';

interface Props {
  label: string;
  description?: string;
  /** Names to choose from. */
  known: readonly string[];
  value: string[];
  error?: string | undefined;
  onChange: (names: string[]) => void;
}

/** Names of people: chosen, or typed. */
export function PeopleInput({ known, ...props }: Props) {
  return (
    <TagsInput
      {...props}
      data={[...new Set(known.filter((name) => name !== ''))]}
      maxTags={40}
      clearable
      acceptValueOnBlur
    />
  );
}
