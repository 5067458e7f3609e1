import type { Content, Process } from '@/api';
import { stagesOf } from '../edit';
import { nameOf } from './choices';
import { dayOf } from './edit';
import css from './Library.module.css';
import { Review } from './LibraryTable';
import { m } from './messages';
import { StageMarks } from './StageMarks';
import { inWords } from './words';

/** What a piece of content is, for whom and when, as those read it who may not change it. */
export function ContentFacts({ process, content }: { process: Process; content: Content }) {
  const { columns } = m.library;
  const personas = content.personas ?? [];
  const stages = stagesOf(process)
    .map((stage, place) => ({ stage, place }))
    .filter(({ stage }) => content.stages?.includes(stage.id));
  return (
    <dl className={css.facts}>
      <div>
        <dt>{columns.kind}</dt>
        <dd>{inWords(content.kind)}</dd>
      </div>
      <div>
        <dt>{columns.owner}</dt>
        <dd>{(content.owner ?? '') === '' ? m.library.noOwner : content.owner}</dd>
      </div>
      <div>
        <dt>{columns.review}</dt>
        <dd>
          <Review content={content} today={dayOf(new Date())} />
        </dd>
      </div>
      <div>
        <dt>{columns.personas}</dt>
        <dd>{personas.length === 0 ? m.everybody : m.all(personas.map((id) => nameOf(process.personas, id)))}</dd>
      </div>
      {content.language && (
        <div>
          <dt>{columns.language}</dt>
          <dd>{content.language}</dd>
        </div>
      )}
      {stages.length > 0 && (
        <div>
          <dt>{columns.stages}</dt>
          <dd>
            <StageMarks stages={stages} />
          </dd>
        </div>
      )}
    </dl>
  );
}
