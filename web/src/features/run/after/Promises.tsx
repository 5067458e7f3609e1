import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { AfterView, DealPromise, PromiseDue } from '@/api';
import { tellAct } from '@/ui/ActNote';
import { dayWords } from '@/ui/days';
import { given } from '@/ui/given';
import { useTeamDay } from '../deal/useTeamDay';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { Part } from './Part';
import { PromiseFields } from './PromiseFields';
import { fieldErrors, usePromise, useSettle } from './queries';

interface Props {
  deal: string;
  after: AfterView;
}

/** What we promised, and whether we kept it. */
export function Promises({ deal, after: { promises, may_change: may } }: Props) {
  const settle = useSettle(deal);
  const [adding, { open, close }] = useDisclosure(false);
  const become = (promise: DealPromise, became: 'kept' | 'dropped') =>
    settle.mutate(
      { promise: promise.id, became },
      {
        onSuccess: () =>
          tellAct((became === 'kept' ? m.promise.done : m.promise.gone)(promise.says), m.undo, () =>
            settle.mutate({ promise: promise.id, became: 'open' }),
          ),
      },
    );
  return (
    <Part
      id="promises"
      title={m.promise.title}
      actions={
        may && (
          <Button size="sm" variant="default" onClick={open}>
            {m.promise.add}
          </Button>
        )
      }
    >
      {promises.length === 0 && <p className="soft">{m.promise.none}</p>}
      <ul className={css.list}>
        {promises.map((promise) => (
          <li key={promise.id}>
            <div>
              <p>{promise.says}</p>
              <p className={css.about}>
                <About promise={promise} />
              </p>
            </div>
            {may && promise.state === 'open' && (
              <div className={css.acts}>
                {(['kept', 'dropped'] as const).map((became) => (
                  <Button
                    key={became}
                    size="compact-sm"
                    variant={became === 'kept' ? 'default' : 'subtle'}
                    aria-label={m.promise.label(m.promise[became], promise.says)}
                    onClick={() => become(promise, became)}
                  >
                    {m.promise[became]}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      <AddPromise deal={deal} opened={adding} onClose={close} />
    </Part>
  );
}

function About({ promise }: { promise: DealPromise }) {
  const { today } = useTeamDay();
  if (promise.state !== 'open' || !given(promise.due)) return <>{m.promise.state[promise.state]}</>;
  const late = promise.due < today;
  const words = dayWords(promise.due, today);
  return <span className={late ? css.late : undefined}>{(late ? m.promise.late : m.promise.by)(words)}</span>;
}

function AddPromise({ deal, opened, onClose }: { deal: string; opened: boolean; onClose: () => void }) {
  const add = usePromise(deal);
  const [promise, setPromise] = useState<PromiseDue>({ says: '' });
  const done = () => {
    setPromise({ says: '' });
    onClose();
  };
  return (
    <FormDialog
      title={m.promise.add}
      opened={opened}
      onClose={onClose}
      onSend={() => add.mutate(promise, { onSuccess: done })}
      go={m.save}
      busy={add.isPending}
      disabled={promise.says.trim() === ''}
    >
      <PromiseFields
        label={m.promise.says}
        promise={promise}
        error={fieldErrors(add.error).says}
        onChange={setPromise}
      />
    </FormDialog>
  );
}
