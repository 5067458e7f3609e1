import { ActionIcon, Button, Chip, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { InterviewQuestion, Reply } from '@/api';
import css from './Answer.module.css';
import { replyOf, saidOf } from './flow';
import { m } from './messages';

/** What all inputs take. A choice is sent `now`, typing a moment later. */
export interface InputProps {
  question: InterviewQuestion;
  reply: Reply | undefined;
  set: (reply: Reply, now: boolean) => void;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One of the options, or one's own words. */
export function ChoiceInput({ question, reply, set }: InputProps) {
  const said = saidOf(reply)[0]?.text ?? '';
  const own = question.options.includes(said) ? '' : said;
  return (
    <Stack gap="sm">
      <Chip.Group value={own === '' ? said : null} onChange={(value) => set(replyOf([value]), true)}>
        <Group gap="xs">
          {question.options.map((option) => (
            <Chip key={option} value={option} size="md" variant="outline" className={css.chip}>
              {capital(option)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <TextInput
        label={m.own}
        placeholder={question.example}
        value={own}
        maxLength={500}
        onChange={(e) => set(replyOf([e.currentTarget.value]), false)}
      />
    </Stack>
  );
}

/** Some of the options, and one's own words. */
export function ManyInput({ question, reply, set }: InputProps) {
  const said = saidOf(reply).map((s) => s.text);
  const own = said.filter((text) => !question.options.includes(text));
  const add = (text: string) => {
    if (text.trim() !== '' && !said.includes(text.trim())) set(replyOf([...said, text.trim()]), true);
  };
  return (
    <Stack gap="sm">
      <Chip.Group multiple value={said} onChange={(values) => set(replyOf(values), true)}>
        <Group gap="xs">
          {[...question.options, ...own].map((option) => (
            <Chip key={option} value={option} size="md" variant="outline" className={css.chip}>
              {capital(option)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <OwnWords label={m.own} example={question.example} add={add} />
    </Stack>
  );
}

/** A line with a button that adds it; leaving the line adds it as well. */
function OwnWords({ label, example, add }: { label: string; example: string; add: (text: string) => void }) {
  const [text, setText] = useState('');
  const take = () => {
    add(text);
    setText('');
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        className={css.grow}
        label={label}
        placeholder={example}
        value={text}
        maxLength={500}
        enterKeyHint="done"
        onChange={(e) => setText(e.currentTarget.value)}
        onBlur={take}
        onKeyDown={(e) => {
          if (e.key !== 'Enter') return;
          e.preventDefault();
          take();
        }}
      />
      <Button variant="default" onClick={take} disabled={text.trim() === ''}>
        {m.add}
      </Button>
    </Group>
  );
}

/** Objections with what answered them. */
export function PairsInput({ question, reply, set }: InputProps) {
  const said = saidOf(reply);
  const texts = said.map((s) => s.text);
  const write = (entries: typeof said, now: boolean) => set({ forgotten: false, said: entries }, now);
  const add = (text: string) => {
    if (text.trim() !== '' && !texts.includes(text.trim())) write([...said, { text: text.trim(), note: '' }], true);
  };
  const left = question.options.filter((option) => !texts.includes(option));
  return (
    <Stack gap="md">
      {said.map((entry, i) => (
        <div key={entry.text} className={css.card}>
          <Group justify="space-between" wrap="nowrap">
            <Text fw={600}>{entry.text}</Text>
            <Remove
              what={entry.text}
              onClick={() =>
                write(
                  said.filter((s) => s !== entry),
                  true,
                )
              }
            />
          </Group>
          <Textarea
            label={question.example}
            autosize
            minRows={1}
            maxLength={500}
            value={entry.note ?? ''}
            onChange={(e) => {
              const note = e.currentTarget.value;
              write(
                said.map((s, at) => (at === i ? { ...s, note } : s)),
                false,
              );
            }}
          />
        </div>
      ))}
      <Group gap="xs">
        {left.map((option) => (
          <Chip
            key={option}
            checked={false}
            size="md"
            variant="outline"
            className={css.chip}
            onClick={() => add(option)}
          >
            {option}
          </Chip>
        ))}
      </Group>
      <OwnWords label={said.length > 0 ? m.addObjection : m.objection} example="" add={add} />
    </Stack>
  );
}

function Remove({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={m.remove(what)} onClick={onClick}>
      <IconX size={18} aria-hidden />
    </ActionIcon>
  );
}

/** A sentence or two. */
export function WordsInput({ question, reply, set }: InputProps) {
  return (
    <Textarea
      label={question.text || m.own}
      placeholder={question.example}
      autosize
      minRows={3}
      maxLength={500}
      value={saidOf(reply)[0]?.text ?? ''}
      onChange={(e) => set(replyOf([e.currentTarget.value]), false)}
    />
  );
}

/** An amount or a share of a hundred. */
export function NumberInput({ question, reply, set }: InputProps) {
  return (
    <TextInput
      label={question.text}
      placeholder={question.example}
      inputMode="decimal"
      maxLength={20}
      value={saidOf(reply)[0]?.text ?? ''}
      onChange={(e) => set(replyOf([e.currentTarget.value.trim()].filter((t) => t !== '')), false)}
    />
  );
}

const UNITS = Object.keys(m.units);

/** A number of days, weeks or months. */
export function DurationInput({ question, reply, set }: InputProps) {
  const [number = '', given = 'weeks'] = (saidOf(reply)[0]?.text ?? '').split(' ');
  const [unit, setUnit] = useState(UNITS.includes(given) ? given : 'weeks');
  const label = useId();
  const write = (n: string, u: string, now: boolean) => set(replyOf(n === '' ? [] : [`${n} ${u}`]), now);
  return (
    <Stack gap="sm">
      <TextInput
        label={m.number}
        placeholder={question.example}
        inputMode="decimal"
        maxLength={6}
        value={number}
        onChange={(e) => write(e.currentTarget.value.replace(/[^\d.,]/g, ''), unit, false)}
      />
      <div>
        <Text size="sm" fw={500} id={label}>
          {m.unit}
        </Text>
        <SegmentedControl
          fullWidth
          size="md"
          aria-labelledby={label}
          data={Object.entries(m.units).map(([value, text]) => ({ value, label: text }))}
          value={unit}
          onChange={(u) => {
            setUnit(u);
            write(number, u, true);
          }}
        />
      </div>
    </Stack>
  );
}
