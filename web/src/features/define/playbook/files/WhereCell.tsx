import type { Content, LibraryFile } from '@/api';
import { m } from '../messages';
import { FileLink } from './FileShown';
import css from './Files.module.css';
import { fileNamed } from './files';
import { m as fileWords } from './messages';

interface Props {
  content: Content;
  /** The files of the library; none before they are known. */
  files: readonly LibraryFile[] | undefined;
  /** Opens the content, where a file that is missing is brought. */
  onOpen: () => void;
}

/** In what shapes content is there, each leading to itself. */
export function WhereCell({ content, files, onOpen }: Props) {
  const { link = '', text = '' } = content;
  const name = (content.file ?? '').trim();
  const file = fileNamed(files ?? [], name);
  const isWeb = /^https?:\/\//i.test(link);
  return (
    <ul className={css.where}>
      {link.trim() !== '' && (
        <li>
          {isWeb ? (
            <a href={link} target="_blank" rel="noreferrer">
              {m.library.link}
            </a>
          ) : (
            m.library.link
          )}
        </li>
      )}
      {file && (
        <li>
          <FileLink file={file} short />
        </li>
      )}
      {name !== '' && !file && files === undefined && <li>{m.library.file}</li>}
      {name !== '' && !file && files !== undefined && (
        <li>
          <button type="button" className={css.bring} aria-label={fileWords.missingOpen(name)} onClick={onOpen}>
            {fileWords.missingShort}
          </button>
        </li>
      )}
      {text.trim() !== '' && <li>{m.library.text}</li>}
    </ul>
  );
}
