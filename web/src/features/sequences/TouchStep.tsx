import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ToDo } from '@/api';
import { m } from './messages';
import css from './Sequences.module.css';
import { StepDialog, type StepOf } from './StepDialog';

/** What can be done about a step of a sequence in My day: a mail is looked at and sent, a call is done. */
export function TouchStep({ line }: { line: ToDo }) {
  const [of, setOf] = useState<StepOf | null>(null);
  const enrolment = line.item.split('/')[0] ?? '';
  return (
    <div className={css.acts} style={{ marginTop: 4 }}>
      <Button size="compact-sm" variant="default" onClick={() => setOf({ deal: line.deal, enrolment })}>
        {line.channel === 'email' ? m.deal.look : m.deal.done}
      </Button>
      <StepDialog of={of} onClose={() => setOf(null)} />
    </div>
  );
}
