import { ActionIcon, Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { asProblem, type WorkHoliday, type WorkSettings, type WorkWeekday } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { tell } from '@/ui/toast';
import { useKeepWork } from '../queries';
import { tidy, WEEK, type Wrong, wrongIn, zones } from './check';
import { m } from './messages';
import css from './WorkForm.module.css';

/** Changes when and where the team works; what is wrong stands at its field. */
export function WorkForm({ kept }: { kept: WorkSettings }) {
  const [draft, setDraft] = useState(kept);
  const [wrong, setWrong] = useState<Wrong>({});
  const keep = useKeepWork(() => tell(m.saved));
  const holidays = draft.calendar.holidays ?? [];
  const set = (change: Partial<WorkSettings['calendar']>) =>
    setDraft({ ...draft, calendar: { ...draft.calendar, ...change } });
  const setHoliday = (at: number, change: Partial<WorkHoliday>) =>
    set({ holidays: holidays.map((holiday, i) => (i === at ? { ...holiday, ...change } : holiday)) });
  const send = () => {
    const found = wrongIn(draft);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    keep.mutate(tidy(draft), { onError: (error) => setWrong(byServer(error)) });
  };
  const elsewhere = keep.isError && Object.keys(byServer(keep.error)).length === 0;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md" maw={560}>
        <Select
          label={m.zone}
          data={zones(draft.zone)}
          searchable
          limit={50}
          allowDeselect={false}
          value={draft.zone}
          error={wrong.zone}
          onChange={(zone) => zone !== null && setDraft({ ...draft, zone })}
        />
        <Checkbox.Group
          label={m.week}
          value={draft.calendar.week}
          error={wrong.week}
          onChange={(days) => set({ week: weekdays(days) })}
        >
          <Group gap="md" mt={4} mb={4}>
            {WEEK.map((day) => (
              <Checkbox key={day} value={day} label={m.days[day]} />
            ))}
          </Group>
        </Checkbox.Group>
        <fieldset className={css.holidays}>
          <legend>{m.holidays}</legend>
          <p className="soft small">{holidays.length === 0 ? m.none : m.onHelp}</p>
          {holidays.map(({ name, on }, at) => (
            <div key={at} className={css.holiday}>
              <TextInput
                aria-label={m.nameOf(at + 1)}
                placeholder={m.name}
                maxLength={100}
                value={name}
                error={wrong[`name.${at}`]}
                onChange={(event) => setHoliday(at, { name: event.currentTarget.value })}
              />
              <TextInput
                aria-label={m.onOf(at + 1)}
                placeholder="12-25"
                maxLength={10}
                value={on}
                error={wrong[`on.${at}`]}
                onChange={(event) => setHoliday(at, { on: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                size={36}
                c="var(--ink-soft)"
                aria-label={m.remove(name)}
                onClick={() => {
                  setWrong({});
                  set({ holidays: holidays.filter((_, i) => i !== at) });
                }}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          ))}
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => set({ holidays: [...holidays, { name: '', on: '' }] })}
          >
            {m.add}
          </Button>
        </fieldset>
        {elsewhere && <ProblemNote problem={asProblem(keep.error)} />}
        <Group>
          <Button type="submit" loading={keep.isPending} disabled={draft === kept}>
            {m.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const weekdays = (words: readonly string[]): WorkWeekday[] => WEEK.filter((day) => words.includes(day));

/** What the server has against a field of the form. */
function byServer(error: unknown): Wrong {
  const names: Record<string, string | undefined> = { zone: 'zone', calendar: 'week' };
  const errors = asProblem(error).errors ?? [];
  return Object.fromEntries(
    errors.flatMap(({ field, message }) => {
      const name = names[field];
      return name === undefined ? [] : [[name, message]];
    }),
  );
}
