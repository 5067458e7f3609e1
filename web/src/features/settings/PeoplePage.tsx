import { PageHead } from '@/ui/PageHead';
import { m } from './messages';
import { People } from './People';
import { SettingsTabs } from './SettingsTabs';
import { Teams } from './teams/Teams';

/** Who signs in, and who sells together. */
export function PeoplePage() {
  return (
    <>
      <PageHead title={m.title} />
      <SettingsTabs />
      <People />
      <Teams />
    </>
  );
}
