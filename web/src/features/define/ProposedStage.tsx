import { Badge, Checkbox, NumberInput, Textarea } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { CriterionGround, Stage } from '@/api';
import { stageColour, stageLetter } from '@/ui/stage';
import columns from './Define.module.css';
import { kindOfStage } from './edit';
import { GroundMark } from './GroundMark';
import { m } from './messages';
import { type Choices, exitPath, needPath, NEEDS, stagePath, targetPath, taskPath, withLine } from './proposal';
import css from './Propose.module.css';

interface Props {
  stage: Stage;
  place: number;
  grounds: CriterionGround[];
  choices: Choices;
  /** True for those who may only look. */
  readOnly: boolean;
  onChange: (choices: Choices) => void;
}

/** A proposed stage: every line with its evidence, to be taken, changed or dropped. */
export function ProposedStage({ stage, place, grounds, choices, readOnly, onChange }: Props) {
  const { name, purpose, observed = [], tasks = [], exit = [], target_days: target, evidence } = stage;
  const kind = kindOfStage(stage);
  const taken = (path: string) => !choices.dropped.has(path);
  const take = (path: string) => (is: boolean) => onChange(withLine(choices, path, is));
  const reword = (path: string) => (text: string) =>
    onChange({ ...choices, words: { ...choices.words, [path]: text } });
  const whole = taken(stagePath(place));
  const targeted = targetPath(place);
  return (
    <li className={css.stage} style={{ borderLeftColor: stageColour(place) }} data-dropped={!whole || undefined}>
      <header className={css.head}>
        <Checkbox
          aria-label={m.propose.keep(name)}
          checked={whole}
          disabled={readOnly}
          onChange={(e) => take(stagePath(place))(e.currentTarget.checked)}
        />
        <h2 className={columns.stageName}>
          <span className={columns.letter} style={{ background: stageColour(place) }} aria-hidden>
            {stageLetter(place)}
          </span>
          {name}
          {kind !== 'open' && (
            <Badge size="sm" variant="default">
              {m.kind[kind]}
            </Badge>
          )}
        </h2>
        <span className="soft small">{observed.length > 0 && m.stage.observed(observed)}</span>
      </header>
      {purpose && <p className={css.purpose}>{purpose}</p>}
      {whole && (
        <ul className={css.lines}>
          {typeof target === 'number' && (
            <Line
              name={m.propose.target}
              taken={taken(targeted)}
              readOnly={readOnly}
              onTake={take(targeted)}
              evidence={evidence}
            >
              <span>{m.propose.target}</span>
              <NumberInput
                size="sm"
                aria-label={`${m.propose.target}: ${name}`}
                min={0}
                w={120}
                disabled={readOnly || !taken(targeted)}
                value={choices.targets[targeted] ?? target}
                onChange={(n) =>
                  typeof n === 'number' && onChange({ ...choices, targets: { ...choices.targets, [targeted]: n } })
                }
              />
            </Line>
          )}
          {tasks.length > 0 && <li className={css.part}>{m.stage.tasks}</li>}
          {tasks.map((task, i) => {
            const path = taskPath(place, i);
            const when = typeof task.due_days === 'number' ? m.stage.due(task.due_days) : '';
            return (
              <Line
                key={task.id}
                name={task.name}
                taken={taken(path)}
                readOnly={readOnly}
                onTake={take(path)}
                evidence={task.evidence}
              >
                <Words
                  text={choices.words[path] ?? task.name}
                  off={readOnly || !taken(path)}
                  what={task.name}
                  onChange={reword(path)}
                />
                <span className="soft small">{[task.owner, when].filter(Boolean).join(' · ')}</span>
              </Line>
            );
          })}
          {exit.length > 0 && <li className={css.part}>{m.stage.exit}</li>}
          {exit.map((criterion, i) => {
            const path = exitPath(place, i);
            const ground = grounds.find((g) => g.stage === stage.id && g.criterion === criterion.id);
            return (
              <Line
                key={criterion.id}
                name={criterion.says}
                taken={taken(path)}
                readOnly={readOnly}
                onTake={take(path)}
                evidence={criterion.evidence}
              >
                <GroundMark ground={ground?.ground} />
                <Words
                  text={choices.words[path] ?? criterion.says}
                  off={readOnly || !taken(path)}
                  what={criterion.says}
                  onChange={reword(path)}
                />
                <span className="soft small">
                  {[
                    ground && !alike(ground.says, criterion.says) && ground.says,
                    criterion.required === false && `(${m.stage.wished})`,
                  ]
                    .filter(Boolean)
                    .join(' ')}
                </span>
              </Line>
            );
          })}
          {NEEDS.map((list) => (
            <Fragment key={list}>
              {(stage[list] ?? []).length > 0 && <li className={css.part}>{m.stage[list]}</li>}
              {(stage[list] ?? []).map((need, i) => {
                const path = needPath(place, list, i);
                return (
                  <Line
                    key={need.id}
                    name={need.name}
                    taken={taken(path)}
                    readOnly={readOnly}
                    onTake={take(path)}
                    evidence={need.evidence}
                  >
                    <Words
                      text={choices.words[path] ?? need.name}
                      off={readOnly || !taken(path)}
                      what={need.name}
                      onChange={reword(path)}
                    />
                  </Line>
                );
              })}
            </Fragment>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Whether two sentences say the same but for case and full stop. */
const alike = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (text: string): string => text.trim().replace(/\.$/, '').toLowerCase();

interface LineProps {
  name: string;
  taken: boolean;
  readOnly: boolean;
  onTake: (taken: boolean) => void;
  evidence: string | null | undefined;
  children: ReactNode;
}

function Line({ name, taken, readOnly, onTake, evidence, children }: LineProps) {
  return (
    <li className={css.line} data-dropped={!taken || undefined}>
      <Checkbox
        size="sm"
        aria-label={m.propose.keep(name)}
        checked={taken}
        disabled={readOnly}
        onChange={(e) => onTake(e.currentTarget.checked)}
      />
      <div className={css.body}>
        <div className={css.words}>{children}</div>
        {evidence !== undefined && evidence !== null && evidence !== '' && (
          <p className={columns.evidence}>{evidence}</p>
        )}
      </div>
    </li>
  );
}

interface WordsProps {
  text: string;
  what: string;
  off: boolean;
  onChange: (text: string) => void;
}

const Words = ({ text, what, off, onChange }: WordsProps) => (
  <Textarea
    className={css.input ?? ''}
    autosize
    minRows={1}
    size="sm"
    variant="unstyled"
    aria-label={m.propose.reword(what)}
    disabled={off}
    value={text}
    onChange={(e) => onChange(e.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
  />
);
