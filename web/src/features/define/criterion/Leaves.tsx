import type { Predicate, Side } from '@/api';
import { given } from '@/ui/given';
import { Amount, Within } from './Amount';
import { Choice, type Option } from './Choice';
import { m } from './messages';
import { didSays, quoted, spaced, stateSays, valuesSay, whoSays } from './plain';
import { useVocabulary } from './vocabulary';

type Of<Kind extends string> = Extract<Predicate, Record<Kind, unknown>> extends Record<Kind, infer T> ? T : never;

interface Props<T> {
  test: T;
  onChange: (test: T) => void;
}

const SIDES: readonly Side[] = ['prospect', 'rep', 'system'];
const ANYBODY = 'anybody';

const sideOf = (value: string): Side | null => [...SIDES, 'unknown' as const].find((side) => side === value) ?? null;

function sides(current: Side | null | undefined, says: (side: Side | null) => string): Option[] {
  const listed = current === 'unknown' ? [...SIDES, current] : SIDES;
  return [...listed, null].map((side) => ({ value: side ?? ANYBODY, label: says(side) }));
}

const asOptions = (words: readonly string[], says: (word: string) => string = spaced): Option[] =>
  words.map((value) => ({ value, label: says(value) }));

/** “The prospect attended a meeting tagged demo at least twice within the last 30 days.” */
export function EventSentence({ test, onChange }: Props<Of<'event'>>) {
  const words = useVocabulary();
  const set = (change: Partial<typeof test>) => onChange({ ...test, ...change });
  const kinds: Option[] = [
    ...words.touchpoints.map((t) => ({ value: t.kind, label: t.label, group: m.event.known })),
    ...words.activities.map((name) => ({ value: name, label: name, group: m.event.inData })),
  ];
  const choose = (kind: string) => {
    const theirs = words.touchpoints.some((t) => t.kind === kind && t.only_prospect);
    set({ kind, ...(theirs && given(test.by) && { by: 'prospect' }) });
  };
  const tag = test.tag ?? '';
  const tags = asOptions(words.tags, (word) => word);
  return (
    <>
      <Choice
        label={m.part.who}
        text={whoSays(test.by)}
        options={sides(test.by, whoSays)}
        value={test.by ?? ANYBODY}
        onChoose={(side) => set({ by: sideOf(side) })}
      />{' '}
      <Choice
        label={m.part.what}
        text={didSays(test.kind, words)}
        options={kinds}
        value={test.kind}
        free
        onChoose={choose}
      />{' '}
      {tag !== '' && `${m.event.tagged} `}
      <Choice
        label={m.part.tag}
        text={tag === '' ? m.event.addTag : quoted(tag)}
        options={tag === '' ? tags : [...tags, { value: '', label: m.event.noTag }]}
        value={tag}
        free
        quiet={tag === ''}
        onChoose={(next) => set({ tag: next === '' ? null : next })}
      />{' '}
      <Amount
        label={m.part.often}
        add={m.event.addOften}
        before={m.event.atLeast}
        after={m.event.times}
        value={test.at_least}
        start={2}
        whole
        onChange={(at_least) => set({ at_least })}
      />{' '}
      <Within value={test.within_days} onChange={(within_days) => set({ within_days })} />
    </>
  );
}

/** “The field industry is “Health” or “Retail”.” */
export function FieldSentence({ test, onChange }: Props<Of<'field'>>) {
  const { fields } = useVocabulary();
  const is = test.is ?? [];
  const known = fields.find((f) => f.name === test.name)?.values ?? [];
  const values = [...new Set([...is, ...known])];
  const turn = (value: string) => {
    const next = is.includes(value) ? is.filter((v) => v !== value) : [...is, value];
    onChange({ ...test, is: next });
  };
  return (
    <>
      {m.field.before}{' '}
      <Choice
        label={m.part.field}
        text={test.name === '' ? m.field.choose : spaced(test.name)}
        options={asOptions(fields.map((f) => f.name))}
        value={test.name}
        free
        onChoose={(name) => onChange({ ...test, name, ...(name !== test.name && { is: [] }) })}
      />{' '}
      {m.field.is}{' '}
      <Choice
        label={m.part.values}
        text={valuesSay(is)}
        options={asOptions(values, (value) => value)}
        value={is}
        free
        onChoose={turn}
      />{' '}
      <Within
        value={test.within_days}
        before={m.within.set}
        onChange={(within_days) => onChange({ ...test, within_days })}
      />
    </>
  );
}

/** “Somebody who is decision maker has taken part.” */
export function PersonSentence({ test, onChange }: Props<Of<'person'>>) {
  const { roles } = useVocabulary();
  const engaged = test.engaged === true;
  return (
    <>
      {m.person.before}{' '}
      <Choice
        label={m.part.role}
        text={test.role === '' ? m.person.choose : spaced(test.role)}
        options={asOptions(roles)}
        value={test.role}
        free
        onChoose={(role) => onChange({ ...test, role })}
      />{' '}
      <Choice
        label={m.part.tookPart}
        text={engaged ? m.person.engaged : m.person.known}
        options={[
          { value: 'engaged', label: m.person.engaged },
          { value: 'known', label: m.person.known },
        ]}
        value={engaged ? 'engaged' : 'known'}
        onChoose={(value) => onChange({ ...test, engaged: value === 'engaged' })}
      />{' '}
      <Within value={test.within_days} onChange={(within_days) => onChange({ ...test, within_days })} />
    </>
  );
}

/** “Content of the kind case study was seen by the prospect.” */
export function ContentSentence({ test, onChange }: Props<Of<'content'>>) {
  const { content } = useVocabulary();
  const seenBy = (side: Side | null) => (side === null ? m.content.shared : m.content.seen[side]);
  return (
    <>
      {m.content.before}{' '}
      <Choice
        label={m.part.content}
        text={test.kind === '' ? m.content.choose : spaced(test.kind)}
        options={asOptions(content)}
        value={test.kind}
        free
        onChoose={(kind) => onChange({ ...test, kind })}
      />{' '}
      <Choice
        label={m.part.seen}
        text={seenBy(test.viewed_by ?? null)}
        options={sides(test.viewed_by, seenBy)}
        value={test.viewed_by ?? ANYBODY}
        onChoose={(side) => onChange({ ...test, viewed_by: sideOf(side) })}
      />{' '}
      <Within value={test.within_days} onChange={(within_days) => onChange({ ...test, within_days })} />
    </>
  );
}

/** “The question “Who signs?” has been answered”, or “The scheme BANT has at least 5 points.” */
export function AnswerSentence({ test, stage, onChange }: Props<Of<'answer'>> & { stage: string }) {
  const { questions, schemes } = useVocabulary();
  const { question = '', scheme = '' } = test;
  const option = (q: (typeof questions)[number], group: string): Option => ({
    value: `q:${q.id}`,
    label: q.asks,
    group,
  });
  const options: Option[] = [
    ...questions.filter((q) => q.stage === stage).map((q) => option(q, m.answer.ofStage)),
    ...schemes.map((s) => ({ value: `s:${s.id}`, label: s.name, group: m.answer.schemes })),
    ...questions.filter((q) => q.stage !== stage).map((q) => option(q, m.answer.ofOthers)),
  ];
  const unique = options.filter((o, i) => options.findIndex((other) => other.value === o.value) === i);
  const value = scheme === '' ? `q:${question}` : `s:${scheme}`;
  const text = unique.find((o) => o.value === value)?.label ?? (scheme || question || m.answer.choose);
  const choose = (picked: string) => {
    const within = { within_days: test.within_days ?? null };
    if (picked.startsWith('s:')) onChange({ scheme: picked.slice(2), ...within });
    else onChange({ question: picked.startsWith('q:') ? picked.slice(2) : picked, ...within });
  };
  return (
    <>
      {scheme === '' ? m.answer.question : m.answer.scheme}{' '}
      <Choice label={m.part.answer} text={text} options={unique} value={value} free onChoose={choose} />{' '}
      {scheme === '' && m.answer.answered}
      {scheme !== '' && !given(test.at_least) && `${m.answer.reaches} `}
      {scheme !== '' && (
        <Amount
          label={m.part.points}
          add={m.answer.addPoints}
          before={m.answer.reachesAt}
          after={m.answer.points}
          value={test.at_least}
          start={schemes.find((s) => s.id === scheme)?.threshold ?? 1}
          onChange={(at_least) => onChange({ ...test, at_least })}
        />
      )}{' '}
      <Within value={test.within_days} onChange={(within_days) => onChange({ ...test, within_days })} />
    </>
  );
}

const STATES = { quote: ['sent', 'accepted'], approval: ['asked', 'granted'] } as const;

/** “A quote was accepted”, “An approval was granted.” */
export function StateSentence({ of, test, onChange }: Props<Of<'quote'>> & { of: 'quote' | 'approval' }) {
  return (
    <>
      {m.state[of]}{' '}
      <Choice
        label={m.part.state}
        text={stateSays(test.state)}
        options={asOptions(STATES[of], stateSays)}
        value={test.state}
        free
        onChoose={(state) => onChange({ ...test, state })}
      />{' '}
      <Within value={test.within_days} onChange={(within_days) => onChange({ ...test, within_days })} />
    </>
  );
}
