import { Button, CopyButton, Group, Modal, Stack, TextInput } from '@mantine/core';
import { m } from './messages';

interface Props {
  /** None: closed. */
  link: string | null;
  onClose: () => void;
}

/** The link of a delivery, to copy; it is shown this once, so a click beside it closes nothing. */
export function LinkDialog({ link, onClose }: Props) {
  const words = m.delivery.link;
  const whole = link === null ? '' : new URL(link, location.href).href;
  return (
    <Modal opened={link !== null} onClose={onClose} closeOnClickOutside={false} size="lg" title={words.title}>
      <Stack gap="sm">
        <TextInput
          label={words.label}
          description={words.help}
          readOnly
          data-autofocus
          value={whole}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="flex-end">
          <CopyButton value={whole}>
            {({ copied, copy }) => (
              <Button variant={copied ? 'default' : 'filled'} onClick={copy}>
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
