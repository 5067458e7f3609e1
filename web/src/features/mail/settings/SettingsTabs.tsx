import { Link } from '@tanstack/react-router';
import { Tabs } from '@/ui/Tabs';
import { m } from '../messages';

const ALONE = { exact: true };

/** The pages of the settings. */
export const SettingsTabs = () => (
  <Tabs label={m.tabs.label}>
    <Link to="/settings" activeOptions={ALONE}>
      {m.tabs.general}
    </Link>
    <Link to="/settings/mail" activeOptions={ALONE}>
      {m.tabs.mail}
    </Link>
    <Link to="/settings/notifications" activeOptions={ALONE}>
      {m.tabs.notices}
    </Link>
  </Tabs>
);
