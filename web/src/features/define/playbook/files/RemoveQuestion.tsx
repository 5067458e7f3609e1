import { Button, Group, Modal } from '@mantine/core';
import { asProblem, type LibraryFile, ProblemError } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import css from './Files.module.css';
import { m } from './messages';
import { useRemoving } from './queries';

interface Props {
  file: LibraryFile | null;
  /** Other content that names it. */
  also: string[];
  onClose: () => void;
  onRemoved: () => void;
}

/** Asks before a file is deleted for everybody. */
export function RemoveQuestion({ file, also, onClose, onRemoved }: Props) {
  const removing = useRemoving();
  const close = () => {
    removing.reset();
    onClose();
  };
  const remove = (file: LibraryFile) =>
    removing.mutate(file, {
      onSuccess: () => {
        onRemoved();
        close();
      },
    });
  const stale = removing.error instanceof ProblemError && removing.error.is('stale');
  return (
    <Modal opened={file !== null} onClose={close} title={m.removeTitle(file?.name ?? '')}>
      {file && (
        <>
          <p className={css.first}>{m.removeSays}</p>
          {also.length > 0 && <p>{m.namedBy(also)}</p>}
          {stale && <p role="alert">{m.gone}</p>}
          {removing.isError && !stale && <ProblemNote problem={asProblem(removing.error)} />}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={close}>
              {m.keep}
            </Button>
            {!stale && (
              <Button color="red" loading={removing.isPending} onClick={() => remove(file)}>
                {m.removeGo}
              </Button>
            )}
          </Group>
        </>
      )}
    </Modal>
  );
}
