import { Button } from '@mantine/core';
import { IconCopy, IconDownload, IconExternalLink } from '@tabler/icons-react';
import { BASE, type Content, type Deal } from '@/api';
import { useUser } from '@/app/session';
import { FilledText } from '@/features/define/playbook/Preview';
import { filledText, valuesOf } from '@/features/define/playbook/variables';
import { date } from '@/ui/format';
import { tell } from '@/ui/toast';
import { m } from './messages';

/** The title of content, leading to where it is: its address on the web, or its file. */
export function ItemLink({ item, name }: { item: Content | undefined; name: string }) {
  const { link = '', file = '' } = item ?? {};
  if (/^https?:\/\//i.test(link)) {
    return (
      <a href={link} target="_blank" rel="noreferrer">
        {name} <IconExternalLink size={14} aria-hidden />
      </a>
    );
  }
  if (file === '') return <span>{name}</span>;
  return (
    <a href={`${BASE}/library/files/${encodeURIComponent(file)}`} download={file} title={m.hand.file(file)}>
      {name} <IconDownload size={14} aria-hidden />
    </a>
  );
}

/** The text of content with the values of the deal, to be copied. */
export function ItemText({ text, deal }: { text: string; deal: Deal }) {
  const rep = useUser()?.name ?? '';
  const values = valuesOf(deal, rep, date(new Date().toISOString()));
  const copy = () => {
    navigator.clipboard.writeText(filledText(text, values)).then(
      () => tell(m.hand.copied),
      () => tell(m.hand.notCopied),
    );
  };
  return (
    <details>
      <summary>{m.hand.text}</summary>
      <FilledText text={text} values={values} />
      <Button size="compact-sm" variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={copy}>
        {m.hand.copy}
      </Button>
    </details>
  );
}
