import { Button } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BASE, type Contents } from '@/api';
import { useMay } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { date } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { ContentsList } from './ContentsList';
import { ImprintForm } from './ImprintForm';
import css from './Manual.module.css';
import { m } from './messages';
import { contentsQuery } from './queries';

/** The cover of the manual and its contents. */
export function ManualPage() {
  const contents = useQuery(contentsQuery);
  return <Loaded query={contents}>{(data) => <Cover contents={data} />}</Loaded>;
}

function Cover({ contents }: { contents: Contents }) {
  const mayWrite = useMay('owner', 'manager', 'editor');
  const mayName = useMay('owner', 'manager');
  const [naming, setNaming] = useState(false);
  const { title, company, editor, date: day, note, sections } = contents;
  return (
    <div className={css.cover}>
      <PageHead
        title={title}
        says={[company, m.asOf(date(day))].filter(Boolean).join(' · ')}
        actions={
          <>
            <Button
              component="a"
              href={`${BASE}/manual.pdf`}
              target="_blank"
              rel="noreferrer"
              leftSection={<IconPrinter size={16} />}
            >
              {m.print}
            </Button>
            {mayWrite && (
              <Button
                renderRoot={(props) => <Link to="/manual/write" {...props} />}
                variant="default"
                leftSection={<IconPencil size={16} />}
              >
                {m.write}
              </Button>
            )}
          </>
        }
      />
      <p className={css.responsible}>
        <b>{editor ? m.editor(editor) : m.noEditor}</b>
        {mayName && (
          <Button size="compact-sm" variant="subtle" onClick={() => setNaming(true)}>
            {m.imprint.button}
          </Button>
        )}
      </p>
      {note && <p className="soft">{note}</p>}
      {sections.length === 0 ? (
        <EmptyState title={m.empty.title}>{m.empty.says}</EmptyState>
      ) : (
        <ContentsList contents={contents} wide />
      )}
      {naming && <ImprintForm contents={contents} onClose={() => setNaming(false)} />}
    </div>
  );
}
