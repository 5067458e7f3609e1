import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import type { Feedback } from '@/api';
import css from './Feedback.module.css';
import { m } from './messages';
import { useAct } from './queries';

/** How many are held up, and joining them; pressed again, one is not any more. */
export function MeToo({ item }: { item: Feedback }) {
  const act = useAct();
  const people = m.heldUp(item.held_up);
  if (!item.may.me_too) return <span className={css.held}>{people}</span>;
  const label = item.me_too ? m.notMe : m.meTooOf(item.words);
  return (
    <Button
      className={css.meToo ?? ''}
      size="compact-sm"
      variant={item.me_too ? 'light' : 'default'}
      leftSection={<IconHandStop size={14} aria-hidden />}
      aria-pressed={item.me_too}
      aria-label={`${label} (${people})`}
      loading={act.isPending}
      onClick={() => act.mutate({ on: item, act: { act: item.me_too ? 'not-me' : 'me-too' } })}
    >
      {m.meToo} · {people}
    </Button>
  );
}
