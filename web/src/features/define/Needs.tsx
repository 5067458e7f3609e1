import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Need } from '@/api';
import { isAt, moved, newNeed, replaced, without } from './edit';
import css from './Editor.module.css';
import { useSurroundings } from './editing';
import { FindingNotes } from './FindingNotes';
import { m } from './messages';
import type { NeedsList } from './proposal';
import { RowTools } from './RowTools';

interface Props {
  list: NeedsList;
  needs: Need[];
  path: string;
  onChange: (needs: Need[], about: string) => void;
}

/** A list of things that a stage needs: a line each. */
export function Needs({ list, needs, path, onChange }: Props) {
  const { findings } = useSurroundings();
  return (
    <section className={css.part}>
      <h3>{m.editor[list]}</h3>
      <ul className={css.items}>
        {needs.map((need, i) => (
          <li key={i} className={css.item}>
            <div className={css.need}>
              <TextInput
                size="sm"
                aria-label={`${m.stage[list]} ${i + 1}`}
                value={need.name}
                onChange={(e) =>
                  onChange(replaced(needs, i, { ...need, name: e.currentTarget.value }), `${list}[${i}].name`)
                }
              />
              <RowTools
                name={need.name || need.id}
                onMove={(by) => onChange(moved(needs, i, i + by), '')}
                onRemove={() => onChange(without(needs, i), '')}
              />
            </div>
            <FindingNotes findings={findings.filter((f) => isAt(f, `${path}[${i}]`))} />
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...needs, newNeed(needs)], '')}
      >
        {list === 'content' ? m.editor.addContent : m.editor.addQuestions}
      </Button>
    </section>
  );
}
