import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Content, Deal, LibraryFile } from '@/api';
import { useUser } from '@/app/session';
import { date } from '@/ui/format';
import { tell } from '@/ui/toast';
import { DealSearch } from './DealSearch';
import { dayOf } from './edit';
import { FileShown } from './files/FileShown';
import css from './Library.module.css';
import { m } from './messages';
import { filledText, pieces, type Values, valuesOf, VARIABLES } from './variables';

interface Props {
  content: Content;
  /** The files of the library; none before they are known. */
  files: readonly LibraryFile[] | undefined;
  /** With the list of known variables. */
  known: boolean;
}

/** Content as the prospect sees it: its text filled in with sample values or those of a deal, its link, its file. */
export function Preview({ content, files, known }: Props) {
  const { link = '', file = '', text = '' } = content;
  const web = /^https?:\/\//i.test(link);
  return (
    <>
      {link !== '' && (
        <p className={css.note}>
          {web ? (
            <a href={link} target="_blank" rel="noreferrer">
              {m.preview.open}: {link}
            </a>
          ) : (
            link
          )}
        </p>
      )}
      {file.trim() !== '' && <FileShown name={file.trim()} of={content.name} files={files} />}
      {text.trim() !== '' && <TextPreview text={text} known={known} />}
      {[link, file, text].every((place) => place.trim() === '') && <p className="soft">{m.preview.bare}</p>}
    </>
  );
}

function TextPreview({ text, known }: { text: string; known: boolean }) {
  const rep = useUser()?.name ?? '';
  const [deal, setDeal] = useState<Deal | null>(null);
  const today = date(dayOf(new Date()));
  const values: Values = deal ? valuesOf(deal, rep, today) : { ...m.preview.values, today };
  const copy = () => {
    navigator.clipboard.writeText(filledText(text, values)).then(
      () => tell(m.preview.copied),
      () => tell(m.preview.notCopied),
    );
  };
  return (
    <section aria-label={m.preview.title}>
      <h3>
        {m.preview.title} <span className="soft small">{deal ? deal.name : m.preview.sample}</span>
      </h3>
      <DealSearch deal={deal} onChoose={setDeal} />
      <FilledText text={text} values={values} />
      <Button size="sm" variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
        {m.preview.copy}
      </Button>
      {known && <Known />}
    </section>
  );
}

function Known() {
  return (
    <>
      <p className={`${css.note} soft`}>{m.preview.known}</p>
      <ul className={css.variables} aria-label={m.preview.known}>
        {VARIABLES.map((variable) => (
          <li key={variable} className={css.variable}>{`{{${variable}}}`}</li>
        ))}
      </ul>
    </>
  );
}

/** A text with its variables filled in; what has no value, or stands for nothing, is marked. */
export function FilledText({ text, values }: { text: string; values: Values }) {
  const found = pieces(text, values);
  const names = (is: 'missing' | 'unknown') => [
    ...new Set(found.filter((p) => p.is === is).map((p) => p.variable ?? '')),
  ];
  return (
    <>
      <div className={css.paper}>
        {found.map((piece, i) =>
          piece.is === 'text' ? (
            <span key={i}>{piece.text}</span>
          ) : (
            <span key={i} data-is={piece.is} title={`${piece.variable ?? ''}: ${m.preview.marks[piece.is]}`}>
              {piece.text}
            </span>
          ),
        )}
      </div>
      {names('unknown').length > 0 && (
        <p className={`${css.note} ${css.warn}`}>{m.preview.unknown(names('unknown'))}</p>
      )}
      {names('missing').length > 0 && (
        <p className={`${css.note} ${css.warn}`}>{m.preview.missing(names('missing'))}</p>
      )}
    </>
  );
}
