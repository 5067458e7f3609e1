import { Link } from '@tanstack/react-router';
import { PAGE_ALONE, Tabs } from '@/ui/Tabs';
import { m } from './messages';

/** Statements, and what they are made by. */
export const ViewTabs = () => (
  <Tabs label={m.tabs.label}>
    <Link to="/commission" activeOptions={PAGE_ALONE}>
      {m.tabs.statements}
    </Link>
    <Link to="/commission/plans" activeOptions={PAGE_ALONE}>
      {m.tabs.plans}
    </Link>
  </Tabs>
);
