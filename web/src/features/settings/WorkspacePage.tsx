import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { PageHead, Section } from '@/ui/PageHead';
import { m } from './messages';
import { Refusals } from './refusals/Refusals';
import { SettingsTabs } from './SettingsTabs';
import { Workspace } from './Workspace';

/** Facts about the workspace, what was refused, how it looks. */
export function WorkspacePage() {
  return (
    <>
      <PageHead title={m.title} />
      <SettingsTabs />
      <Workspace />
      <Appearance />
      <Refusals />
    </>
  );
}

const isScheme = (word: string): word is 'auto' | 'light' | 'dark' => ['auto', 'light', 'dark'].includes(word);

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={m.appearance.title} says={m.appearance.keys}>
      <SegmentedControl
        aria-label={m.appearance.label}
        value={colorScheme}
        onChange={(next) => isScheme(next) && setColorScheme(next)}
        data={[
          { value: 'auto', label: m.appearance.auto },
          { value: 'light', label: m.appearance.light },
          { value: 'dark', label: m.appearance.dark },
        ]}
      />
    </Section>
  );
}
