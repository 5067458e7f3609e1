import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ProcessName } from '@/api';
import { BringFile } from './BringFile';
import css from './Begin.module.css';
import { m } from './messages';
import { TemplateList } from './TemplateList';

/** The ways to begin a process: from the data while there is none, with a template, with a file. */
export function Doors({ others }: { others: readonly ProcessName[] }) {
  return (
    <div className={css.doors}>
      {others.length === 0 && (
        <Door title={m.propose.title} says={m.propose.says}>
          <Button component={Link} to="/define/propose">
            {m.propose.go}
          </Button>
        </Door>
      )}
      <Door title={m.template.title} says={m.template.says}>
        <TemplateList others={others} />
      </Door>
      <Door title={m.file.title} says={m.file.says}>
        <BringFile others={others} />
      </Door>
    </div>
  );
}

function Door({ title, says, children }: { title: string; says: string; children: ReactNode }) {
  return (
    <section className={`card ${css.door ?? ''}`}>
      <h2>{title}</h2>
      <p className="soft">{says}</p>
      {children}
    </section>
  );
}
