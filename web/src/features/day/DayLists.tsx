import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ToDo } from '@/api';
import { count } from '@/ui/format';
import css from './Day.module.css';
import { DayLine } from './DayLine';
import { type LineGroup, lineKey } from './lines';
import { m } from './messages';
import type { LineAct } from './queries';
import { leaveLine, useLineKeys } from './useLineKeys';

/** Lines of a group shown before the reader asks for more. */
const FIRST = 10;

interface Props {
  groups: LineGroup[];
  today: string;
  zone: string;
  withOwner: boolean;
  onAct: (line: ToDo, act: LineAct) => void;
}

/** All there is to do, under its headings. */
export function DayLists({ groups, today, zone, withOwner, onAct }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const act = (line: ToDo, what: LineAct) => {
    leaveLine(list);
    onAct(line, what);
  };
  const onKeyDown = useLineKeys(list, (key) => {
    const line = groups.flatMap((group) => group.lines).find((l) => lineKey(l) === key);
    if (line) act(line, 'done');
  });
  return (
    <div ref={list} onKeyDown={onKeyDown}>
      {groups.map(({ id, title, help, lines }) => {
        const shown = whole.has(id) ? lines : lines.slice(0, FIRST);
        return (
          <section key={id} className={css.group} aria-labelledby={`day-${id}`}>
            <h2 id={`day-${id}`} tabIndex={-1}>
              {title} <span className={css.count}>{count(lines.length)}</span>
            </h2>
            {help !== null && <p className="soft small">{help}</p>}
            <ul className={css.lines}>
              {shown.map((line) => (
                <DayLine key={lineKey(line)} line={line} today={today} zone={zone} withOwner={withOwner} onAct={act} />
              ))}
            </ul>
            {shown.length < lines.length && (
              <Button variant="default" size="sm" mt="sm" onClick={() => setWhole(new Set([...whole, id]))}>
                {m.all(lines.length)}
              </Button>
            )}
          </section>
        );
      })}
    </div>
  );
}
