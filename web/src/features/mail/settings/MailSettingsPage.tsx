import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { SettingsTabs } from '@/features/settings/SettingsTabs';
import { PageHead } from '@/ui/PageHead';
import { m } from '../messages';
import { settingsQuery } from '../queries';
import { Blocked } from './Blocked';
import { Mailbox } from './Mailbox';
import { Policy } from './Policy';

/** Mailboxes, how the workspace writes, whom nobody is to write to. */
export function MailSettingsPage() {
  const query = useQuery(settingsQuery);
  const sells = useMay('owner', 'manager', 'rep');
  return (
    <>
      <PageHead title={m.settings.title} says={m.settings.says} />
      <SettingsTabs />
      <Loaded query={query}>
        {(settings) => (
          <>
            <Mailbox whose="shared" account={settings.shared ?? null} mayChange={settings.may_change} />
            {sells && <Mailbox whose="own" account={settings.own ?? null} mayChange />}
            <Policy key={JSON.stringify(settings.policy)} policy={settings.policy} mayChange={settings.may_change} />
          </>
        )}
      </Loaded>
      <Blocked />
    </>
  );
}
