import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Contents, ContentsSection } from '@/api';
import css from './Manual.module.css';
import { m } from './messages';

interface Props {
  contents: Contents;
  /** Page that is open. */
  open?: string;
  /** With what is found in each section. */
  wide?: boolean;
}

/** The table of contents, with a search in its titles. */
export function ContentsList({ contents, open, wide = false }: Props) {
  const [text, setText] = useState('');
  const found = foundIn(contents.sections, text);
  return (
    <nav aria-label={m.contents}>
      <TextInput
        data-filter
        size="sm"
        mb="md"
        maw={360}
        type="search"
        aria-label={m.search}
        placeholder={m.search}
        leftSection={<IconSearch size={16} />}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      {found.length === 0 && <p className="soft">{m.nothing(text.trim())}</p>}
      <ol className={wide ? css.sections : css.narrow}>
        {found.map((section) => (
          <li key={section.letter}>
            <h2 className={css.section}>
              <span className={css.letter} style={{ background: section.colour, color: section.ink }} aria-hidden>
                {section.letter}
              </span>
              {section.title}
            </h2>
            {wide && <p className="soft small">{section.intro}</p>}
            <ol className={css.entries}>
              {section.pages.map((page) => (
                <li key={page.id}>
                  <Link
                    to="/manual/$page"
                    params={{ page: page.id }}
                    className={css.entry}
                    {...(page.id === open && { 'aria-current': 'page' as const })}
                  >
                    <span>
                      {page.title}
                      {wide && page.kind === 'written' && <span className="soft small"> · {m.written}</span>}
                    </span>
                    <span className={css.number}>{page.number}</span>
                  </Link>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The sections with only those pages whose titles have the text in them. */
export function foundIn(sections: ContentsSection[], text: string): ContentsSection[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return sections;
  return sections
    .map((s) => ({ ...s, pages: s.pages.filter((p) => p.title.toLowerCase().includes(wanted)) }))
    .filter((s) => s.pages.length > 0);
}
