import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { m } from './messages';
import { useUndo } from './queries';

/** Takes an import back as a whole, after asking. */
export function UndoButton({ id, files }: { id: string; files: string[] }) {
  const [asked, { open, close }] = useDisclosure(false);
  const undo = useUndo();
  const go = () => undo.mutate(id, { onSettled: close });
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={open}>
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
