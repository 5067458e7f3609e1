import { Alert, Button, Code, Group, ScrollArea } from '@mantine/core';
import type { SavedProcess } from '@/api';
import { saveText } from '@/ui/csv';
import { m } from './messages';

interface StaleProps {
  newer: SavedProcess;
  onLoad: () => void;
}

const ours = { root: { borderColor: 'var(--warn)' }, label: { color: 'var(--ink)' } };

/** Somebody else saved a version meanwhile: what can be done about it. */
export function StaleNote({ newer, onLoad }: StaleProps) {
  return (
    <Alert variant="default" role="alert" mb="md" title={m.stale.title(newer.version)} styles={ours}>
      <p style={{ marginTop: 0 }}>{m.stale.says(newer.by ?? m.somebody, newer.note)}</p>
      <Button size="sm" onClick={onLoad}>
        {m.stale.load(newer.version)}
      </Button>
    </Alert>
  );
}

interface KeptProps {
  text: string;
  onUse: () => void;
  onDrop: () => void;
}

/** The draft that could not be saved, as text. */
export function KeptDraft({ text, onUse, onDrop }: KeptProps) {
  return (
    <Alert variant="default" mb="md" title={m.stale.kept} styles={ours}>
      <ScrollArea.Autosize mah={200}>
        <Code block>{text}</Code>
      </ScrollArea.Autosize>
      <Group gap="sm" mt="sm">
        <Button size="sm" onClick={onUse}>
          {m.stale.use}
        </Button>
        <Button size="sm" variant="default" onClick={() => saveText('my-draft.toml', 'application/toml', text)}>
          {m.stale.download}
        </Button>
        <Button size="sm" variant="subtle" onClick={onDrop}>
          {m.stale.drop}
        </Button>
      </Group>
    </Alert>
  );
}
