import type { LeadChoice } from '../queries';

const STATES = ['open', 'dropped', 'taken'] as const;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The choice in the parameters of an address; whatever else is there is left out. */
export function choiceOf(params: Record<string, unknown>): LeadChoice {
  const choice: LeadChoice = {};
  const state = STATES.find((s) => s === params.state);
  if (state !== undefined && state !== 'open') choice.state = state;
  if (params.unassigned === 'true') choice.unassigned = true;
  for (const name of ['owner', 'source', 'campaign', 'list', 'text'] as const) {
    const value = text(params[name]);
    if (value !== undefined) choice[name] = value;
  }
  return choice;
}

/** The choice with other values; `undefined` takes one away. */
export function changed(
  choice: LeadChoice,
  part: { [Name in keyof LeadChoice]?: LeadChoice[Name] | undefined },
): LeadChoice {
  const kept = Object.entries({ ...choice, ...part }).filter(([, value]) => value !== undefined && value !== '');
  return choiceOf(Object.fromEntries(kept.map(([name, value]) => [name, `${value}`])));
}

/** Whether anything but the state is asked for. */
export const isNarrow = (choice: LeadChoice): boolean => Object.keys(choice).some((name) => name !== 'state');
