import type { Content, Finding, LibraryFile, Process } from '@/api';
import { isAt } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { RowTools } from '../RowTools';
import { ContentForm } from './ContentForm';
import { ContentFacts } from './ContentFacts';
import css from './Library.module.css';
import { Preview } from './Preview';
import { ContentFigures } from './use/ContentFigures';
import { useFigures } from './use/figures';

interface Props {
  process: Process;
  content: Content;
  /** The files of the library; none before they are known. */
  files: readonly LibraryFile[] | undefined;
  path: string;
  findings: readonly Finding[];
  may: boolean;
  onChange: (content: Content, about: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** One thing of the library: its form beside its preview; for those who may not change it the preview alone. */
export function ContentView(props: Props) {
  const { process, content, files, path, findings, may, onChange, onMove, onRemove } = props;
  const use = useFigures().use?.content.find((c) => c.id === content.id);
  return (
    <>
      <FindingNotes findings={findings.filter((f) => isAt(f, path))} />
      {use && <ContentFigures use={use} />}
      <div className={css.view} data-alone={!may || undefined}>
        {may && (
          <div>
            <div className={css.tools}>
              <RowTools name={content.name} onMove={onMove} onRemove={onRemove} />
            </div>
            <ContentForm
              process={process}
              content={content}
              files={files}
              onChange={(next, about) => onChange(next, about && `${path}.${about}`)}
            />
          </div>
        )}
        <div>
          {!may && <ContentFacts process={process} content={content} />}
          <Preview content={content} files={files} known={!may} />
        </div>
      </div>
    </>
  );
}
