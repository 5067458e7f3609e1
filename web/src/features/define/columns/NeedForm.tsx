import { Textarea, TextInput } from '@mantine/core';
import type { Need, Process } from '@/api';
import css from '../Editor.module.css';
import { LibrarySelect } from './LibrarySelect';
import { m } from './messages';

interface Props {
  need: Need;
  process: Process;
  /** Whether it can stand in the library: content does, a question does not. */
  item: boolean;
  onChange: (change: Partial<Need>, about: string) => void;
  /** Without its words, where these stand above already. */
  bare?: boolean;
}

/** All there is to content to have at hand, or to a question. */
export function NeedForm({ need, process, item, onChange, bare = false }: Props) {
  return (
    <>
      {!bare && (
        <TextInput
          size="sm"
          label={m.form.name}
          value={need.name}
          onChange={(e) => onChange({ name: e.currentTarget.value }, 'name')}
        />
      )}
      <div className={css.fields}>
        <TextInput
          size="sm"
          label={m.form.seesTo}
          value={need.owner ?? ''}
          onChange={(e) => onChange({ owner: e.currentTarget.value }, 'owner')}
        />
        {item && (
          <LibrarySelect
            label={m.form.item}
            process={process}
            value={need.item ?? ''}
            onChange={(id) => onChange({ item: id }, '')}
          />
        )}
        <Textarea
          size="sm"
          autosize
          label={m.form.evidence}
          value={need.evidence ?? ''}
          onChange={(e) => onChange({ evidence: e.currentTarget.value }, 'evidence')}
        />
      </div>
    </>
  );
}
