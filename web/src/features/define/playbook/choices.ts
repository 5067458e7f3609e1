import type { Content, Persona, Process } from '@/api';
import { stagesOf } from '../edit';

/** Things to choose from, by name. */
export interface Choice {
  value: string;
  label: string;
}

/** A choice for each id, once: a file that was edited by hand may name one twice. */
const once = (choices: Choice[]): Choice[] =>
  choices.filter((c, i) => c.value !== '' && choices.findIndex((other) => other.value === c.value) === i);

/** Also what is chosen and not there any more, by its id: it can be seen and taken away then. */
const withChosen = (choices: Choice[], chosen: readonly string[]): Choice[] =>
  once([...choices, ...chosen.map((id) => ({ value: id, label: id }))]);

const named = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name === '' ? id : name });

export const stageChoices = (process: Process, chosen: readonly string[] = []): Choice[] =>
  withChosen(stagesOf(process).map(named), chosen);

export const personaChoices = (process: Process, chosen: readonly string[] = []): Choice[] =>
  withChosen((process.personas ?? []).map(named), chosen);

export const contentChoices = (process: Process, chosen: readonly string[] = []): Choice[] =>
  withChosen((process.library ?? []).map(named), chosen);

export const objectionChoices = (process: Process, chosen: readonly string[] = []): Choice[] =>
  withChosen(
    (process.objections ?? []).map(({ id, says }) => named({ id, name: says })),
    chosen,
  );

/** What a thing is called: its name, or its id where it has none or is not there. */
export const nameOf = (things: readonly Pick<Persona | Content, 'id' | 'name'>[] | undefined, id: string): string => {
  const name = things?.find((t) => t.id === id)?.name ?? '';
  return name === '' ? id : name;
};
