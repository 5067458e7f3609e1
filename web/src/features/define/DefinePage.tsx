import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Finding, SavedProcess } from '@/api';
import { useKeys } from '@/app/keys';
import { useMay } from '@/app/session';
import { moment } from '@/ui/format';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { LeaveGuard } from '@/ui/LeaveGuard';
import { PageHead } from '@/ui/PageHead';
import { useFields } from '@/ui/fields';
import { stageAt } from './edit';
import { Editor } from './Editor';
import { type Surroundings, SurroundingsContext } from './editing';
import { BringFile } from './BringFile';
import { FileTab } from './FileTab';
import { FindingList } from './FindingNotes';
import { m } from './messages';
import { PlaybookTab } from './playbook/PlaybookTab';
import { namesQuery, processQuery, touchpointsQuery } from './queries';
import { SampleProcess } from './SampleProcess';
import { SaveBar } from './SaveBar';
import { StageColumns } from './StageColumns';
import { KeptDraft, StaleNote } from './Stale';
import { type Editing, useDraft } from './useDraft';
import { useUndoKeys } from './useUndoKeys';
import { VersionsTab } from './VersionsTab';

/** The process on one screen, edited as forms or as a file, with its versions. */
export function DefinePage() {
  const process = useQuery(processQuery);
  return <Loaded query={process}>{({ saved }) => (saved ? <ProcessPage saved={saved} /> : <NoProcess />)}</Loaded>;
}

function NoProcess() {
  const may = useMay('owner', 'manager');
  return (
    <>
      <PageHead title={m.title} says={m.says} />
      <EmptyState
        title={m.empty.title}
        picture={<SampleProcess />}
        action={
          <>
            <Button component={Link} to="/define/propose">
              {m.empty.action}
            </Button>
            {may && <BringFile />}
          </>
        }
      >
        {m.empty.says}
      </EmptyState>
    </>
  );
}

type Tab = keyof typeof m.tabs;

function useTab(): [Tab, (tab: Tab) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const tab = search.tab === 'file' || search.tab === 'versions' || search.tab === 'playbook' ? search.tab : 'process';
  const go = (next: Tab) =>
    void navigate({ href: next === 'process' ? '/define' : `/define?tab=${next}`, replace: true });
  return [tab, go];
}

function ProcessPage({ saved }: { saved: SavedProcess }) {
  const may = useMay('owner', 'manager');
  const editing = useDraft(saved);
  const [tab, setTab] = useTab();
  const [open, setOpen] = useState<number | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const { base, changed, draft, found } = editing;
  useUndoKeys(editing);
  useKeys({ e: may && tab === 'process' ? () => setOpen(open === null ? 0 : null) : undefined });
  const loadNewer = () => {
    setKept(draft.text ?? found.toml);
    editing.begin(saved);
  };
  const useKept = () => {
    if (kept !== null) editing.write(kept);
    setKept(null);
    setTab('file');
  };
  const name = editing.process?.name ?? base.process.name;
  return (
    <>
      <PageHead
        title={name}
        says={`${editing.process?.purpose ?? ''} ${m.saved(base.version, base.by ?? m.somebody, moment(base.at))}`}
        actions={
          may && (
            <>
              {tab === 'process' && (
                <Button
                  variant={open === null ? 'filled' : 'default'}
                  onClick={() => setOpen(open === null ? 0 : null)}
                >
                  {open === null ? m.edit : m.done}
                </Button>
              )}
              <Button component={Link} to="/define/propose" variant="default">
                {m.proposeAgain}
              </Button>
            </>
          )
        }
      />
      <LeaveGuard when={changed} says={m.save.leave} />
      {changed && saved.version !== base.version && <StaleNote newer={saved} onLoad={loadNewer} />}
      {kept !== null && <KeptDraft text={kept} onUse={useKept} onDrop={() => setKept(null)} />}
      {(changed || editing.canRedo) && <SaveBar editing={editing} stale={saved.version !== base.version} />}
      <Tabs
        value={tab}
        onChange={(value) =>
          setTab(value === 'file' || value === 'versions' || value === 'playbook' ? value : 'process')
        }
        keepMounted={false}
      >
        <Tabs.List aria-label={m.tabsLabel} mb="md">
          {Object.entries(m.tabs).map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="process">
          <Stages editing={editing} open={open} onOpen={setOpen} may={may} onFile={() => setTab('file')} />
        </Tabs.Panel>
        <Tabs.Panel value="file">
          <FileTab editing={editing} may={may} />
        </Tabs.Panel>
        <Tabs.Panel value="playbook">
          {editing.process && (
            <PlaybookTab process={editing.process} findings={editing.found.findings} may={may} onEdit={editing.edit} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsTab current={saved} may={may && !changed} onBack={editing.begin} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

interface StagesProps {
  editing: Editing;
  open: number | null;
  onOpen: (stage: number | null) => void;
  onFile: () => void;
  may: boolean;
}

function Stages({ editing, open, onOpen, onFile, may }: StagesProps) {
  const { process, found, checking } = editing;
  const surroundings = useSurroundingsOf(editing);
  if (!process) {
    return (
      <EmptyState title={m.unreadable.title} action={<Button onClick={onFile}>{m.unreadable.go}</Button>}>
        {m.unreadable.says}
      </EmptyState>
    );
  }
  if (open === null) {
    return (
      <StageColumns
        process={process}
        grounds={found.grounds}
        findings={found.findings}
        {...(may && { onOpen: (place: number) => onOpen(place), onEdit: editing.edit })}
      />
    );
  }
  const go = (finding: Finding) => {
    const place = stageAt(finding);
    onOpen(place ?? -1);
  };
  return (
    <SurroundingsContext value={surroundings}>
      <Editor process={process} open={open} onOpen={onOpen} onEdit={editing.edit} />
      <FindingList findings={found.findings} checking={checking} onGo={go} />
    </SurroundingsContext>
  );
}

function useSurroundingsOf({ found }: Editing): Surroundings {
  const fields = useFields();
  const touchpoints = useQuery(touchpointsQuery).data;
  const names = useQuery(namesQuery).data;
  return useMemo(
    () => ({
      findings: found.findings,
      grounds: found.grounds,
      kinds: [...new Set([...(touchpoints ?? []).map((t) => t.kind), ...(names?.activities ?? [])])],
      fields: fields.map((f) => ({ name: f.name, values: f.values.map((v) => v.value).filter((v) => v !== '') })),
      observed: names?.stages ?? [],
    }),
    [found, fields, touchpoints, names],
  );
}
