import { Button, FileButton, Group } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { BASE, type Finding } from '@/api';
import { saveText } from '@/ui/csv';
import { Patient } from '@/ui/Loaded';
import { ChartSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { FindingList } from './FindingNotes';
import { m } from './messages';
import type { Editing } from './useDraft';

const TomlEditor = lazy(() => import('./TomlEditor').then(({ TomlEditor: component }) => ({ default: component })));

/** Bytes that a process has at most. */
const MOST = 1 << 20;

/** The process as text. */
export function FileTab({ editing, may }: { editing: Editing; may: boolean }) {
  const { draft, found, changed, checking } = editing;
  const [goTo, setGoTo] = useState<{ line: number } | null>(null);
  const text = draft.text ?? found.toml;
  const bring = async (file: File | null) => {
    if (!file) return;
    if (file.size > MOST) {
      tell(m.file.tooLong);
      return;
    }
    editing.write(await file.text());
    tell(m.file.brought(file.name));
  };
  const go = (finding: Finding) => {
    if (typeof finding.line === 'number') setGoTo({ line: finding.line });
  };
  return (
    <>
      <Group justify="space-between" mb="sm">
        <p className="soft" style={{ margin: 0, maxWidth: '72ch' }}>
          {m.file.says}
        </p>
        <Group gap="xs">
          {changed ? (
            <Button
              size="sm"
              variant="default"
              leftSection={<IconDownload size={16} />}
              onClick={() => saveText('process.toml', 'application/toml', text)}
            >
              {m.file.download}
            </Button>
          ) : (
            <Button
              component="a"
              href={`${BASE}/process.toml`}
              download
              size="sm"
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              {m.file.download}
            </Button>
          )}
          {may && (
            <FileButton onChange={(file) => void bring(file)} accept=".toml,text/plain,application/toml">
              {(props) => (
                <Button size="sm" variant="default" leftSection={<IconUpload size={16} />} {...props}>
                  {m.file.upload}
                </Button>
              )}
            </FileButton>
          )}
        </Group>
      </Group>
      <Suspense
        fallback={
          <Patient>
            <ChartSkeleton height={480} />
          </Patient>
        }
      >
        <TomlEditor
          label={m.file.label}
          value={text}
          readOnly={!may}
          findings={found.findings}
          goTo={goTo}
          onChange={editing.write}
        />
      </Suspense>
      <FindingList findings={found.findings} checking={checking} onGo={go} />
    </>
  );
}
