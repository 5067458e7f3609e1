import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, type Feedback, type FeedbackAct } from '@/api';
import { tellAct } from '@/ui/ActNote';
import { given } from '@/ui/given';
import { Loaded } from '@/ui/Loaded';
import { ProblemNote } from '@/ui/ProblemNote';
import { TextSkeleton } from '@/ui/Skeletons';
import { tell } from '@/ui/toast';
import { Answer } from './Answer';
import css from './Feedback.module.css';
import { History } from './History';
import { About, Marks } from './ItemLine';
import { m } from './messages';
import { MeToo } from './MeToo';
import { itemQuery, useAct } from './queries';

interface Props {
  /** Which one, or something that happened to it; none: closed. */
  id: string | null;
  onOpen: (id: string | null) => void;
}

/** One item with all that happened to it, and what can be done. */
export function ItemDialog({ id, onOpen }: Props) {
  return (
    <Modal opened={id !== null} onClose={() => onOpen(null)} size="lg" title={m.dialog.loading}>
      {id !== null && <Found key={id} id={id} />}
    </Modal>
  );
}

function Found({ id }: { id: string }) {
  const query = useQuery(itemQuery(id));
  return (
    <Loaded query={query} skeleton={<TextSkeleton lines={6} />}>
      {(item) => <Item item={item} />}
    </Loaded>
  );
}

function Item({ item }: { item: Feedback }) {
  return (
    <Stack gap="md">
      <div>
        <Marks item={item} />
        <p className={css.whole}>{item.words}</p>
        <p className={css.small}>
          {item.place.stage_name}, {given(item.place.version) ? m.list.version(item.place.version) : m.list.proposal}
          {item.still === 'stage-gone' && ` · ${m.list.gone}`}
        </p>
        <About item={item} />
        <MeToo item={item} />
      </div>
      {item.may.decide || item.may.reopen || item.may.join ? <Answer key={item.version} item={item} /> : null}
      <Followers item={item} />
      <section aria-label={m.dialog.history}>
        <h3 className={css.heading}>{m.dialog.history}</h3>
        <History facts={item.facts} />
      </section>
      {item.may.comment && <Comment item={item} />}
      <Own item={item} />
    </Stack>
  );
}

/** What says the same, to be parted again. */
function Followers({ item }: { item: Feedback }) {
  const act = useAct();
  if (item.followers.length === 0) return null;
  return (
    <section aria-label={m.dialog.same}>
      <h3 className={css.heading}>{m.dialog.same}</h3>
      <ul className={css.others}>
        {item.followers.map((other) => (
          <li key={other.id}>
            <span>
              {other.words} <span className="soft small">{other.author.name}</span>
            </span>
            {item.may.decide && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={m.dialog.partOf(other.words)}
                loading={act.isPending}
                onClick={() =>
                  act.mutate({ on: other, act: { act: 'part' } }, { onSuccess: () => tell(m.dialog.parted) })
                }
              >
                {m.dialog.part}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Comment({ item }: { item: Feedback }) {
  const [words, setWords] = useState('');
  const act = useAct(true);
  const problem = act.isError ? asProblem(act.error) : null;
  const send = () => act.mutate({ on: item, act: { act: 'comment', words } }, { onSuccess: () => setWords('') });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={m.dialog.comment}
          autosize
          minRows={2}
          maxRows={8}
          value={words}
          error={problem?.detail}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" size="sm" variant="default" loading={act.isPending}>
            {m.dialog.commentSend}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What its author may do: other words, taking it back. */
function Own({ item }: { item: Feedback }) {
  const [words, setWords] = useState<string | null>(null);
  const act = useAct(true);
  const again = useAct();
  const problem = act.isError ? asProblem(act.error) : null;
  const does = (what: FeedbackAct, done: (after: Feedback) => void) =>
    act.mutate({ on: item, act: what }, { onSuccess: done });
  if (!item.may.reword && !item.may.withdraw && !item.may.restore) return null;
  if (words !== null) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          does({ act: 'reword', kind: item.kind, words }, () => setWords(null));
        }}
      >
        <Stack gap="xs">
          <Textarea
            label={m.dialog.reword}
            autosize
            minRows={2}
            data-autofocus
            value={words}
            error={problem?.detail}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="subtle" size="sm" onClick={() => setWords(null)}>
              {m.pulse.form.cancel}
            </Button>
            <Button type="submit" size="sm" loading={act.isPending}>
              {m.dialog.send}
            </Button>
          </Group>
        </Stack>
      </form>
    );
  }
  const withdraw = () =>
    does({ act: 'withdraw' }, (after) =>
      tellAct(m.say.takenBack, m.dialog.undo, () => again.mutate({ on: after, act: { act: 'restore' } })),
    );
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <Group gap="xs">
        {item.may.reword && (
          <Button size="compact-sm" variant="subtle" onClick={() => setWords(item.words)}>
            {m.dialog.reword}
          </Button>
        )}
        {item.may.withdraw && (
          <Button size="compact-sm" variant="subtle" loading={act.isPending} onClick={withdraw}>
            {m.dialog.withdraw}
          </Button>
        )}
        {item.may.restore && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={act.isPending}
            onClick={() => does({ act: 'restore' }, () => undefined)}
          >
            {m.dialog.restore}
          </Button>
        )}
      </Group>
    </>
  );
}
