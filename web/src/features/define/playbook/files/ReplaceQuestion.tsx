import { Button, Group, Modal } from '@mantine/core';
import type { LibraryFile } from '@/api';
import { bytes } from '@/ui/format';
import css from './Files.module.css';
import { m } from './messages';

/** A file that bears the name of one that is there. */
export interface Asked {
  file: File;
  there: LibraryFile;
  /** Somebody else brought it in the meantime. */
  faster: boolean;
}

interface Props {
  asked: Asked | null;
  /** Other content that names it. */
  also: string[];
  onReplace: (file: File, seen: number) => void;
  onUse: (name: string) => void;
  onClose: () => void;
}

/** Asks before a file takes the place of another. */
export function ReplaceQuestion({ asked, also, onReplace, onUse, onClose }: Props) {
  return (
    <Modal opened={asked !== null} onClose={onClose} title={m.replaceTitle(asked?.file.name ?? '')}>
      {asked && (
        <>
          {asked.faster && <p className={css.first}>{m.faster}</p>}
          <dl className={css.sides}>
            <dt>{m.there}</dt>
            <dd>{m.facts(asked.there.size, asked.there.by ?? null, asked.there.at)}</dd>
            <dt>{m.yours}</dt>
            <dd>{bytes(asked.file.size)}</dd>
          </dl>
          {also.length > 0 && <p>{m.namedBy(also)}</p>}
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => onUse(asked.there.name)}>
              {m.useThere}
            </Button>
            <Button onClick={() => onReplace(asked.file, asked.there.version)}>{m.replaceGo}</Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
