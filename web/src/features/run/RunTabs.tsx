import { useSelection } from '@/app/selection';
import { Tabs } from '@/ui/Tabs';
import { m } from './messages';

/** Board and list: two ways to look at deals. What is selected goes along. */
export function RunTabs() {
  const [selection] = useSelection();
  // The board shows open deals in all stages.
  const onBoard = Object.fromEntries(
    Object.entries(selection).filter(([name]) => !['outcome', 'stage'].includes(name)),
  );
  return (
    <Tabs
      label={m.tabs.label}
      tabs={[
        { to: '/board', name: m.tabs.board, search: onBoard },
        { to: '/deals', name: m.tabs.list, search: selection },
      ]}
    />
  );
}
