import { Button, FileButton, Modal } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { asProblem } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { FindingList } from './FindingNotes';
import { m } from './messages';
import { useSaveFile } from './queries';

/** Makes the first version of a `process.toml` that somebody has. */
export function BringFile() {
  const save = useSaveFile((saved) => tell(m.save.saved(saved.version)));
  const problem = save.isError ? asProblem(save.error) : null;
  return (
    <>
      <FileButton onChange={(file) => file && save.mutate(file)} accept=".toml,text/plain,application/toml">
        {(props) => (
          <Button variant="default" leftSection={<IconUpload size={16} />} loading={save.isPending} {...props}>
            {m.empty.upload}
          </Button>
        )}
      </FileButton>
      <Modal opened={problem !== null} onClose={save.reset} title={m.empty.upload} size="lg">
        {problem && (
          <>
            <ProblemNote problem={problem} />
            {problem.findings && problem.findings.length > 0 && (
              <FindingList findings={problem.findings} checking={false} />
            )}
          </>
        )}
      </Modal>
    </>
  );
}
