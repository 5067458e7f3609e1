import { Link } from '@tanstack/react-router';
import { Tabs } from '@/ui/Tabs';
import { m } from './messages';

const ALONE = { exact: true };

/** The pages of the settings. */
export const SettingsTabs = () => (
  <Tabs label={m.title}>
    <Link to="/settings" activeOptions={ALONE}>
      {m.tabs.people}
    </Link>
    <Link to="/settings/deals">{m.tabs.deals}</Link>
    <Link to="/settings/prices">{m.tabs.prices}</Link>
    <Link to="/settings/quotas">{m.tabs.quotas}</Link>
    <Link to="/settings/mail">{m.tabs.mail}</Link>
    <Link to="/settings/notifications">{m.tabs.notices}</Link>
    <Link to="/settings/workspace">{m.tabs.workspace}</Link>
  </Tabs>
);
