import { Button, Tabs } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProcessDraft, SavedProcess } from '@/api';
import { useKeys } from '@/app/keys';
import { useMay } from '@/app/session';
import { moment } from '@/ui/format';
import { PageHead } from '@/ui/PageHead';
import { TABS, tabOf, useAddress } from './address';
import { ProcessSelect } from './begin/ProcessSelect';
import { FileTab } from './FileTab';
import { m } from './messages';
import { PlaybookTab } from './playbook/PlaybookTab';
import { StagesTab } from './StagesTab';
import { useDraft } from './useDraft';
import { useUndoKeys } from './useUndoKeys';
import { DraftPanel } from './versions/DraftPanel';
import { ReaderNote } from './versions/ReaderNote';
import { VersionsTab } from './versions/VersionsTab';
import type { Which } from './which';

interface Props {
  saved: SavedProcess;
  which: Which;
  /** Whether who looks may change the draft. */
  may: boolean;
  user: string;
  /** The draft as it is shown. */
  there: ProcessDraft;
  /** The draft of those who may write. */
  others: ProcessDraft;
}

/** One process with its draft and its versions. */
export function ProcessPage({ saved, which, may, user, there, others }: Props) {
  const leads = useMay('owner', 'manager');
  const editing = useDraft({ there, active: saved, which, user });
  const [{ tab, from, to }, go] = useAddress();
  const [open, setOpen] = useState<number | null>(null);
  useUndoKeys(editing);
  useKeys({ e: may && tab === 'process' ? () => setOpen(open === null ? 0 : null) : undefined });
  const compare = (older: number, newer: number | null) => go({ tab: 'versions', from: older, to: newer });
  const shown = editing.process ?? saved.process;
  return (
    <>
      <PageHead
        title={shown.name}
        says={`${shown.purpose ?? ''} ${m.saved(saved.version, saved.by ?? m.somebody, moment(saved.at))}`}
        actions={
          <>
            {may && tab === 'process' && (
              <Button variant={open === null ? 'filled' : 'default'} onClick={() => setOpen(open === null ? 0 : null)}>
                {open === null ? m.edit : m.done}
              </Button>
            )}
            {leads && which.process === undefined && (
              <Button component={Link} to="/define/propose" variant="default">
                {m.proposeAgain}
              </Button>
            )}
            <ProcessSelect here={saved.process.id} leads={leads} />
          </>
        }
      />
      {may ? (
        <DraftPanel
          editing={editing}
          active={saved}
          which={which}
          leads={leads}
          edits={tab !== 'versions'}
          onCompare={compare}
          onErrors={() => go({ tab: 'file' })}
        />
      ) : (
        <ReaderNote draft={others} onCompare={() => compare(saved.version, null)} />
      )}
      <Tabs value={tab} onChange={(value) => go({ tab: tabOf(value) })} keepMounted={false}>
        <Tabs.List aria-label={m.tabsLabel} mb="md">
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {m.tabs[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="process">
          <StagesTab editing={editing} open={open} onOpen={setOpen} may={may} onFile={() => go({ tab: 'file' })} />
        </Tabs.Panel>
        <Tabs.Panel value="playbook">
          <PlaybookTab process={shown} findings={editing.found.findings} may={may} onEdit={editing.edit} />
        </Tabs.Panel>
        <Tabs.Panel value="file">
          <FileTab editing={editing} which={which} may={may} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsTab
            active={saved.version}
            draft={others}
            which={which}
            leads={leads}
            compared={from === null ? null : { from, to }}
            onCompare={compare}
            onClose={() => go({ tab: 'versions' })}
          />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
