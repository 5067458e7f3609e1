import type { Content, Finding, Process } from '@/api';
import { isAt } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { RowTools } from '../RowTools';
import { ContentForm } from './ContentForm';
import { ContentFacts } from './ContentFacts';
import css from './Library.module.css';
import { Preview } from './Preview';

interface Props {
  process: Process;
  content: Content;
  path: string;
  findings: readonly Finding[];
  may: boolean;
  onChange: (content: Content, about: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** One thing of the library: its form beside its preview; for those who may not change it the preview alone. */
export function ContentView({ process, content, path, findings, may, onChange, onMove, onRemove }: Props) {
  return (
    <>
      <FindingNotes findings={findings.filter((f) => isAt(f, path))} />
      <div className={css.view} data-alone={!may || undefined}>
        {may && (
          <div>
            <div className={css.tools}>
              <RowTools name={content.name} onMove={onMove} onRemove={onRemove} />
            </div>
            <ContentForm
              process={process}
              content={content}
              onChange={(next, about) => onChange(next, about && `${path}.${about}`)}
            />
          </div>
        )}
        <div>
          {!may && <ContentFacts process={process} content={content} />}
          <Preview content={content} known={!may} />
        </div>
      </div>
    </>
  );
}
