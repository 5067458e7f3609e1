import { Stack } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { ThemeSwitch } from '@/app/ThemeSwitch';
import { m } from '@/messages';
import css from './Door.module.css';

/** The frame of the pages for people who are not signed in. */
export function Door({ title, says, children }: { title: string; says?: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · ${m.app.name}`;
  }, [title]);
  return (
    <main className={css.door}>
      <div className={css.theme}>
        <ThemeSwitch />
      </div>
      <div className={css.frame}>
        <p className={css.brand}>
          <img src="/favicon.svg" alt="" width={32} height={32} /> {m.app.name}
        </p>
        <h1>{title}</h1>
        {says !== undefined && <p className="soft">{says}</p>}
        <Stack gap="md" mt="lg">
          {children}
        </Stack>
      </div>
    </main>
  );
}
