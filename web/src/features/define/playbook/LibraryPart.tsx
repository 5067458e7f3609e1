import { useQuery } from '@tanstack/react-query';
import { asProblem, type Content } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { Section } from '@/ui/PageHead';
import { ProblemNote } from '@/ui/ProblemNote';
import { moved, replaced } from '../edit';
import { AddNamed } from './AddNamed';
import { ContentView } from './ContentView';
import { newContent } from './edit';
import { m as fileWords } from './files/messages';
import { filesQuery } from './files/queries';
import { LibraryTable } from './LibraryTable';
import { m } from './messages';
import type { PartProps } from './place';
import css from './Playbook.module.css';
import { CountingNote } from './use/CountingNote';
import { useFigures } from './use/figures';
import { HowToLog } from './use/HowToLog';
import { m as useWords } from './use/messages';
import { OtherNames } from './use/OtherNames';
import { namesContent, othersLeft } from './use/usage';
import { useRemoval } from './useRemoval';

/** What a team sells with: a table, or one thing of it with its preview. */
export function LibraryPart({ process, findings, may, onEdit, open, onOpen }: PartProps) {
  const library = process.library ?? [];
  const { use } = useFigures();
  const files = useQuery(filesQuery);
  const [remove, question] = useRemoval(process, 'library', (next, about) => {
    onEdit(next, about);
    onOpen(null);
  });
  const put = (next: Content[], about = '') => onEdit({ ...process, library: next }, about);
  const at = library.findIndex((c) => c.id === open);
  const content = library[at];
  const add = (name: string) => {
    const added = newContent(name, library);
    put([...library, added]);
    onOpen(added.id);
  };
  return (
    <Section
      title={content?.name ?? m.library.title}
      {...(content === undefined && { says: m.library.says })}
      actions={
        open !== undefined && (
          <button type="button" className={css.plainLink} onClick={() => onOpen(null)}>
            {m.library.back}
          </button>
        )
      }
    >
      <CountingNote reads={open === undefined && use !== null && namesContent(use)} />
      {files.isError && (
        <ProblemNote
          problem={{ ...asProblem(files.error), title: fileWords.failed }}
          onRetry={() => void files.refetch()}
        />
      )}
      {content !== undefined && (
        <ContentView
          key={content.id}
          process={process}
          content={content}
          files={files.data}
          path={`library[${at}]`}
          findings={findings}
          may={may}
          onChange={(next, about) => put(replaced(library, at, next), about)}
          onMove={(by) => put(moved(library, at, at + by))}
          onRemove={() => remove(content.id, content.name)}
        />
      )}
      {content === undefined && open !== undefined && <p className="soft">{m.library.missing}</p>}
      {open === undefined && library.length === 0 && (
        <EmptyState title={m.library.empty} picture={<Sample />}>
          {m.library.emptySays}
        </EmptyState>
      )}
      {open === undefined && library.length > 0 && (
        <LibraryTable process={process} files={files.data} findings={findings} onOpen={onOpen} />
      )}
      {open === undefined && may && (
        <AddNamed label={m.library.add} placeholder={m.library.addHint} go={m.library.addGo} onAdd={add} />
      )}
      {open === undefined && use !== null && !namesContent(use) && <HowToLog what="content" />}
      {open === undefined && use !== null && (
        <OtherNames
          title={useWords.others.content}
          says={useWords.others.contentSays}
          others={othersLeft(
            use.other_content,
            library.map((c) => c.name),
          )}
          may={may}
          onAdd={add}
        />
      )}
      {question}
    </Section>
  );
}

function Sample() {
  return (
    <svg width={320} height={104} viewBox="0 0 320 104">
      {[0, 1, 2, 3].map((row) => (
        <g key={row} transform={`translate(0 ${row * 26 + 4})`}>
          <rect width={20} height={18} rx={3} fill={row === 0 ? 'var(--accent)' : 'var(--accent-soft)'} />
          <rect x={32} y={5} width={[120, 96, 136, 104][row]} height={8} rx={2} fill="var(--line-strong)" />
          <rect x={184} y={6} width={56} height={6} rx={2} fill="var(--line)" />
          <rect x={256} y={6} width={56} height={6} rx={2} fill="var(--line)" />
        </g>
      ))}
    </svg>
  );
}
