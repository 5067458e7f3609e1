import { Button, FileButton, Group, Modal, TextInput } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type ProcessName } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { LONGEST } from '../file';
import { FindingList } from '../FindingNotes';
import css from './Begin.module.css';
import { m } from './messages';
import { useBegin } from './queries';

/** Begins a process with a `process.toml` that somebody has. */
export function BringFile({ others }: { others: readonly ProcessName[] }) {
  const begin = useBegin();
  const [toml, setToml] = useState('');
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const problem = begin.isError ? asProblem(begin.error) : null;
  const bring = async (file: File | null) => {
    if (!file) return;
    if (file.size > LONGEST) {
      tell(m.file.tooLong);
      return;
    }
    const text = await file.text();
    setToml(text);
    begin.mutate({ toml: text });
  };
  const named = { ...(id === '' ? {} : { id }), ...(name === '' ? {} : { name }) };
  return (
    <>
      <FileButton onChange={(file) => void bring(file)} accept=".toml,text/plain,application/toml">
        {(props) => (
          <Button variant="default" leftSection={<IconUpload size={16} />} loading={begin.isPending} {...props}>
            {m.file.go}
          </Button>
        )}
      </FileButton>
      <Modal opened={problem !== null} onClose={begin.reset} title={m.file.go} size="lg">
        {problem && (
          <>
            <ProblemNote problem={problem} />
            {problem.findings && problem.findings.length > 0 && (
              <FindingList findings={problem.findings} checking={false} />
            )}
            {problem.status === 409 && others.length > 0 && (
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  begin.mutate({ toml, ...named });
                }}
              >
                <div className={css.form}>
                  <TextInput
                    label={m.name}
                    placeholder={m.asInFile}
                    value={name}
                    onChange={(event) => setName(event.currentTarget.value)}
                  />
                  <TextInput
                    label={m.id}
                    description={m.idHelp}
                    required
                    value={id}
                    onChange={(event) => setId(event.currentTarget.value)}
                  />
                </div>
                <Group justify="flex-end">
                  <Button type="submit">{m.file.retry}</Button>
                </Group>
              </form>
            )}
          </>
        )}
      </Modal>
    </>
  );
}
