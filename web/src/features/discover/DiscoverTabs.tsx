import { useSelection } from '@/app/selection';
import { Tabs } from '@/ui/Tabs';
import { m } from './messages';
import { SECTIONS } from './sections';

/** The pages of Discover. The choice of deals goes along from one to the next. */
export function DiscoverTabs() {
  const [selection] = useSelection();
  return <Tabs label={m.title} tabs={SECTIONS.map((section) => ({ ...section, search: selection }))} />;
}
