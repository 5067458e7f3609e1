import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CommitmentVerdict, DealView } from '@/api';
import { given } from '@/ui/given';
import { useCommit } from '../../queries';
import { Shown } from '../Criteria';
import css from '../Deal.module.css';
import { useTeamDay } from '../useTeamDay';
import { AgreedForm } from './AgreedForm';
import { actsOf, type CommitmentAct } from './acts';
import { m } from './messages';

interface Props {
  view: DealView;
  /** Shows an event in the time line. */
  onEvent: (id: string) => void;
}

/** What the prospect agrees to do in this stage, how it stands, and what became of it. */
export function Commitments({ view, onEvent }: Props) {
  const commit = useCommit(view.deal.id);
  const [agreeing, setAgreeing] = useState<CommitmentVerdict | null>(null);
  const { words } = useTeamDay();
  const stage = view.stage?.stage_id ?? '';
  const act = (commitment: CommitmentVerdict, what: CommitmentAct) => {
    if (what === 'agree' || what === 'again') setAgreeing(commitment);
    else commit.mutate({ stage, commitment: commitment.id, became: what });
  };
  return (
    <>
      <ul className={css.criteria}>
        {view.commitments.map((c) => (
          <li key={c.id} className={css.commitment} data-state={c.state}>
            <div>
              <p className={css.says}>{c.says}</p>
              <p className={css.missing}>
                <b>
                  {SIGNS[c.state]} {m.state[c.state]}
                </b>
                {given(c.due) && c.state !== 'kept' && ` · ${(c.state === 'lapsed' ? m.was : m.by)(words(c.due))}`}
              </p>
              {c.state === 'kept' ? (
                <Shown by={c.by} events={view.events} onEvent={onEvent} />
              ) : (
                c.missing !== '' && c.state !== 'open' && <p className={css.missing}>{c.missing}</p>
              )}
            </div>
            {view.may_change && (
              <div className={css.acts}>
                {actsOf(c).map((what) => (
                  <Button
                    key={what}
                    size="compact-sm"
                    variant="default"
                    aria-label={m.label(m[what], c.says)}
                    loading={
                      commit.isPending && commit.variables.commitment === c.id && commit.variables.became === what
                    }
                    onClick={() => act(c, what)}
                  >
                    {m[what]}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      <AgreedForm
        commitment={agreeing}
        busy={commit.isPending}
        people={view.people.map((p) => p.name).filter((name) => name !== '')}
        onSend={(commitment, news) =>
          commit.mutate(
            { stage, commitment: commitment.id, became: 'agreed', ...news },
            { onSuccess: () => setAgreeing(null) },
          )
        }
        onClose={() => setAgreeing(null)}
      />
    </>
  );
}

const SIGNS = { open: '○', agreed: '◐', kept: '✓', lapsed: '!' } as const;
