import { Button, FileButton, Group, Menu } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { BASE } from '@/api';
import { saveText } from '@/ui/csv';
import { writeParams } from '@/app/selection';
import { m } from './messages';
import { m as words } from './versions/messages';
import type { Which } from './which';

interface Props {
  text: string;
  /** The text is a draft, which the server gives no file of. */
  changed: boolean;
  which: Which;
  may: boolean;
  onBring: (file: File | null) => void;
}

/** How the process leaves as a file and comes back. */
export function FileActions({ text, changed, which, may, onBring }: Props) {
  const query = writeParams({ ...which });
  return (
    <Group justify="space-between" mb="sm">
      <p className="soft" style={{ margin: 0, maxWidth: '72ch' }}>
        {m.file.says}
      </p>
      <Group gap="xs">
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="sm" variant="default" leftSection={<IconDownload size={16} />}>
              {m.file.download}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {changed && (
              <Menu.Item onClick={() => saveText('process-draft.toml', 'application/toml', text)}>
                {words.file.draft}
              </Menu.Item>
            )}
            <Menu.Item component="a" href={`${BASE}/process.toml${query}`} download>
              {words.file.toml}
            </Menu.Item>
            <Menu.Item component="a" href={`${BASE}/process.bpmn${query}`} download>
              {words.file.bpmn}
            </Menu.Item>
            <Menu.Item component="a" href={`${BASE}/process/schema`} download="process.schema.json">
              {words.file.schema}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {may && (
          <FileButton onChange={onBring} accept=".toml,text/plain,application/toml">
            {(props) => (
              <Button size="sm" variant="default" leftSection={<IconUpload size={16} />} {...props}>
                {m.file.upload}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
    </Group>
  );
}
