import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Predicate } from '@/api';
import { replaced, without } from '../edit';
import { beginning, depthOf, innerOf } from '../predicate';
import { Choice } from './Choice';
import { AnswerSentence, ContentSentence, EventSentence, FieldSentence, PersonSentence, StateSentence } from './Leaves';
import { m } from './messages';
import { plain } from './plain';
import css from './Sentence.module.css';
import { TestMenu } from './TestMenu';
import { useVocabulary } from './vocabulary';

/** Groups in each other, at most; a file may have more. */
export const DEEPEST = 4;

interface Props {
  test: Predicate;
  /** The id of its stage. */
  stage: string;
  onChange: (test: Predicate) => void;
}

/** A predicate as a sentence whose parts are menus. */
export function SentenceEditor({ test, stage, onChange }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const rebuilt = useRef(false);
  useEffect(() => {
    if (!rebuilt.current) return undefined;
    rebuilt.current = false;
    // The menu that was used may be gone: the keyboard goes on at the beginning of the sentence.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) root.current?.querySelector('button')?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, [test]);
  const rebuild = (next: Predicate) => {
    rebuilt.current = true;
    onChange(next);
  };
  return (
    <div ref={root} className={css.editor}>
      <Node test={test} stage={stage} above={0} onChange={onChange} onRebuild={rebuild} />
    </div>
  );
}

interface NodeProps extends Props {
  /** Groups that it stands in. */
  above: number;
  /** Changes its kind or its group. */
  onRebuild: (test: Predicate) => void;
  /** Takes it out of its group; none where it stands in none or alone. */
  onRemove?: (() => void) | undefined;
}

function Node({ test, stage, above, onChange, onRebuild, onRemove }: NodeProps) {
  const words = useVocabulary();
  const menu = (
    <TestMenu
      test={test}
      sentence={plain(test, words)}
      mayWrap={above + depthOf(test) < DEEPEST}
      onChange={onRebuild}
      onRemove={onRemove}
    />
  );
  if ('all' in test || 'any' in test) {
    return <Group test={test} stage={stage} above={above} menu={menu} onChange={onChange} onRebuild={onRebuild} />;
  }
  if ('not' in test) {
    return (
      <div>
        <p className={css.sentence}>
          {m.group.not} {menu}
        </p>
        <div className={css.group}>
          <Node
            test={test.not}
            stage={stage}
            above={above + 1}
            onChange={(not) => onChange({ not })}
            onRebuild={(not) => onRebuild({ not })}
          />
        </div>
      </div>
    );
  }
  return (
    <p className={css.sentence}>
      <Leaf test={test} stage={stage} onChange={onChange} /> {menu}
    </p>
  );
}

interface GroupProps extends NodeProps {
  test: Extract<Predicate, { all: unknown }> | Extract<Predicate, { any: unknown }>;
  menu: React.ReactNode;
}

function Group({ test, stage, above, menu, onChange, onRebuild }: GroupProps) {
  const kind = 'all' in test ? 'all' : 'any';
  const inner = innerOf(test);
  const as = (tests: Predicate[]): Predicate => (kind === 'all' ? { all: tests } : { any: tests });
  return (
    <div>
      <p className={css.sentence}>
        <Choice
          label={m.part.group}
          text={m.group[kind]}
          options={[
            { value: 'all', label: m.group.all },
            { value: 'any', label: m.group.any },
          ]}
          value={kind}
          onChoose={(next) => onChange(next === 'all' ? { all: [...inner] } : { any: [...inner] })}
        />{' '}
        {menu}
      </p>
      <ul className={css.group}>
        {inner.map((one, i) => (
          <li key={i}>
            <Node
              test={one}
              stage={stage}
              above={above + 1}
              onChange={(next) => onChange(as(replaced(inner, i, next)))}
              onRebuild={(next) => onRebuild(as(replaced(inner, i, next)))}
              onRemove={inner.length > 1 ? () => onRebuild(as(without(inner, i))) : undefined}
            />
          </li>
        ))}
        <li>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange(as([...inner, beginning('event')]))}
          >
            {m.group.add}
          </Button>
        </li>
      </ul>
    </div>
  );
}

function Leaf({ test, stage, onChange }: Props) {
  if ('event' in test) return <EventSentence test={test.event} onChange={(event) => onChange({ event })} />;
  if ('field' in test) return <FieldSentence test={test.field} onChange={(field) => onChange({ field })} />;
  if ('person' in test) return <PersonSentence test={test.person} onChange={(person) => onChange({ person })} />;
  if ('content' in test) return <ContentSentence test={test.content} onChange={(content) => onChange({ content })} />;
  if ('answer' in test)
    return <AnswerSentence test={test.answer} stage={stage} onChange={(answer) => onChange({ answer })} />;
  if ('quote' in test) return <StateSentence of="quote" test={test.quote} onChange={(quote) => onChange({ quote })} />;
  if ('approval' in test)
    return <StateSentence of="approval" test={test.approval} onChange={(approval) => onChange({ approval })} />;
  return null;
}
