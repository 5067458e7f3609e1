import { Button, Group, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Feedback, FeedbackStage } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { Section } from '@/ui/PageHead';
import { TableSkeleton } from '@/ui/Skeletons';
import css from './Feedback.module.css';
import { ItemLine } from './ItemLine';
import { m } from './messages';
import { type FeedbackTone, pagesQuery, type Wanted } from './queries';

const SHOWS = ['unsettled', 'settled', 'withdrawn', 'all'] as const;
const TONES: readonly FeedbackTone[] = ['negative', 'hinders', 'missing', 'unclear', 'praise'];

interface Props {
  stages: FeedbackStage[];
  onOpen: (id: string) => void;
}

/** What was said, stage by stage: what holds up most people first, then what is open longest. */
export function ItemList({ stages, onOpen }: Props) {
  const [show, setShow] = useState<(typeof SHOWS)[number]>('unsettled');
  const [tone, setTone] = useState<FeedbackTone | null>(null);
  const [stage, setStage] = useState('');
  const at = stages.find((one) => keyOf(one) === stage);
  const wanted: Wanted = {
    ...(show !== 'all' && { state: show }),
    ...(tone !== null && { kind: tone }),
    ...(at && { process: at.process, stage: at.stage }),
  };
  const query = useInfiniteQuery(pagesQuery(wanted));
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  return (
    <Section title={m.list.title}>
      <Group gap="sm" mb="md">
        <NativeSelect
          label={m.list.show}
          value={show}
          onChange={(event) => setShow(SHOWS.find((one) => one === event.currentTarget.value) ?? show)}
          data={SHOWS.map((value) => ({ value, label: m.list.shows[value] }))}
        />
        <NativeSelect
          label={m.list.kind}
          value={tone ?? ''}
          onChange={(event) => setTone(TONES.find((one) => one === event.currentTarget.value) ?? null)}
          data={[
            { value: '', label: m.list.anyKind },
            ...TONES.map((value) => ({ value, label: value === 'negative' ? m.list.negative : m.kinds[value] })),
          ]}
        />
        <StageSelect stages={stages} value={stage} onChange={setStage} />
      </Group>
      <Loaded query={query} skeleton={<TableSkeleton rows={5} />}>
        {() => (
          <>
            {items.length === 0 && <p className="soft">{m.list.none}</p>}
            {grouped(items, stages).map(({ key, name, stage: of, own }) => (
              <section key={key} className={css.group} aria-label={name}>
                <h3>{name}</h3>
                {of && (
                  <p className={css.small}>
                    {of.gone && `${m.list.gone} `}
                    {m.list.of(of.open_negative, of.oldest_open_days ?? null, of.opened_90, of.closed_90)}
                  </p>
                )}
                <ul className={css.items}>
                  {own.map((item) => (
                    <ItemLine key={item.id} item={item} onOpen={() => onOpen(item.id)} />
                  ))}
                </ul>
              </section>
            ))}
            {query.hasNextPage && (
              <Group>
                <span className="soft small">{m.list.shown(items.length, total)}</span>
                <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {m.list.more}
                </Button>
              </Group>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

export const keyOf = ({ process, stage }: { process: string; stage: string }): string => `${process}/${stage}`;

interface SelectProps {
  stages: FeedbackStage[];
  value: string;
  onChange: (key: string) => void;
}

/** One of the stages that anything was said of. */
export function StageSelect({ stages, value, onChange }: SelectProps) {
  return (
    <NativeSelect
      label={m.list.stage}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: m.list.anyStage },
        ...stages.map((stage) => ({ value: keyOf(stage), label: stage.name })),
      ]}
    />
  );
}

/** The items by stage, in the order of the process; praise after what speaks against it. */
function grouped(items: Feedback[], stages: FeedbackStage[]) {
  const place = (key: string) => stages.findIndex((stage) => keyOf(stage) === key);
  const keys = [...new Set(items.map((item) => keyOf(item.place)))].sort((a, b) => place(a) - place(b));
  return keys.map((key) => {
    const here = items.filter((item) => keyOf(item.place) === key);
    const praises = (item: Feedback) => item.kind === 'praise';
    const own = [...here.filter((item) => !praises(item)), ...here.filter(praises)];
    const stage = stages.find((one) => keyOf(one) === key);
    return { key, stage, own, name: stage?.name ?? own[0]?.place.stage_name ?? key };
  });
}
