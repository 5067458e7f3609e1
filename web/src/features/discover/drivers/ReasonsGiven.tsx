import { useMemo } from 'react';
import type { Reason, Reasons } from '@/api';
import { also, type Selection } from '@/app/selection';
import { fieldName } from '@/messages';
import { type Column, DataTable } from '@/ui/DataTable';
import { DealsLink } from '@/ui/DealsLink';
import { Section } from '@/ui/PageHead';
import { count } from '@/ui/format';
import { m } from './messages';
import { asChoice } from './odds';

/** Reasons and pain points as they were written down. */
export function ReasonsGiven({ reasons, selection }: { reasons: Reasons[]; selection: Selection }) {
  const columns = useMemo(() => columnsOf(selection), [selection]);
  if (reasons.length === 0) return null;
  return (
    <Section title={m.reasons} says={m.reasonsSay}>
      {reasons.map((r) => (
        <div key={r.field}>
          <h3>{fieldName(r.field)}</h3>
          <p className="soft small">{m.reasonsOf(r.given, r.distinct)}</p>
          <DataTable
            columns={columns}
            rows={r.values}
            rowId={(v) => v.text}
            label={fieldName(r.field)}
            first={10}
            csv={`${r.field}.csv`}
          />
        </div>
      ))}
    </Section>
  );
}

function columnsOf(selection: Selection): Column<Reason>[] {
  const link = (r: Reason, outcome: 'won' | 'lost', n: number) => {
    const chosen = asChoice(r.selection);
    if (!chosen || n === 0) return count(n);
    return <DealsLink to={also(selection, { ...chosen, outcome: [outcome] })}>{count(n)}</DealsLink>;
  };
  return [
    { id: 'reason', header: m.reason, value: (r) => r.text, title: true, long: true },
    {
      id: 'lost',
      header: m.lost,
      value: (r) => r.deals.lost,
      cell: (r) => link(r, 'lost', r.deals.lost),
      align: 'right',
    },
    { id: 'won', header: m.won, value: (r) => r.deals.won, cell: (r) => link(r, 'won', r.deals.won), align: 'right' },
  ];
}
