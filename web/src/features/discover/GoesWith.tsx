import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Selection } from '@/app/selection';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { kept } from '@/ui/format';
import { driversQuery } from './drivers/queries';
import css from './Comparison.module.css';
import { m } from './messages';

/** Sentences shown before one goes to all of them. */
const FIRST = 4;

/** The strongest of what won and lost deals differ in, compared among deals that had got as far. */
export function GoesWith({ selection }: { selection: Selection }) {
  const query = useQuery(driversQuery(selection));
  return (
    <Loaded query={query} skeleton={<TextSkeleton />}>
      {(found) => {
        const told = found.drivers.filter((d) => d.certainty === 'supported' || d.certainty === 'hint').slice(0, FIRST);
        return (
          <Section
            title={m.drivers.title}
            says={found.sentence}
            actions={
              <Link to="/discover/drivers" search={selection}>
                {m.drivers.all}
              </Link>
            }
          >
            {told.map((d) => (
              <p key={d.id} className={css.sentence} data-supported={d.certainty === 'supported' || undefined}>
                {kept(d.sentence)} {d.certainty === 'hint' && <span className="soft small">{m.drivers.hint}</span>}
              </p>
            ))}
          </Section>
        );
      }}
    </Loaded>
  );
}
