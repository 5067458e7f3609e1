import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import css from './Files.module.css';
import { m } from './messages';

interface Props {
  /** What the button says. */
  choose: string;
  disabled: boolean;
  onFiles: (files: File[]) => void;
}

const bearsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes a file by dropping it or by a button. What is dropped here is for here, not for an import. */
export function DropZone({ choose, disabled, onFiles }: Props) {
  const [over, setOver] = useState(false);
  const reset = useRef<() => void>(null);
  // A browser does not tell of a file that is chosen a second time.
  const choice = (file: File | null) => {
    if (file === null) return;
    onFiles([file]);
    reset.current?.();
  };
  const take = (event: DragEvent) => {
    if (!bearsFiles(event)) return false;
    event.stopPropagation();
    event.preventDefault();
    return true;
  };
  return (
    <div
      className={css.zone}
      data-over={over || undefined}
      onDragEnter={(event) => take(event) && setOver(true)}
      onDragOver={take}
      onDragLeave={(event) => {
        if (!take(event)) return;
        const { relatedTarget: to, currentTarget: zone } = event;
        setOver(to instanceof Node && zone.contains(to));
      }}
      onDrop={(event) => {
        if (!take(event)) return;
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (!disabled && files.length > 0) onFiles(files);
      }}
    >
      <IconUpload size={20} stroke={1.5} aria-hidden />
      <span>{m.drop}</span>
      <FileButton onChange={choice} resetRef={reset} disabled={disabled}>
        {(props) => (
          <Button {...props} size="sm" variant="default" disabled={disabled}>
            {choose}
          </Button>
        )}
      </FileButton>
      <span className="soft small">{m.limit}</span>
    </div>
  );
}
