import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MetricUnit, TargetLine } from '@/api';
import { useMay } from '@/app/session';
import { tellUndo } from '@/app/undo';
import { usersQuery } from '@/features/settings/queries';
import { tellProblem } from '@/ui/toast';
import type { Of } from './draft';
import { m } from './messages';
import { useKeepTarget, useRemoveTarget } from './queries';
import { TargetCard } from './TargetCard';
import { TargetForm } from './TargetForm';

/** What a form begins with: a target, or the metric that one is to be set on. */
export interface Begin {
  line: TargetLine | null;
  of: Of;
  unit: MetricUnit;
  currency: string;
  name: string;
}

/** Cards of targets with what can be done to them, and the form. */
export function useTargets() {
  const may = useMay('owner', 'manager');
  const users = useQuery(usersQuery).data ?? [];
  const [begin, setBegin] = useState<Begin | null>(null);
  const remove = useRemoveTarget();
  const keep = useKeepTarget();
  const takeAway = (line: TargetLine) =>
    remove.mutate(line, {
      onSuccess: () =>
        tellUndo(m.removed(line.target.name), m.undo, () =>
          keep.mutate({ of: null, target: line.target }, { onError: tellProblem }),
        ),
      onError: tellProblem,
    });
  const edit = (line: TargetLine) => {
    const { target, history } = line;
    const { metric, start, goal, filters, name } = target;
    setBegin({ line, of: { metric, start, goal, filters }, unit: history.unit, currency: history.currency, name });
  };
  const card = (line: TargetLine): ReactNode => (
    <TargetCard
      key={line.id}
      line={line}
      people={(line.target.people ?? []).flatMap((id) => users.find((user) => user.id === id)?.name ?? [])}
      may={may}
      onEdit={edit}
      onRemove={takeAway}
    />
  );
  const form = <TargetForm begin={begin} users={users} onClose={() => setBegin(null)} />;
  return { may, card, form, set: setBegin };
}
