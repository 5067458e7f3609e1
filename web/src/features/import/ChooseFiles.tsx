import { Button, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { asProblem } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import css from './ChooseFiles.module.css';
import { m } from './messages';
import { useUpload } from './queries';

/** Takes one or several files that belong together. */
export function ChooseFiles() {
  const upload = useUpload(true);
  return (
    <>
      <div className={css.place}>
        <IconUpload size={28} stroke={1.5} aria-hidden />
        <p>
          {m.drop}{' '}
          <FileButton multiple onChange={(files) => files.length > 0 && upload.mutate(files)}>
            {(props) => (
              <Button {...props} loading={upload.isPending} ml="sm">
                {m.choose}
              </Button>
            )}
          </FileButton>
        </p>
        <ul className={css.kinds} aria-label={m.kindsTitle}>
          {m.kinds.map((kind) => (
            <li key={kind}>{kind}</li>
          ))}
        </ul>
        <p className="soft small">{m.together}</p>
      </div>
      {upload.isError && <ProblemNote problem={asProblem(upload.error)} />}
    </>
  );
}
