import { Button, CopyButton, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SavedForm } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { m } from './messages';
import { snippetsQuery } from './queries';

/** The HTML by which a form stands on a page of one's own. */
export function SnippetDialog({ form, onClose }: { form: SavedForm | null; onClose: () => void }) {
  return (
    <Modal opened={form !== null} onClose={onClose} size="lg" title={m.snippet.title(form?.name ?? '')}>
      {form && <Snippets id={form.id} />}
    </Modal>
  );
}

function Snippets({ id }: { id: string }) {
  const query = useQuery(snippetsQuery(id));
  return (
    <Loaded query={query} skeleton={<TextSkeleton lines={6} />}>
      {({ link, frame, plain }) => (
        <Stack gap="lg">
          <Copied text={frame}>
            <Textarea
              label={m.snippet.frame}
              description={m.snippet.frameHelp}
              readOnly
              autosize
              value={frame}
              styles={CODE}
            />
          </Copied>
          <Copied text={plain}>
            <Textarea
              label={m.snippet.plain}
              description={m.snippet.plainHelp}
              readOnly
              autosize
              maxRows={10}
              value={plain}
              styles={CODE}
            />
          </Copied>
          <Copied text={link}>
            <TextInput label={m.snippet.link} description={m.snippet.linkHelp} readOnly value={link} />
          </Copied>
        </Stack>
      )}
    </Loaded>
  );
}

const CODE = { input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } };

function Copied({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div>
      {children}
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-sm" variant="default" mt={6} onClick={copy}>
            {copied ? m.snippet.copied : m.snippet.copy}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
