import { BASE, type Content, type LibraryFile } from '@/api';
import { m } from './messages';

/** Most bytes of one file. */
export const MOST_BYTES = 50 * 2 ** 20;

/** Where a file is; another address for each version, so that a browser shows the one that is there now. */
export const urlOf = ({ name, version }: Pick<LibraryFile, 'name' | 'version'>): string =>
  `${BASE}/library/files/${encodeURIComponent(name)}?version=${version}`;

export const fileNamed = (files: readonly LibraryFile[], name: string): LibraryFile | undefined =>
  files.find((f) => f.name === name.trim());

/** What keeps files that were chosen or dropped from being sent; none if nothing does. */
export function refusal(files: readonly File[]): string | null {
  const [file, second] = files;
  if (second !== undefined) return m.oneOnly;
  if (file === undefined) return null;
  if (file.size === 0) return m.empty(file.name);
  return file.size > MOST_BYTES ? m.tooLarge(file.name, file.size) : null;
}

/** Titles of the other content that names a file. */
export const alsoNaming = (library: readonly Content[], file: string, but: string): string[] =>
  library.filter((c) => c.id !== but && (c.file ?? '').trim() === file).map((c) => c.name || c.id);
