import { useEffect, useState } from 'react';
import { Loader } from '@mantine/core';
import css from './DropAnywhere.module.css';
import { m } from './messages';
import { useUpload } from './queries';

const bearsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files dropped anywhere on the page, and leads to what was recognised in them. */
export function DropAnywhere() {
  const { mutate, isPending } = useUpload();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!bearsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hold = (event: DragEvent) => {
      if (bearsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!bearsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) mutate(files);
    };
    document.addEventListener('dragenter', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('dragover', hold);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragenter', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('dragover', hold);
      document.removeEventListener('drop', drop);
    };
  }, [mutate]);
  if (isPending) {
    return (
      <div className={css.over} role="status">
        {m.uploading} <Loader type="dots" />
      </div>
    );
  }
  return over ? <div className={css.over}>{m.dropHere}</div> : null;
}
