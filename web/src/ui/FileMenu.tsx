import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { m } from '@/messages';
import { type Format, FORMATS, inFormat } from './files';

interface Props {
  /** Where it is as CSV; the other formats are beside it. */
  csv: string;
  /** Where it is as JSON, where that is not beside it. */
  json?: string;
  /** What it is, where the page does not say. */
  label?: string;
}

/** Downloads everything as the API writes it, whatever of it the page shows, in a format of choice. */
export function FileMenu({ csv, json, label = m.table.take }: Props) {
  const href = (format: Format) => (format === 'json' && json !== undefined ? json : inFormat(csv, format));
  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" leftSection={<IconDownload size={14} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={href(format)} download>
            {m.table.formats[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
