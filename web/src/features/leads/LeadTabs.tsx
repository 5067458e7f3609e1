import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PAGE_ALONE, Tabs } from '@/ui/Tabs';
import { count } from '@/ui/format';
import { m } from './messages';
import { filtersQuery } from './queries';

/** The pages about leads; duplicates that wait are counted. */
export function LeadTabs() {
  const doubts = useQuery(filtersQuery).data?.doubts ?? 0;
  return (
    <Tabs label={m.tabs.label}>
      <Link to="/leads" activeOptions={PAGE_ALONE}>
        {m.tabs.list}
      </Link>
      <Link to="/leads/duplicates" activeOptions={PAGE_ALONE}>
        {m.tabs.duplicates}
        {doubts > 0 && ` (${count(doubts)})`}
      </Link>
      <Link to="/leads/lists" activeOptions={PAGE_ALONE}>
        {m.tabs.lists}
      </Link>
      <Link to="/leads/forms" activeOptions={PAGE_ALONE}>
        {m.tabs.forms}
      </Link>
      <Link to="/leads/rules" activeOptions={PAGE_ALONE}>
        {m.tabs.rules}
      </Link>
      <Link to="/leads/sources" activeOptions={PAGE_ALONE}>
        {m.tabs.sources}
      </Link>
      <Link to="/board" activeOptions={PAGE_ALONE}>
        {m.tabs.deals}
      </Link>
    </Tabs>
  );
}
