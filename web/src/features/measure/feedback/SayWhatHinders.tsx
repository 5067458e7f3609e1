import { ActionIcon, Button, Group, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { IconMessageExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem, type FeedbackKind, type NewFeedback } from '@/api';
import { useMay } from '@/app/session';
import { tellAct } from '@/ui/ActNote';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import css from './Feedback.module.css';
import { m } from './messages';
import { MeToo } from './MeToo';
import { feedbackQuery, figuresQuery, useAct, useSay, type Wanted } from './queries';
import { openAt } from './signs';

/** Where something is said: a stage or a part of it, at a deal or not. */
export type SaidAt = Omit<NewFeedback, 'kind' | 'words'>;

interface Props {
  at: SaidAt;
  /** What it is about, in words: the name of the stage or the task. */
  about: string;
  /** With words on the button rather than a sign alone. */
  inWords?: boolean;
  /** Only where something is open: where it is read rather than said. */
  onlyOpen?: boolean;
}

/** A sign beside a stage or a part of one, with how much is open there: a click, a sentence, sent. */
export function SayWhatHinders({ at, about, inWords = false, onlyOpen = false }: Props) {
  const [opened, setOpened] = useState(false);
  const may = useMay('owner', 'manager', 'editor', 'rep');
  const figures = useQuery({ ...figuresQuery({}), enabled: may });
  const n = openAt(figures.data?.stages, at);
  if (!may || (onlyOpen && n === 0 && !opened)) return null;
  const open = {
    'data-say': true,
    'data-open': n > 0 || undefined,
    'aria-label': m.say.label(about, n),
    onClick: () => setOpened(true),
  };
  return (
    <>
      {inWords ? (
        <Button size="compact-sm" variant="subtle" leftSection={<IconMessageExclamation size={16} />} {...open}>
          {m.say.open}
          {n > 0 && ` · ${m.say.count(n)}`}
        </Button>
      ) : (
        <ActionIcon
          className={css.say ?? ''}
          variant="subtle"
          c={n > 0 ? 'var(--warn)' : 'var(--ink-soft)'}
          title={n > 0 ? m.say.count(n) : m.say.open}
          {...open}
        >
          <IconMessageExclamation size={16} stroke={1.6} aria-hidden />
          {n > 0 && <span className={css.n}>{n}</span>}
        </ActionIcon>
      )}
      <Modal opened={opened} onClose={() => setOpened(false)} title={m.say.title} closeOnClickOutside={false}>
        {opened && <Form at={at} about={about} onClose={() => setOpened(false)} />}
      </Modal>
    </>
  );
}

/** Items shown below the form. */
const SHOWN = 5;

const KINDS = ['hinders', 'missing', 'unclear', 'praise'] as const;

function Form({ at, about, onClose }: { at: SaidAt; about: string; onClose: () => void }) {
  const [kind, setKind] = useState<FeedbackKind>('hinders');
  const [words, setWords] = useState('');
  const say = useSay();
  const takeBack = useAct();
  const problem = say.isError ? asProblem(say.error) : null;
  const atWords = problem?.errors?.find((error) => error.field === 'words')?.message;
  const send = () => {
    if (say.isPending) return;
    say.mutate(
      { ...at, kind, words },
      {
        onSuccess: (item) => {
          tellAct(m.say.sent, m.say.undo, () =>
            takeBack.mutate({ on: item, act: { act: 'withdraw' } }, { onSuccess: () => tell(m.say.takenBack) }),
          );
          onClose();
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <p className={css.about}>{m.say.about(about)}</p>
        <SegmentedControl
          className={css.kinds ?? ''}
          aria-label={m.say.kind}
          value={kind}
          onChange={(next) => setKind(KINDS.find((one) => one === next) ?? kind)}
          data={KINDS.map((value) => ({ value, label: m.kinds[value] }))}
        />
        <Textarea
          label={m.say.words}
          placeholder={m.say.wordsOf[kind]}
          description={m.say.keys}
          data-autofocus
          autosize
          minRows={3}
          maxRows={10}
          value={words}
          error={atWords}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            send();
          }}
        />
        {problem && atWords === undefined && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button type="submit" loading={say.isPending}>
            {m.say.send}
          </Button>
        </Group>
        <Others at={at} />
      </Stack>
    </form>
  );
}

/** What was said at the same place, to read or to join in with a click. */
function Others({ at }: { at: SaidAt }) {
  const { process, stage, part } = at;
  const wanted: Wanted = { state: 'unsettled', stage, ...(process && { process }), ...(part && { part: part.id }) };
  const { items = [], total = 0 } = useQuery(feedbackQuery(wanted, SHOWN)).data ?? {};
  if (items.length === 0) return null;
  return (
    <section aria-label={m.say.others}>
      <p className={css.small}>
        {m.say.others}
        {total > items.length && m.say.ofAll(items.length, total)}
      </p>
      <ul className={css.others}>
        {items.map((item) => (
          <li key={item.id}>
            <Link to="/measure/feedback" search={{ item: item.id }} className="quiet-link">
              {item.words}
            </Link>
            <MeToo item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}
