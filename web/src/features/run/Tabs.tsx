import { Link } from '@tanstack/react-router';
import { useSelection } from '@/app/selection';
import { m } from './messages';
import css from './Tabs.module.css';

/** Board and list: two ways to look at deals. What is selected goes along. */
export function Tabs() {
  const [selection] = useSelection();
  // The board shows open deals in all stages.
  const onBoard = Object.fromEntries(
    Object.entries(selection).filter(([name]) => !['outcome', 'stage'].includes(name)),
  );
  return (
    <nav className={css.tabs} aria-label={m.tabs.label}>
      <Link to="/board" search={onBoard} className={css.tab} activeOptions={{ includeSearch: false }}>
        {m.tabs.board}
      </Link>
      <Link to="/deals" search={selection} className={css.tab} activeOptions={{ includeSearch: false, exact: true }}>
        {m.tabs.list}
      </Link>
    </nav>
  );
}
