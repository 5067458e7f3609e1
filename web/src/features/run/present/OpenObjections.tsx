import { useQuery } from '@tanstack/react-query';
import { m } from './messages';
import css from './Present.module.css';
import { objectionsQuery } from './queries';

/** What they raised and did not settle, where a deal is about to be closed; nothing where nothing is open. */
export function OpenObjections({ deal }: { deal: string }) {
  const open = useQuery(objectionsQuery(deal)).data?.open ?? [];
  if (open.length === 0) return null;
  return (
    <div className={css.warn} role="note">
      <b>{m.objections.open(open.length)}</b>
      <ul>
        {open.map((objection) => (
          <li key={objection.says}>
            {objection.says} <span className={css.about}>{m.objections.states[objection.state]}</span>
          </li>
        ))}
      </ul>
      <span className={css.about}>{m.objections.openHelp}</span>
    </div>
  );
}
