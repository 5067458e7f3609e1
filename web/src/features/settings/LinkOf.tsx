import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import { m } from './messages';

interface Props {
  says: string;
  name: string;
  /** Path of the link below the server's address. */
  path: string;
  onClose: () => void;
}

/** A link that signs somebody in once, to copy. */
export function LinkOf({ says, name, path, onClose }: Props) {
  const link = new URL(path, location.href).href;
  return (
    <Stack gap="sm">
      <p style={{ margin: 0 }}>
        <b>{says}.</b>
      </p>
      <TextInput
        label={m.add.link}
        description={m.add.linkHelp(name)}
        readOnly
        value={link}
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? m.add.copied : m.add.copy}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{m.add.close}</Button>
      </Group>
    </Stack>
  );
}
