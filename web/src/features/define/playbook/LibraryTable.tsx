import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Content, LibraryFile } from '@/api';
import { type Column, DataTable } from '@/ui/DataTable';
import { date } from '@/ui/format';
import { isAt, stagesOf } from '../edit';
import { FindingNotes } from '../FindingNotes';
import { nameOf, personaChoices, stageChoices } from './choices';
import { dayOf, isPastReview } from './edit';
import { chosen, different, type LibraryFilter } from './filter';
import { WhereCell } from './files/WhereCell';
import css from './Library.module.css';
import { m } from './messages';
import type { PartProps } from './place';
import { StageLetter } from './StageMarks';
import { figureColumns } from './use/columns';
import { useFigures } from './use/figures';
import { m as useWords } from './use/messages';
import { usageOf } from './use/usage';
import { inWords } from './words';

type Props = Pick<PartProps, 'process' | 'findings' | 'onOpen'> & {
  /** The files of the library; none before they are known. */
  files: readonly LibraryFile[] | undefined;
};

/** The library as a table that can be narrowed down. */
export function LibraryTable({ process, files, findings, onOpen }: Props) {
  const library = process.library ?? [];
  const [filter, setFilter] = useState<LibraryFilter>({});
  const today = dayOf(new Date());
  const { use, counting } = useFigures();
  const [now] = useState(Date.now);
  const shown = chosen(library, filter, (content) => {
    const used = use?.content.find((c) => c.id === content.id);
    return used === undefined ? null : usageOf(used, now);
  });
  const choices = {
    stage: stageChoices(process),
    persona: personaChoices(process),
    kind: different(library.map((c) => c.kind)).map((value) => ({ value, label: inWords(value) })),
    language: different(library.map((c) => c.language)).map((value) => ({ value, label: value })),
    use: use === null ? [] : USES.map((value) => ({ value, label: useWords.filter[value] })),
  };
  return (
    <>
      <div className={css.filter} role="search">
        {FILTERS.filter((name) => choices[name].length > 0).map((name) => (
          <NativeSelect
            key={name}
            size="sm"
            label={name === 'use' ? useWords.filter.label : m.library.filter[name]}
            value={filter[name] ?? ''}
            data={[{ value: '', label: m.library.filter.any }, ...choices[name]]}
            onChange={(e) => {
              const value = e.currentTarget.value;
              const others = Object.fromEntries(Object.entries(filter).filter(([n]) => n !== name));
              setFilter(value === '' ? others : { ...others, [name]: value });
            }}
          />
        ))}
        <span className="soft small" role="status">
          {m.library.found(shown.length, library.length)}
        </span>
        {Object.keys(filter).length > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setFilter({})}>
            {m.library.filter.clear}
          </Button>
        )}
      </div>
      <DataTable
        label={m.library.label}
        columns={columnsOf({ process, files, findings, onOpen, today }, figureColumns(use, counting, now))}
        rows={shown}
        rowId={(c) => c.id}
        empty={<p className="soft">{m.library.none}</p>}
        csv="library.csv"
      />
    </>
  );
}

const FILTERS = ['stage', 'persona', 'kind', 'language', 'use'] as const;
const USES = ['never', 'long', 'lately'] as const;

function columnsOf(
  { process, files, findings, onOpen, today }: Props & { today: string },
  figures: Column<Content>[],
): Column<Content>[] {
  const library = process.library ?? [];
  const { columns } = m.library;
  const stagesOfContent = (c: Content) =>
    stagesOf(process)
      .map((stage, place) => ({ stage, place }))
      .filter(({ stage }) => c.stages?.includes(stage.id));
  const people = (c: Content) =>
    (c.personas ?? []).length === 0 ? m.everybody : m.all((c.personas ?? []).map((id) => nameOf(process.personas, id)));
  return [
    {
      id: 'name',
      header: columns.name,
      title: true,
      value: (c) => c.name,
      cell: (c) => (
        <div>
          <button type="button" className={css.open} onClick={() => onOpen(c.id)}>
            {c.name || c.id}
          </button>
          <FindingNotes findings={findings.filter((f) => isAt(f, `library[${library.indexOf(c)}]`))} />
        </div>
      ),
    },
    { id: 'kind', header: columns.kind, value: (c) => inWords(c.kind) },
    {
      id: 'owner',
      header: columns.owner,
      value: (c) => c.owner,
      cell: (c) => ((c.owner ?? '') === '' ? <span className={css.warn}>{m.library.noOwner}</span> : c.owner),
    },
    {
      id: 'review',
      header: columns.review,
      value: (c) => c.review_by,
      cell: (c) => <Review content={c} today={today} />,
    },
    {
      id: 'stages',
      header: columns.stages,
      value: (c) =>
        stagesOfContent(c)
          .map(({ stage }) => stage.name)
          .join(', '),
      cell: (c) => (
        <ul className={css.letters}>
          {stagesOfContent(c).map(({ stage, place }) => (
            <li key={place} title={stage.name}>
              <StageLetter place={place} />
              <span className={css.hidden}>{stage.name}</span>
            </li>
          ))}
        </ul>
      ),
    },
    { id: 'personas', header: columns.personas, value: people },
    ...(different(library.map((c) => c.language)).length > 1
      ? [{ id: 'language', header: columns.language, value: (c: Content) => c.language }]
      : []),
    ...figures,
    {
      id: 'where',
      header: columns.where,
      value: (c) => whereOf(c).join(', '),
      cell: (c) =>
        whereOf(c).length > 0 ? (
          <WhereCell content={c} files={files} onOpen={() => onOpen(c.id)} />
        ) : (
          <span className={css.warn}>{m.library.nowhere}</span>
        ),
    },
  ];
}

/** In what shapes it is there. */
const whereOf = (c: Content): string[] =>
  (['link', 'file', 'text'] as const)
    .filter((place) => (c[place] ?? '').trim() !== '')
    .map((place) => m.library[place]);

/** The day by which it is looked over again, marked once that has gone by. */
export function Review({ content, today }: { content: Content; today: string }) {
  const day = content.review_by ?? '';
  if (day === '') return <span className="soft">{m.library.noReview}</span>;
  const past = isPastReview(content, today);
  return (
    <span className={past ? css.warn : undefined}>
      {Number.isNaN(Date.parse(day)) ? day : date(day)}
      {past && ` · ${m.library.past}`}
    </span>
  );
}
