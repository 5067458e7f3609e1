import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProcessName, TemplateInfo } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import css from './Begin.module.css';
import { templatesQuery } from './queries';
import { TemplateDialog } from './TemplateDialog';

/** The templates by name; each can be looked at before it is taken. */
export function TemplateList({ others }: { others: readonly ProcessName[] }) {
  const templates = useQuery(templatesQuery);
  const [seen, setSeen] = useState<TemplateInfo | null>(null);
  return (
    <Loaded query={templates} skeleton={<TextSkeleton />}>
      {(list) => (
        <>
          <ul className={css.templates}>
            {list.map((template) => (
              <li key={template.id}>
                <button type="button" className={css.template} onClick={() => setSeen(template)}>
                  <b>{template.name}</b>
                  <span className="soft small">{template.about}</span>
                </button>
              </li>
            ))}
          </ul>
          {seen && <TemplateDialog template={seen} others={others} onClose={() => setSeen(null)} />}
        </>
      )}
    </Loaded>
  );
}
