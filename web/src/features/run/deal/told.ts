import type { DealEvent, Process } from '@/api';
import { m as presenting } from '../present/messages';
import { m } from './messages';

/** Whether a list of ids, as an event has it, names this one. */
const names = (text: string, id: string): boolean =>
  text.split(',').some((part) => part.trim().toLowerCase() === id.toLowerCase());

const orElse = (words: string | undefined, value: string): string =>
  words === undefined || words === '' ? value : words;

/** What an attribute of an event says: the title or the words of what it names in the process, else its value. */
export function told(process: Process | null, attributes: Record<string, string>, name: string): string {
  const value = attributes[name] ?? '';
  if (process === null) return value;
  const objection = process.objections?.find(({ id }) => names(attributes.objection ?? '', id));
  switch (name) {
    case 'content':
      return orElse(process.library?.find(({ id }) => names(value, id))?.name, value);
    case 'objection':
      return orElse(objection?.says, value);
    case 'answer':
      return orElse(objection?.answers?.find(({ id }) => names(value, id))?.says, value);
    default:
      return value;
  }
}

const isKind = (tag: string): tag is keyof typeof presenting.findings.kinds => tag in presenting.findings.kinds;

/** What an event is called, with the words of what it is about in place of their ids. */
export function calledOf({ kind, activity, attributes = {} }: DealEvent, process: Process | null): string {
  if (kind === 'answer.given') {
    const asked = process?.schemes?.flatMap(({ questions = [] }) => questions);
    const question = asked?.find(({ id }) => id === attributes.question)?.asks;
    return question ? m.line.answered(question) : activity;
  }
  const { tag = '', text = '' } = attributes;
  if (kind === 'finding.noted' && isKind(tag) && text !== '') return m.line.found(presenting.findings.kinds[tag], text);
  return activity;
}
