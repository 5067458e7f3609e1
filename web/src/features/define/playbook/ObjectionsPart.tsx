import type { Objection, ObjectionUse } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { Section } from '@/ui/PageHead';
import { isAt, moved, replaced, stagesOf } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { AddNamed } from './AddNamed';
import { nameOf } from './choices';
import { idFor } from './edit';
import { ItemHead } from './ItemHead';
import { m } from './messages';
import { ObjectionForm } from './ObjectionForm';
import type { PartProps } from './place';
import css from './Playbook.module.css';
import { StageMarks } from './StageMarks';
import { CountingNote } from './use/CountingNote';
import { useFigures } from './use/figures';
import { HowToLog } from './use/HowToLog';
import { m as useWords } from './use/messages';
import { AnswerFigures, ObjectionFigures } from './use/ObjectionFigures';
import { OtherNames } from './use/OtherNames';
import { bestOf, namesObjections, othersLeft } from './use/usage';
import { useRemoval } from './useRemoval';
import { kindName, kindsOf } from './words';

/** What prospects have against buying, by kind, with answers and their proof. */
export function ObjectionsPart({ process, findings, may, onEdit, open, onOpen }: PartProps) {
  const objections = process.objections ?? [];
  const { use } = useFigures();
  const [remove, question] = useRemoval(process, 'objections', onEdit);
  const put = (next: Objection[], about = '') => onEdit({ ...process, objections: next }, about);
  const add = (says: string) => {
    const id = idFor(says, objections, 'objection');
    put([...objections, { id, kind: 'cost', says }]);
    onOpen(id);
  };
  return (
    <Section title={m.objections.title} says={m.objections.says}>
      <CountingNote reads={use !== null && namesObjections(use)} />
      {objections.length === 0 && (
        <EmptyState title={m.objections.empty} picture={<Sample />}>
          {m.objections.emptySays}
        </EmptyState>
      )}
      {kindsOf(objections).map((kind) => (
        <section key={kind} aria-label={kindName(kind)}>
          <h3 className={css.group}>{kindName(kind)}</h3>
          <ul className={css.items}>
            {objections.map((objection, at) => {
              if (objection.kind !== kind) return null;
              const path = `objections[${at}]`;
              const used = use?.objections.find((o) => o.id === objection.id);
              const isOpen = may && objection.id === open;
              const alike = objections.flatMap((o, i) => (o.kind === kind ? [i] : []));
              const step = (by: number) => alike[alike.indexOf(at) + by] ?? at;
              return (
                <li key={at} className={css.card} data-open={isOpen || undefined}>
                  <ItemHead
                    name={objection.says}
                    may={may}
                    isOpen={isOpen}
                    onOpen={(to) => onOpen(to ? objection.id : null)}
                    onMove={(by) => put(moved(objections, at, step(by)))}
                    onRemove={() => remove(objection.id, objection.says)}
                  >
                    <h4 className={css.says}>“{objection.says}”</h4>
                  </ItemHead>
                  {used && <ObjectionFigures use={used} />}
                  {isOpen ? (
                    <ObjectionForm
                      process={process}
                      objection={objection}
                      path={path}
                      onChange={(next, about) => put(replaced(objections, at, next), about)}
                      onEdit={onEdit}
                    />
                  ) : (
                    <Shown objection={objection} use={used} process={process} onOpen={onOpen} />
                  )}
                  <FindingNotes findings={findings.filter((f) => isAt(f, path))} />
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {may && (
        <AddNamed label={m.objections.add} placeholder={m.objections.addHint} go={m.objections.addGo} onAdd={add} />
      )}
      {use !== null && !namesObjections(use) && <HowToLog what="objections" />}
      {use !== null && (
        <OtherNames
          title={useWords.others.objections}
          says={useWords.others.objectionsSays}
          others={othersLeft(
            use.other_objections,
            objections.map((o) => o.says),
          )}
          may={may}
          onAdd={add}
        />
      )}
      {question}
    </Section>
  );
}

interface ShownProps extends Pick<PartProps, 'process' | 'onOpen'> {
  objection: Objection;
  use: ObjectionUse | undefined;
}

function Shown({ objection, use, process, onOpen }: ShownProps) {
  const answers = objection.answers ?? [];
  const best = bestOf(use?.answers ?? []);
  const usedOf = (id: string) => use?.answers.find((a) => a.id === id);
  const stages = stagesOf(process)
    .map((stage, place) => ({ stage, place }))
    .filter(({ stage }) => stage.objections?.includes(objection.id));
  const personas = (process.personas ?? []).filter((p) => p.objections?.includes(objection.id));
  return (
    <div className={css.beside}>
      {answers.length === 0 && <p className="soft small">{m.objections.noAnswer}</p>}
      {answers.length > 0 && (
        <ul className={css.answers} aria-label={m.objections.answers}>
          {answers.map((answer, i) => (
            <li key={i}>
              <p>{answer.says}</p>
              {answer.proof && (
                <p className="small">
                  {m.objections.proof}:{' '}
                  <button
                    type="button"
                    className={css.plainLink}
                    onClick={() => onOpen(answer.proof ?? null, 'library')}
                  >
                    {nameOf(process.library, answer.proof)}
                  </button>
                </p>
              )}
              {use && use.raised.times > 0 && <AnswerFigures use={usedOf(answer.id)} best={answer.id === best} />}
            </li>
          ))}
        </ul>
      )}
      {(stages.length > 0 || personas.length > 0) && (
        <dl className={css.facts}>
          {stages.length > 0 && (
            <div>
              <dt>{m.objections.expected}</dt>
              <dd>
                <StageMarks stages={stages} />
              </dd>
            </div>
          )}
          {personas.length > 0 && (
            <div>
              <dt>{m.objections.raised}</dt>
              <dd>{m.all(personas.map((p) => p.name))}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}

function Sample() {
  return (
    <div className={css.sample}>
      <b className="serif">“{m.objections.addHint}”</b>
      <p>{m.objections.sampleAnswer}</p>
      <p className="soft tiny">{m.objections.sampleProof}</p>
    </div>
  );
}
