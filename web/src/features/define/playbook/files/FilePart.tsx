import { Alert, Button, Group, NativeSelect } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Content, type LibraryFile, ProblemError } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { DropZone } from './DropZone';
import css from './Files.module.css';
import { alsoNaming, fileNamed, refusal } from './files';
import { m } from './messages';
import { filesQuery, useSending } from './queries';
import { RemoveQuestion } from './RemoveQuestion';
import { type Asked, ReplaceQuestion } from './ReplaceQuestion';
import { SendingNote } from './SendingNote';

interface Props {
  content: Content;
  library: readonly Content[];
  files: readonly LibraryFile[];
  /** Names another file; an empty name for none. */
  onName: (file: string) => void;
}

/** The file of a piece of content: brought, chosen among those already there, replaced, taken off, deleted. */
export function FilePart({ content, library, files, onName }: Props) {
  const queries = useQueryClient();
  const sending = useSending();
  const [refused, setRefused] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [removing, setRemoving] = useState<LibraryFile | null>(null);
  const name = (content.file ?? '').trim();
  const file = fileNamed(files, name);
  // What was written meanwhile is not undone by a file that arrives.
  const arrived = useCallbackRef(onName);
  const send = (file: File, seen: number | null) => {
    setAsked(null);
    sending.mutate(
      { file, seen },
      {
        onSuccess: () => {
          arrived(file.name);
          tell(m.brought(file.name));
        },
        onError: (error) => {
          if (!(error instanceof ProblemError && error.is('stale'))) return;
          const now = fileNamed(queries.getQueryData(filesQuery.queryKey) ?? [], file.name);
          if (now) setAsked({ file, there: now, faster: true });
        },
      },
    );
  };
  const take = (chosen: File[]) => {
    sending.reset();
    const why = refusal(chosen);
    setRefused(why);
    const [file] = chosen;
    if (why !== null || file === undefined) return;
    const there = fileNamed(files, file.name);
    if (there) setAsked({ file, there, faster: false });
    else send(file, null);
  };
  const isStopped = sending.error instanceof DOMException;
  return (
    <fieldset className={css.part}>
      <legend>{m.title}</legend>
      {name !== '' && file === undefined && (
        <Alert variant="default" className={css.alert} title={m.missing(name)}>
          {m.missingHelp}
        </Alert>
      )}
      {(files.length > 0 || name !== '') && (
        <Group align="flex-end" gap="xs">
          <NativeSelect
            className={css.choice}
            size="sm"
            label={m.choose}
            value={name}
            data={choices(files, name)}
            onChange={(e) => onName(e.currentTarget.value)}
          />
          {name !== '' && (
            <Button size="sm" variant="default" aria-label={m.offHelp(name)} onClick={() => onName('')}>
              {m.off}
            </Button>
          )}
          {file && (
            <Button size="sm" variant="default" aria-label={m.removeHelp(name)} onClick={() => setRemoving(file)}>
              {m.remove}
            </Button>
          )}
        </Group>
      )}
      <DropZone choose={file ? m.another : m.bring} disabled={sending.isPending} onFiles={take} />
      {sending.isPending && <SendingNote file={sending.variables.file} sent={sending.sent} onStop={sending.stop} />}
      {refused !== null && (
        <p role="alert" className={css.missing}>
          {refused}
        </p>
      )}
      {sending.isError && !isStopped && asked === null && <ProblemNote problem={asProblem(sending.error)} />}
      <ReplaceQuestion
        asked={asked}
        also={alsoNaming(library, asked?.file.name ?? '', content.id)}
        onReplace={send}
        onUse={(there) => {
          sending.reset();
          setAsked(null);
          onName(there);
        }}
        onClose={() => {
          sending.reset();
          setAsked(null);
        }}
      />
      <RemoveQuestion
        file={removing}
        also={alsoNaming(library, name, content.id)}
        onClose={() => setRemoving(null)}
        onRemoved={() => arrived('')}
      />
    </fieldset>
  );
}

/** The files to choose from, with the one that is named and not there. */
function choices(files: readonly LibraryFile[], name: string) {
  const names = files.map((f) => f.name);
  const missing = name === '' || names.includes(name) ? [] : [{ value: name, label: `${name} (${m.missingShort})` }];
  return [{ value: '', label: m.none }, ...missing, ...names.map((value) => ({ value, label: value }))];
}
