import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { SettingsTabs } from '@/features/mail/settings/SettingsTabs';
import { PageHead, Section } from '@/ui/PageHead';
import { FieldsOfDeals } from './fields/FieldsOfDeals';
import { CustomerLimits } from './customers/CustomerLimits';
import { m } from './messages';
import { CurrencyOfSums } from './money/CurrencyOfSums';
import { Discounts } from './money/Discounts';
import { People } from './People';
import { PriceLists } from './prices/PriceLists';
import { Catalogue } from './products/Catalogue';
import { Teams } from './teams/Teams';
import { Refusals } from './refusals/Refusals';
import { WorkingDays } from './work/WorkingDays';
import { Workspace } from './Workspace';

/** People, what is sold, working days, what was refused, facts about the workspace, appearance. */
export function SettingsPage() {
  return (
    <>
      <PageHead title={m.title} />
      <SettingsTabs />
      <People />
      <Teams />
      <FieldsOfDeals />
      <Catalogue />
      <PriceLists />
      <Discounts />
      <CurrencyOfSums />
      <WorkingDays />
      <Refusals />
      <CustomerLimits />
      <Workspace />
      <Appearance />
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
