import { IconDownload } from '@tabler/icons-react';
import type { LibraryFile } from '@/api';
import css from './Files.module.css';
import { fileNamed, urlOf } from './files';
import { m } from './messages';

/** A file as a link that keeps it; `short` where its name has no room. */
export function FileLink({ file, short = false }: { file: LibraryFile; short?: boolean }) {
  return (
    <a
      className={css.link}
      href={urlOf(file)}
      download={file.name}
      title={m.open(file.name)}
      {...(short && { 'aria-label': m.open(file.name) })}
    >
      <IconDownload size={16} aria-hidden /> {short ? m.short : file.name}
    </a>
  );
}

interface Props {
  name: string;
  /** What content it is the file of. */
  of: string;
  /** The files of the library; none before they are known. */
  files: readonly LibraryFile[] | undefined;
}

/** A file of content: its link, size, who brought it and when, a small preview of pictures and videos. */
export function FileShown({ name, of, files }: Props) {
  const file = fileNamed(files ?? [], name);
  if (files === undefined) return <p>{name}</p>;
  if (file === undefined) return <p className={css.missing}>{m.missing(name)}</p>;
  return (
    <figure className={css.shown}>
      <Media file={file} of={of} />
      <figcaption>
        <FileLink file={file} />
        <span className="soft small">{m.facts(file.size, file.by ?? null, file.at)}</span>
      </figcaption>
    </figure>
  );
}

function Media({ file, of }: { file: LibraryFile; of: string }) {
  if (file.media.startsWith('image/')) return <img src={urlOf(file)} alt={m.picture(of)} loading="lazy" />;
  if (file.media.startsWith('video/'))
    return <video src={urlOf(file)} controls preload="metadata" aria-label={m.video(of)} />;
  return null;
}
