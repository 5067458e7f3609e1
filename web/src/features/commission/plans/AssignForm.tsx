import { Button, Group, Modal, NativeSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AssignmentLine, PlanLine, Problem } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { amountText, minorOf } from '@/ui/price';
import { tell } from '@/ui/toast';
import { m as words } from '../messages';
import { useAssign, useReassign } from '../queries';
import { useConfirmed } from '../useConfirmed';
import { useSellers } from '../useSellers';
import { m } from './messages';
import { useToday } from './useToday';

interface Props {
  /** None: closed. Without a line: people are assigned anew. */
  form: { line: AssignmentLine | null } | null;
  plans: PlanLine[];
  onClose: () => void;
}

/** Gives people a plan from a day on, or changes that. */
export const AssignForm = ({ form, plans, onClose }: Props) => (
  <Modal opened={form !== null} onClose={onClose} title={form?.line ? m.assign.edit(form.line.person) : m.assign.add}>
    {form && <Form line={form.line} plans={plans} onClose={onClose} />}
  </Modal>
);

const messageOf = (problem: Problem | null, ...starts: string[]): string | undefined =>
  problem?.errors?.find((error) => starts.some((start) => error.field.startsWith(start)))?.message;

function Form({ line, plans, onClose }: { line: AssignmentLine | null; plans: PlanLine[]; onClose: () => void }) {
  const { all } = useSellers();
  const today = useToday();
  const [people, setPeople] = useState<string[]>(line ? [line.person] : []);
  const [plan, setPlan] = useState(line?.plan ?? plans[0]?.plan ?? '');
  const [from, setFrom] = useState(line?.from ?? `${today.slice(0, 7)}-01`);
  const [until, setUntil] = useState(line?.until ?? '');
  const [target, setTarget] = useState(line?.target_minor ? amountText(line.target_minor) : '');
  const done = () => {
    tell(line ? m.assign.saved(line.person) : m.assign.done(people.length));
    onClose();
  };
  const adding = useConfirmed(useAssign(), done);
  const changing = useConfirmed(useReassign(), done);
  const { problem, dialog } = line ? changing : adding;
  const unreadable = target.trim() !== '' && minorOf(target) === null;
  const save = () => {
    if (unreadable || from === '') return;
    const rest = { plan, from, until: until === '' ? null : until, target_minor: minorOf(target) };
    const [person = ''] = people;
    if (line) changing.act({ seen: line, body: { person, ...rest }, confirmed: false });
    else adding.act({ body: { people, ...rest }, confirmed: false });
  };
  const at = (...starts: string[]) => messageOf(problem, ...starts);
  const named = at('people', 'person', 'plan', 'from', 'until', 'target') !== undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <TagsInput
          label={m.assign.people}
          description={m.assign.peopleHelp}
          data={all}
          value={people}
          maxTags={line ? 1 : 500}
          error={at('people', 'person')}
          onChange={setPeople}
        />
        <NativeSelect
          label={m.assign.plan}
          data={plans.map(({ plan: value, name }) => ({ value, label: name }))}
          value={plan}
          error={at('plan')}
          onChange={(event) => setPlan(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput
            type="date"
            required
            label={m.assign.from}
            value={from}
            error={at('from')}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={m.assign.until}
            value={until}
            error={at('until')}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        </Group>
        <TextInput
          label={m.assign.target}
          description={m.assign.targetHelp}
          inputMode="decimal"
          value={target}
          error={unreadable ? m.form.errors.amount : at('target')}
          onChange={(event) => setTarget(event.currentTarget.value)}
        />
        {problem && !named && <ProblemNote problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={people.length === 0}>
            {words.save}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
