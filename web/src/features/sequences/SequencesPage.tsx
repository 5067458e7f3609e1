import { Button, Group, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SequenceLine } from '@/api';
import { useMay } from '@/app/session';
import { Letters } from '@/features/mail/Letters';
import { RunTabs } from '@/features/run/RunTabs';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { tell } from '@/ui/toast';
import { Figures } from './Figures';
import { m } from './messages';
import { sequencesQuery, useRemoveSequence } from './queries';
import { SequenceForm } from './SequenceForm';
import css from './Sequences.module.css';

/** Planned touches, how they do, and letters to begin with. */
export function SequencesPage() {
  const query = useQuery(sequencesQuery);
  const may = useMay('owner', 'manager');
  const [asked, setAsked] = useState<SequenceLine | 'new' | null>(null);
  const [leaving, setLeaving] = useState<SequenceLine | null>(null);
  const remove = useRemoveSequence();
  const add = may && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAsked('new')}>
      {m.add}
    </Button>
  );
  return (
    <>
      <PageHead title={m.title} says={may ? m.says : `${m.says} ${m.readOnly}`} actions={add} />
      <RunTabs />
      <Loaded query={query}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={m.empty} action={add}>
              {m.emptySays}
            </EmptyState>
          ) : (
            <ul className={css.cards}>
              {all.map((line) => (
                <Card
                  key={line.id}
                  line={line}
                  onEdit={may ? () => setAsked(line) : undefined}
                  onRemove={may ? () => setLeaving(line) : undefined}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Letters />
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        size="xl"
        closeOnClickOutside={false}
        title={asked === 'new' ? m.form.add : m.form.edit}
      >
        {asked !== null && <SequenceForm line={asked === 'new' ? null : asked} onClose={() => setAsked(null)} />}
      </Modal>
      <Modal opened={leaving !== null} onClose={() => setLeaving(null)} title={leaving && m.removeTitle(leaving.name)}>
        <p style={{ marginTop: 0 }}>{m.removeSays}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setLeaving(null)}>
            {m.form.cancel}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() =>
              leaving &&
              remove.mutate(leaving, {
                onSuccess: () => tell(m.removed(leaving.name)),
                onSettled: () => setLeaving(null),
              })
            }
          >
            {m.remove}
          </Button>
        </Group>
      </Modal>
    </>
  );
}

interface CardProps {
  line: SequenceLine;
  onEdit: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

function Card({ line, onEdit, onRemove }: CardProps) {
  return (
    <li className="card">
      <div className={css.head}>
        <div>
          <h2>{line.name}</h2>
          <p className={css.about}>
            <span>{m.steps(line.steps.length)}</span>
            <span>{m.running(line.running)}</span>
          </p>
        </div>
        <Group gap="xs">
          {onEdit && (
            <Button size="compact-sm" variant="default" aria-label={`${m.edit} ${line.name}`} onClick={onEdit}>
              {m.edit}
            </Button>
          )}
          {onRemove && (
            <Button size="compact-sm" variant="subtle" aria-label={`${m.remove} ${line.name}`} onClick={onRemove}>
              {m.remove}
            </Button>
          )}
        </Group>
      </div>
      <ol className={css.steps}>
        {line.steps.map((step, at) => (
          <li key={at}>
            <div>
              <p>{step.subject}</p>
              <p className={css.about}>
                <span>{m.channels[step.channel]}</span>
                <span>{m.wait(step.wait_days)}</span>
                {step.channel === 'email' && <span>{step.automatic === true ? m.automatic : m.waits}</span>}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <Figures id={line.id} />
    </li>
  );
}
