import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Finding } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { stageAt } from './edit';
import { Editor } from './Editor';
import { type Surroundings, SurroundingsContext } from './editing';
import { FindingList } from './FindingNotes';
import { m } from './messages';
import { namesQuery } from './queries';
import { StageColumns } from './StageColumns';
import type { Editing } from './useDraft';

interface Props {
  editing: Editing;
  /** Place of the stage that is edited; -1 for the process itself, none where nothing is. */
  open: number | null;
  onOpen: (stage: number | null) => void;
  onFile: () => void;
  may: boolean;
}

/** The stages side by side, or one of them as a form. */
export function StagesTab({ editing, open, onOpen, onFile, may }: Props) {
  const { process, found, checking } = editing;
  const surroundings = useSurroundingsOf(editing);
  if (!process) {
    return (
      <EmptyState title={m.unreadable.title} action={<Button onClick={onFile}>{m.unreadable.go}</Button>}>
        {m.unreadable.says}
      </EmptyState>
    );
  }
  if (open === null) {
    return (
      <StageColumns
        process={process}
        grounds={found.grounds}
        findings={found.findings}
        {...(may && { onOpen: (place: number) => onOpen(place), onEdit: editing.edit })}
      />
    );
  }
  const go = (finding: Finding) => {
    const place = stageAt(finding);
    onOpen(place ?? -1);
  };
  return (
    <SurroundingsContext value={surroundings}>
      <Editor process={process} open={open} onOpen={onOpen} onEdit={editing.edit} />
      <FindingList findings={found.findings} checking={checking} onGo={go} />
    </SurroundingsContext>
  );
}

function useSurroundingsOf({ found }: Editing): Surroundings {
  const names = useQuery(namesQuery).data;
  return useMemo(
    () => ({
      findings: found.findings,
      grounds: found.grounds,
      observed: names?.stages ?? [],
    }),
    [found, names],
  );
}
