import { ActionIcon, Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reply } from '@/api';
import css from './Answer.module.css';
import { saidOf } from './flow';
import type { InputProps } from './inputs';
import { m } from './messages';

interface Person {
  name: string;
  roles: string[];
}

const BLANK: Person = { name: '', roles: [] };

/** The people of a reply. Where only a role was remembered, it stands in place of the name. */
export function peopleOf(reply: Reply | undefined, roles: readonly string[]): Person[] {
  return saidOf(reply).map(({ text, note }) => ({
    name: roles.includes(text) ? '' : text,
    roles: (note ?? '').split(', ').filter((r) => r !== ''),
  }));
}

/** The reply that the people make; without those of whom nothing is said. */
export function replyOfPeople(people: Person[]): Reply {
  const said = people.map(({ name, roles }) => ({ text: name.trim() || (roles[0] ?? ''), note: roles.join(', ') }));
  return { forgotten: false, said: said.filter((s) => s.text !== '') };
}

/** People, each with a part or several. */
export function PeopleInput({ question, reply, set }: InputProps) {
  const [people, setPeople] = useState(() => {
    const known = peopleOf(reply, question.options);
    return known.length > 0 ? known : [BLANK];
  });
  const write = (next: Person[], now: boolean) => {
    setPeople(next);
    set(replyOfPeople(next), now);
  };
  const change = (at: number, part: Partial<Person>, now: boolean) =>
    write(
      people.map((p, i) => (i === at ? { ...p, ...part } : p)),
      now,
    );
  return (
    <Stack gap="md">
      {people.map((person, i) => (
        <fieldset key={i} className={css.card}>
          <legend className={css.legend}>{m.person(i + 1)}</legend>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              className={css.grow}
              label={m.name}
              {...(i === 0 ? { description: m.nameHelp } : {})}
              value={person.name}
              maxLength={200}
              autoComplete="off"
              onChange={(e) => change(i, { name: e.currentTarget.value }, false)}
            />
            {people.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={m.remove(person.name || m.person(i + 1))}
                onClick={() =>
                  write(
                    people.filter((_, at) => at !== i),
                    true,
                  )
                }
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </Group>
          <Text size="sm" fw={500} mt="xs" mb={4}>
            {m.part}
          </Text>
          <Chip.Group multiple value={person.roles} onChange={(roles) => change(i, { roles }, true)}>
            <Group gap="xs">
              {question.options.map((role) => (
                <Chip key={role} value={role} size="sm" variant="outline" className={css.chip}>
                  {role.charAt(0).toUpperCase() + role.slice(1)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setPeople([...people, BLANK])}
      >
        {m.addPerson}
      </Button>
    </Stack>
  );
}
