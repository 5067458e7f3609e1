import { PageHead } from '@/ui/PageHead';
import { m } from './messages';
import { CurrencyOfSums } from './money/CurrencyOfSums';
import { Discounts } from './money/Discounts';
import { PriceLists } from './prices/PriceLists';
import { Catalogue } from './products/Catalogue';
import { SettingsTabs } from './SettingsTabs';

/** What is sold, for how much, and how far one may go below. */
export function PricesPage() {
  return (
    <>
      <PageHead title={m.title} />
      <SettingsTabs />
      <Catalogue />
      <PriceLists />
      <Discounts />
      <CurrencyOfSums />
    </>
  );
}
