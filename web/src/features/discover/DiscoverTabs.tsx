import { Link } from '@tanstack/react-router';
import { useSelection } from '@/app/selection';
import { PAGE_ALONE, Tabs } from '@/ui/Tabs';
import { m } from './messages';
import { SECTIONS } from './sections';

/** The pages of Discover. The choice of deals goes along from one to the next. */
export function DiscoverTabs() {
  const [selection] = useSelection();
  return (
    <Tabs label={m.title}>
      {SECTIONS.map(({ to, name }) => (
        <Link key={to} to={to} search={selection} activeOptions={PAGE_ALONE}>
          {name}
        </Link>
      ))}
    </Tabs>
  );
}
