import { PageHead } from '@/ui/PageHead';
import { CustomerLimits } from './customers/CustomerLimits';
import { FieldsOfDeals } from './fields/FieldsOfDeals';
import { m } from './messages';
import { SettingsTabs } from './SettingsTabs';
import { WorkingDays } from './work/WorkingDays';

/** What deals hold, by which days they are due, and when a customer needs somebody. */
export function DealsSettingsPage() {
  return (
    <>
      <PageHead title={m.title} />
      <SettingsTabs />
      <FieldsOfDeals />
      <WorkingDays />
      <CustomerLimits />
    </>
  );
}
