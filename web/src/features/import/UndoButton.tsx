import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { m } from './messages';
import { useUndo } from './queries';

interface Props {
  id: string;
  files: string[];
  size?: 'sm' | 'compact-sm';
}

/** Takes an import back as a whole, after asking. */
export function UndoButton({ id, files, size = 'compact-sm' }: Props) {
  const [asked, { open, close }] = useDisclosure(false);
  const undo = useUndo();
  const go = () => undo.mutate(id, { onSettled: close });
  return (
    <>
      <Button size={size} variant="default" onClick={open}>
        {m.undo}
      </Button>
      <Modal opened={asked} onClose={close} title={m.undoTitle}>
        <p style={{ marginTop: 0 }}>{m.undoSays(files.join(', '))}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {m.keep}
          </Button>
          <Button color="red" loading={undo.isPending} onClick={go}>
            {m.undoGo}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
