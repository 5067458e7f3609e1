import { Button, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { WeeklyReview } from '@/api';
import { selectionOf, writeParams } from '@/app/selection';
import { EmptyState } from '@/ui/EmptyState';
import { Figure, Figures } from '@/ui/Figure';
import { FilterBar } from '@/ui/FilterBar';
import { count, date } from '@/ui/format';
import { Loaded } from '@/ui/Loaded';
import { PageHead, Section } from '@/ui/PageHead';
import { MeasureNav } from '../MeasureNav';
import { useBasis } from '../queries';
import { m } from './messages';
import { reviewQuery } from './queries';
import { daysOf, type Span, SPANS } from './span';
import { Alone, LapsedOnes, OutlivedOnes } from './Tables';

/** One page for the weekly meeting. */
export function ReviewPage() {
  const basis = useBasis();
  return (
    <>
      <MeasureNav />
      <PageHead
        title={m.title}
        says={m.says}
        actions={
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {m.print}
          </Button>
        }
      />
      <Loaded query={basis}>{({ asOf }) => <Looked asOf={asOf} />}</Loaded>
    </>
  );
}

function Looked({ asOf }: { asOf: string | null | undefined }) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const pathname = useLocation({ select: (l) => l.pathname });
  const span = SPANS.find((one) => one === search.span) ?? 'week';
  const [now] = useState(() => Date.now());
  const period = useMemo(() => daysOf(span, now, asOf), [span, now, asOf]);
  const query = useQuery(reviewQuery({ ...selectionOf(search), ...period }));
  const choose = (next: string) =>
    void navigate({ href: pathname + writeParams({ ...search, span: next }), replace: true });
  return (
    <>
      <FilterBar />
      <NativeSelect
        label={m.span.label}
        w={280}
        value={span}
        onChange={(event) => choose(event.currentTarget.value)}
        data={SPANS.map((value: Span) => ({ value, label: m.span[value] }))}
        description={m.from(date(period.from), date(period.to))}
      />
      <Loaded query={query}>{(review) => <Found review={review} />}</Loaded>
    </>
  );
}

const CHANGES = ['created', 'moved_on', 'moved_back', 'won', 'lost'] as const;

function Found({ review }: { review: WeeklyReview }) {
  const { changes, period, as_of } = review;
  const quiet = CHANGES.every((name) => changes[name] === 0);
  const closed = { closed_from: period.from, closed_to: period.to };
  return (
    <>
      <Section title={m.changed}>
        {quiet ? (
          <EmptyState title={m.quiet}>{as_of ? m.quietHelp(date(as_of)) : null}</EmptyState>
        ) : (
          <Figures>
            {CHANGES.map((name) => (
              <Figure
                key={name}
                label={m.changes[name]}
                value={count(changes[name])}
                {...(name === 'won' || name === 'lost' ? { tone: name, to: { outcome: [name], ...closed } } : {})}
              />
            ))}
          </Figures>
        )}
      </Section>
      <Alone review={review} />
      <OutlivedOnes review={review} />
      <LapsedOnes review={review} />
    </>
  );
}
