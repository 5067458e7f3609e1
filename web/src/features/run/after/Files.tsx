import { ActionIcon, Button, Checkbox, FileButton } from '@mantine/core';
import { IconPaperclip, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { AfterView, DealFile } from '@/api';
import { bytes, date } from '@/ui/format';
import { tell } from '@/ui/toast';
import css from './After.module.css';
import { FormDialog } from '@/ui/FormDialog';
import { m } from './messages';
import { Mark, Part } from './Part';
import { fieldErrors, fileAddress, useAttach, useDetach } from './queries';

interface Props {
  deal: string;
  after: AfterView;
}

/** Files of the deal, the contract among them. */
export function Files({ deal, after: { files, may_change: may } }: Props) {
  const attach = useAttach(deal);
  const detach = useDetach(deal);
  const [contract, setContract] = useState(false);
  const [gone, setGone] = useState<DealFile | null>(null);
  const send = (file: File | null) => {
    if (file === null) return;
    attach.mutate(
      { file, contract },
      {
        onSuccess: () => {
          tell(m.files.attached(file.name));
          setContract(false);
        },
      },
    );
  };
  const remove = () =>
    gone !== null &&
    detach.mutate(gone.id, {
      onSuccess: () => {
        tell(m.files.removed(gone.name));
        setGone(null);
      },
    });
  return (
    <Part id="files" title={m.files.title}>
      {files.length === 0 && <p className="soft">{m.files.none}</p>}
      <ul className={css.list}>
        {files.map((file) => (
          <li key={file.id} style={{ gridTemplateColumns: 'minmax(0, 1fr) auto' }}>
            <div>
              <p>
                <a href={fileAddress(deal, file.id)} download={file.name}>
                  {file.name}
                </a>{' '}
                {file.contract && <Mark tone="good">{m.files.isContract}</Mark>}
              </p>
              <p className={css.about}>{m.files.about(bytes(file.size), file.by ?? '', date(file.at))}</p>
            </div>
            {may && (
              <ActionIcon
                size={32}
                variant="subtle"
                c="var(--ink-soft)"
                aria-label={m.files.remove(file.name)}
                onClick={() => setGone(file)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div className={css.acts} style={{ alignItems: 'center' }}>
          <FileButton onChange={send}>
            {(props) => (
              <Button
                {...props}
                size="sm"
                variant="default"
                leftSection={<IconPaperclip size={16} />}
                loading={attach.isPending}
              >
                {m.files.attach}
              </Button>
            )}
          </FileButton>
          <Checkbox
            label={m.files.contract}
            checked={contract}
            onChange={(event) => setContract(event.currentTarget.checked)}
          />
          <span className={css.about}>{Object.values(fieldErrors(attach.error))[0] ?? m.files.most}</span>
        </div>
      )}
      <FormDialog
        title={gone === null ? '' : m.files.remove(gone.name)}
        opened={gone !== null}
        onClose={() => setGone(null)}
        onSend={remove}
        go={m.files.go}
        busy={detach.isPending}
        danger
      >
        <p style={{ margin: 0 }}>{gone !== null && m.files.sure(gone.name)}</p>
      </FormDialog>
    </Part>
  );
}
