import { Link } from '@tanstack/react-router';
import { useSelection } from '@/app/selection';
import { PAGE_ALONE, Tabs } from '@/ui/Tabs';
import { m } from './messages';

/** Board and list: two ways to look at deals. What is selected goes along. */
export function RunTabs() {
  const [selection] = useSelection();
  // The board shows open deals in all stages.
  const onBoard = Object.fromEntries(
    Object.entries(selection).filter(([name]) => !['outcome', 'stage'].includes(name)),
  );
  return (
    <Tabs label={m.tabs.label}>
      <Link to="/board" search={onBoard} activeOptions={PAGE_ALONE}>
        {m.tabs.board}
      </Link>
      <Link to="/deals" search={selection} activeOptions={PAGE_ALONE}>
        {m.tabs.list}
      </Link>
      <Link to="/leads" activeOptions={PAGE_ALONE}>
        {m.tabs.leads}
      </Link>
      <Link to="/accounts">{m.tabs.accounts}</Link>
      <Link to="/customers" activeOptions={PAGE_ALONE}>
        {m.tabs.customers}
      </Link>
      <Link to="/sequences" activeOptions={PAGE_ALONE}>
        {m.tabs.sequences}
      </Link>
      <Link to="/mail" activeOptions={PAGE_ALONE}>
        {m.tabs.mail}
      </Link>
      <Link to="/commission">{m.tabs.commission}</Link>
    </Tabs>
  );
}
