import { Button, Group, Modal, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CommissionPlan, PlanLine } from '@/api';
import { date } from '@/ui/format';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { m as words } from '../messages';
import { useKeepPlan } from '../queries';
import { useConfirmed } from '../useConfirmed';
import { Example } from './Example';
import { m } from './messages';
import { PlanFields } from './PlanFields';
import { type Errors, errorsOf, termsOf, type Typed, typedOf } from './typed';

/** What is written: a new plan, a new version of one, or the version that begins on a day. */
export interface Writing {
  plan: PlanLine | null;
  /** What the form begins with. */
  version: CommissionPlan | null;
  /** The version that is changed; none where one begins. */
  begins: string | null;
}

interface Props {
  /** None: closed. */
  writing: Writing | null;
  today: string;
  /** Of the other plans. */
  currency: string;
  onClose: () => void;
}

/** Writes a plan, with what it would pay beside it. */
export function PlanForm({ writing, today, currency, onClose }: Props) {
  return (
    <Modal opened={writing !== null} onClose={onClose} size={1040} title={writing && titleOf(writing)}>
      {writing && <Form writing={writing} today={today} currency={currency} onClose={onClose} />}
    </Modal>
  );
}

function titleOf({ plan, begins }: Writing): string {
  if (plan === null) return m.form.add;
  return begins === null ? m.form.next(plan.name) : m.form.edit(plan.name, date(begins));
}

function Form({ writing, today, currency, onClose }: Props & { writing: Writing }) {
  const { plan, version, begins } = writing;
  const [typed, setTyped] = useState<Typed>(() => {
    const first = typedOf(version, `${today.slice(0, 4)}-01-01`, currency);
    return plan !== null && begins === null ? { ...first, from: today, until: '' } : first;
  });
  const [unread, setUnread] = useState<Errors>({});
  const keep = useKeepPlan(plan && { ...plan, begins });
  const { act, dialog, problem } = useConfirmed(keep, () => {
    tell(m.form.saved(typed.name));
    onClose();
  });
  const read = termsOf(typed);
  const errors: Errors = { ...(problem ? errorsOf(problem) : {}), ...unread };
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    setUnread({});
    if (keep.isError) keep.reset();
  };
  const save = () => {
    if ('errors' in read) setUnread(read.errors);
    else act({ terms: read.terms, confirmed: false });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Stack gap="sm">
          {plan !== null && <p style={{ margin: 0 }}>{begins === null ? m.form.nextSays : m.form.editSays}</p>}
          <PlanFields typed={typed} errors={errors} onChange={change} />
        </Stack>
        <Example terms={'terms' in read ? read.terms : null} />
      </SimpleGrid>
      {problem && Object.keys(errorsOf(problem)).length === 0 && <ProblemNote problem={problem} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={keep.isPending}>
          {m.form.save}
        </Button>
      </Group>
      {dialog}
    </form>
  );
}
