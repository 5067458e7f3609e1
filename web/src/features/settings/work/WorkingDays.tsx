import { useQuery } from '@tanstack/react-query';
import type { WorkSettings } from '@/api';
import { useMay } from '@/app/session';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TextSkeleton } from '@/ui/Skeletons';
import { workQuery } from '../queries';
import css from '../Settings.module.css';
import { m } from './messages';
import { WEEK } from './check';
import { WorkForm } from './WorkForm';

/** When and where the team works. Owner and managers change it, the others see it. */
export function WorkingDays() {
  const may = useMay('owner', 'manager');
  const query = useQuery(workQuery);
  return (
    <Section title={m.title} says={may ? m.says : `${m.says} ${m.readOnly}`}>
      <Loaded query={query} skeleton={<TextSkeleton lines={4} />}>
        {(kept) => (may ? <WorkForm key={JSON.stringify(kept)} kept={kept} /> : <Read kept={kept} />)}
      </Loaded>
    </Section>
  );
}

function Read({ kept: { zone, calendar } }: { kept: WorkSettings }) {
  const days = WEEK.filter((day) => calendar.week.includes(day)).map((day) => m.days[day]);
  const holidays = calendar.holidays ?? [];
  return (
    <dl className={css.facts}>
      <div className={css.fact}>
        <dt>{m.zone}</dt>
        <dd>{zone}</dd>
      </div>
      <div className={css.fact}>
        <dt>{m.week}</dt>
        <dd>{days.join(', ')}</dd>
      </div>
      <div className={css.fact}>
        <dt>{m.holidays}</dt>
        <dd>{holidays.length === 0 ? m.none : holidays.map(({ name, on }) => `${name} (${on})`).join(', ')}</dd>
      </div>
    </dl>
  );
}
