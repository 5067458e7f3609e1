import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WorkBackward } from '@/api';
import type { Selection } from '@/app/selection';
import { Figure, Figures } from '@/ui/Figure';
import { deals, shortDays } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { ChartSkeleton } from '@/ui/Skeletons';
import css from './Back.module.css';
import { HowMany } from './HowMany';
import { m } from './messages';
import { type Backward, workBackwardQuery } from './queries';
import { StepsChart } from './StepsChart';
import { TimeLine } from './TimeLine';

interface Props {
  selection: Selection;
  backward: Backward;
  onChange: (change: Record<string, string | number | undefined>) => void;
}

/** The usual time to close, the deals that took it, and their steps counted back from the close. */
export function WorkBackwardSection({ selection, backward, onChange }: Props) {
  const query = useQuery(workBackwardQuery(selection, backward));
  return (
    <Section title={m.backward.title} says={m.backward.says}>
      <div className={css.choose}>
        <span className="small">{m.backward.last}</span>
        <HowMany
          label={m.backward.last}
          value={backward.last}
          choices={[10, 25, 100]}
          all={m.backward.all}
          onChange={(last) => onChange({ last, from_days: undefined, to_days: undefined })}
        />
        {backward.from !== undefined && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onChange({ from_days: undefined, to_days: undefined })}
          >
            {m.backward.usual}
          </Button>
        )}
      </div>
      <Loaded query={query} skeleton={<ChartSkeleton height={460} />}>
        {(found) => <Found found={found} onChange={onChange} />}
      </Loaded>
    </Section>
  );
}

function Found({ found, onChange }: { found: WorkBackward; onChange: Props['onChange'] }) {
  return (
    <>
      <p className={css.sentence}>{found.sentence}</p>
      {found.notes.length > 0 && (
        <ul className={css.notes}>
          {found.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {found.groups.length > 1 && (
        <div className={css.choose}>
          {found.groups.map((g) => (
            <Button
              key={g.from_days}
              size="compact-sm"
              variant="default"
              onClick={() => onChange({ from_days: g.from_days, to_days: g.to_days })}
            >
              {m.backward.look(g.deals, shortDays(g.from_days), shortDays(g.to_days))}
            </Button>
          ))}
        </div>
      )}
      {found.deals > 0 && (
        <>
          {!found.little && <Typical found={found} />}
          <div className={css.part}>
            <h3>{m.backward.dealsTitle}</h3>
            <p className="soft">
              {m.backward.deals(found.shown.length, found.deals)}{' '}
              {found.owners > 0 && m.backward.owners(found.owners, found.deals)}
            </p>
            <TimeLine deals={found.shown} stages={found.stages} align="close" label={deals(found.shown.length)} />
          </div>
          <div className={css.part}>
            <StepsChart found={found} />
          </div>
        </>
      )}
    </>
  );
}

function Typical({ found: { touches, days, touchpoints } }: { found: WorkBackward }) {
  const half = (s: { q25?: number | null; q75?: number | null }) => m.backward.half(`${s.q25 ?? 0}`, `${s.q75 ?? 0}`);
  return (
    <Figures>
      <Figure
        label={m.backward.time}
        value={shortDays(days.median)}
        basis={m.backward.halfTook(shortDays(days.q25), shortDays(days.q75))}
      />
      {touchpoints && (
        <>
          <Figure label={m.backward.touches} value={`${touches.all.median ?? 0}`} basis={half(touches.all)} />
          <Figure label={m.backward.theirs} value={`${touches.prospect.median ?? 0}`} basis={half(touches.prospect)} />
          <Figure label={m.backward.ours} value={`${touches.rep.median ?? 0}`} basis={half(touches.rep)} />
        </>
      )}
    </Figures>
  );
}
