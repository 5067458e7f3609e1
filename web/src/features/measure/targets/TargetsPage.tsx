import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import type { Targets } from '@/api';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { PageHead } from '@/ui/PageHead';
import { MeasureNav } from '../MeasureNav';
import { addressOf } from './draft';
import { m } from './messages';
import { targetsQuery } from './queries';
import css from './Targets.module.css';
import { useTargets } from './useTargets';

/** All targets: those outside first. A notice leads here by what changed, and on to the metric. */
export function TargetsPage() {
  const query = useQuery(targetsQuery);
  const { change }: Record<string, unknown> = useSearch({ strict: false });
  return (
    <>
      <MeasureNav />
      <PageHead title={m.title} says={m.says} />
      <Loaded query={query}>
        {(all) => {
          const line = all.targets.find(({ change_ids }) => change_ids.some((id) => id === change));
          if (line) {
            const params = { metric: line.target.metric };
            return <Navigate to="/measure/metrics/$metric" params={params} search={addressOf(line.target)} replace />;
          }
          return (
            <>
              {change !== undefined && <p role="status">{m.gone}</p>}
              <All targets={all.targets} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function All({ targets }: Pick<Targets, 'targets'>) {
  const { may, card, form } = useTargets();
  if (targets.length === 0) {
    const action = (
      <Button component={Link} to="/measure/metrics">
        {m.empty.action}
      </Button>
    );
    return (
      <EmptyState title={m.empty.title} action={action}>
        {may ? m.empty.says : m.empty.readOnly}
      </EmptyState>
    );
  }
  return (
    <>
      <p>{m.outsideOf(targets.filter(({ history }) => history.now.outside).length, targets.length)}</p>
      <ul className={css.list}>{targets.map(card)}</ul>
      {form}
    </>
  );
}
