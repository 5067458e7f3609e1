import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { m } from './messages';

/** Downloads all figures of a measure, for every group, as the API writes them. */
export function CsvLink({ href }: { href: string }) {
  return (
    <Button
      component="a"
      href={href}
      download
      size="compact-sm"
      variant="subtle"
      leftSection={<IconDownload size={14} aria-hidden />}
    >
      {m.csv}
    </Button>
  );
}
