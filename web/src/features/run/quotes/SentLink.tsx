import { Button, CopyButton, Group, Modal, Stack, TextInput } from '@mantine/core';
import { m } from './messages';

interface Props {
  /** None: closed. */
  made: { number: string; link: string } | null;
  onClose: () => void;
}

/** The link of a quote, to copy; it is shown this once, so a click beside it closes nothing. */
export function SentLink({ made, onClose }: Props) {
  return (
    <Modal
      opened={made !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      size="lg"
      title={made && m.link.title(made.number)}
    >
      {made && <Link link={new URL(made.link, location.href).href} onClose={onClose} />}
    </Modal>
  );
}

function Link({ link, onClose }: { link: string; onClose: () => void }) {
  return (
    <Stack gap="sm">
      <TextInput
        label={m.link.label}
        description={m.link.once}
        readOnly
        data-autofocus
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button variant={copied ? 'default' : 'filled'} onClick={copy}>
              {copied ? m.link.copied : m.link.copy}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {m.link.close}
        </Button>
      </Group>
    </Stack>
  );
}
