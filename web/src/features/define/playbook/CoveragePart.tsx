import type { Content, Persona, Stage } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { Section } from '@/ui/PageHead';
import { stagesOf } from '../edit';
import { type Coverage, coverage } from './coverage';
import { CoverageMatrix } from './CoverageMatrix';
import { newContent } from './edit';
import { m } from './messages';
import type { PartProps } from './place';
import css from './Playbook.module.css';

/** Which persona finds what at which stage, and where nothing is; a hole is filled by choosing it. */
export function CoveragePart({ process, may, onEdit, onOpen }: PartProps) {
  const covered = coverage(process);
  const openContent = (content: Content) => onOpen(content.id, 'library');
  const fill = (persona: Persona | null, stage: Stage) => {
    const library = process.library ?? [];
    const name = persona ? m.coverage.newName(persona.name, stage.name) : m.coverage.newForAll(stage.name);
    const added = newContent(name, library, {
      stages: [stage.id],
      ...(persona && { personas: [persona.id] }),
      ...(process.language !== undefined && { language: process.language }),
    });
    onEdit({ ...process, library: [...library, added] }, '');
    openContent(added);
  };
  if (stagesOf(process).length === 0) {
    return <EmptyState title={m.coverage.title}>{m.coverage.emptyStages}</EmptyState>;
  }
  return (
    <Section title={m.coverage.title} says={saysOf(covered, may)}>
      <CoverageMatrix coverage={covered} onOpen={openContent} {...(may && { onFill: fill })} />
      {covered.unplaced.length > 0 && (
        <p className="small">
          {m.coverage.unplaced(covered.unplaced.length)}{' '}
          {covered.unplaced.map((content, i) => (
            <span key={content.id}>
              {i > 0 && ', '}
              <button type="button" className={css.plainLink} onClick={() => openContent(content)}>
                {content.name}
              </button>
            </span>
          ))}
        </p>
      )}
    </Section>
  );
}

function saysOf({ cells, holes }: Coverage, may: boolean): string {
  if (cells === 0) return m.coverage.noPersonas;
  return m.coverage.says(holes, cells) + (may && holes > 0 ? ` ${m.coverage.choose}` : '');
}
