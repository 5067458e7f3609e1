import { ActionIcon, Button, Checkbox, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { LeadAct, LeadLine } from '@/api';
import { date } from '@/ui/format';
import { given } from '@/ui/given';
import { m } from '../messages';
import css from './Leads.module.css';

interface Props {
  lead: LeadLine;
  at: number;
  style: CSSProperties;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onAct: (act: LeadAct | 'drop' | 'assign') => void;
}

/** A line of the list: who it is, how to reach them, from where, whose. */
export function LeadRow({ lead, at, style, chosen, onChoose, onAct }: Props) {
  const about = [lead.title, lead.account === lead.name ? null : lead.account].filter(given).join(', ');
  return (
    <div
      className={css.row}
      role="row"
      aria-rowindex={at + 2}
      style={style}
      data-lead={lead.id}
      data-chosen={chosen || undefined}
    >
      <div role="cell">
        <Checkbox
          size="md"
          aria-label={m.list.select(lead.name)}
          checked={chosen}
          disabled={!lead.may_change}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      </div>
      <div role="cell" className={css.cell}>
        <Link to="/deals/$deal" params={{ deal: lead.id }} className="quiet-link" data-open>
          {lead.name}
        </Link>
        {about !== '' && <span className="soft small">{about}</span>}
      </div>
      <div role="cell" className={css.cell}>
        {lead.may_contact ? (
          <>
            {given(lead.email) && <span className="small">{lead.email}</span>}
            {given(lead.phone) && <span className="soft small">{lead.phone}</span>}
          </>
        ) : (
          <span className={`small ${css.warn ?? ''}`} title={m.list.mayHelp}>
            {m.list.may}
          </span>
        )}
        {lead.state === 'dropped' && given(lead.reason) && <span className="soft small">{lead.reason}</span>}
      </div>
      <div role="cell" className={css.cell}>
        <span>{lead.source}</span>
        {given(lead.campaign) && <span className="soft small">{lead.campaign}</span>}
      </div>
      <div role="cell" className={css.cell}>
        {given(lead.owner) ? <span>{lead.owner}</span> : <span className="soft">{m.list.nobody}</span>}
      </div>
      <div role="cell" className="small soft">
        {date(lead.received)}
      </div>
      <div role="cell" className={css.acts}>
        {lead.may_change && <Acts lead={lead} onAct={onAct} />}
      </div>
    </div>
  );
}

function Acts({ lead, onAct }: Pick<Props, 'lead' | 'onAct'>) {
  if (lead.state === 'dropped') {
    return (
      <Button size="compact-sm" variant="default" onClick={() => onAct({ do: 'reopen' })}>
        {m.act.reopen}
      </Button>
    );
  }
  if (lead.state !== 'open') {
    return (
      <Button
        size="compact-sm"
        variant="default"
        renderRoot={(props) => <Link to="/deals/$deal" params={{ deal: lead.id }} {...props} />}
      >
        {m.act.open}
      </Button>
    );
  }
  return (
    <>
      <Button size="compact-sm" variant="default" disabled={!lead.may_contact} onClick={() => onAct({ do: 'take' })}>
        {m.act.take}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={32} variant="subtle" c="var(--ink-soft)" aria-label={`${lead.name}: …`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onAct('assign')}>{m.act.assign}</Menu.Item>
          <Menu.Item onClick={() => onAct('drop')}>{m.act.drop}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
