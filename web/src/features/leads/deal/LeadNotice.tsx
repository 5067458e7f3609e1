import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Deal, DealView, Lead } from '@/api';
import { useMay, useUser } from '@/app/session';
import { given } from '@/ui/given';
import { AssignDialog, DropDialog } from '../list/Dialogs';
import { useLeadActs } from '../list/useActs';
import { m } from '../messages';
import css from './LeadNotice.module.css';

/** Whether a deal is a lead that nobody has taken up. */
export const isLead = (deal: Deal): boolean => given(deal.lead) && deal.lead.state !== 'taken';

/** Says that a deal is a lead, and what can be done with it. Nothing for other deals. */
export function LeadNotice({ view: { deal } }: { view: DealView }) {
  const { lead } = deal;
  return given(lead) && lead.state !== 'taken' ? <Notice deal={deal} lead={lead} /> : null;
}

function Notice({ deal, lead }: { deal: Deal; lead: Lead }) {
  const user = useUser();
  const leads = useMay('owner', 'manager');
  const rep = useMay('rep');
  const [asking, setAsking] = useState<'drop' | 'assign' | null>(null);
  const { act, busy } = useLeadActs();
  const one = [{ id: deal.id, name: deal.name, owner: deal.owner }];
  const owner = deal.owner?.trim().toLowerCase() ?? '';
  const may = leads || (rep && (owner === '' || owner === user?.name.trim().toLowerCase()));
  const source = deal.attributes.source;
  const says =
    lead.state === 'dropped'
      ? m.deal.dropped(lead.reason ?? '')
      : lead.state === 'merged'
        ? m.deal.merged
        : m.deal.isLead;
  const { into } = lead;
  return (
    <section className={css.notice} aria-label={m.title}>
      <p>
        {says} {source !== undefined && m.deal.from(source)}
      </p>
      <Group gap="xs">
        {lead.state === 'merged' && given(into) && (
          <Button
            renderRoot={(props) => <Link to="/deals/$deal" params={{ deal: into }} {...props} />}
            variant="default"
          >
            {m.deal.toOther}
          </Button>
        )}
        {may && lead.state === 'open' && (
          <>
            <Button loading={busy} onClick={() => void act(one, { do: 'take' })}>
              {m.act.take}
            </Button>
            {owner === '' && user && (
              <Button variant="default" onClick={() => void act(one, { do: 'assign', owner: user.name })}>
                {m.act.mine}
              </Button>
            )}
            <Button variant="default" onClick={() => setAsking('assign')}>
              {m.act.assign}
            </Button>
            <Button variant="default" onClick={() => setAsking('drop')}>
              {m.act.drop}
            </Button>
          </>
        )}
        {may && lead.state === 'dropped' && (
          <Button variant="default" loading={busy} onClick={() => void act(one, { do: 'reopen' })}>
            {m.act.reopen}
          </Button>
        )}
      </Group>
      <DropDialog
        leads={asking === 'drop' ? 1 : 0}
        onClose={() => setAsking(null)}
        onDrop={(reason) => {
          setAsking(null);
          void act(one, { do: 'drop', reason });
        }}
      />
      <AssignDialog
        leads={asking === 'assign' ? 1 : 0}
        onClose={() => setAsking(null)}
        onAssign={(next) => {
          setAsking(null);
          void act(one, { do: 'assign', owner: next });
        }}
      />
    </section>
  );
}
