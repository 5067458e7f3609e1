import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { m } from '@/messages';

/** Downloads everything as the API writes it, whatever of it the page shows. */
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
      {m.table.allCsv}
    </Button>
  );
}
