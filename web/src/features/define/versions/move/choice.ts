import type { DealOfVersion, DealsOfVersion, HeldDeal, LostStage, Preview } from '@/api';
import type { HeldLine } from '../held';

/** Which of the listed deals are shown; nothing chosen shows all. */
export interface DealFilter {
  /** In key, name, account or owner. */
  text?: string;
  /** The name of the stage. */
  stage?: string;
  owner?: string;
}

/** The listed deals that a filter lets through. */
export function filtered(deals: readonly DealOfVersion[], { text = '', stage, owner }: DealFilter): DealOfVersion[] {
  const words = text.trim().toLowerCase();
  const holds = (deal: DealOfVersion) =>
    [deal.key, deal.name, deal.account, deal.owner].some((t) => t?.toLowerCase().includes(words));
  return deals.filter(
    (deal) =>
      (words === '' || holds(deal)) &&
      (stage === undefined || deal.stage_name === stage) &&
      (owner === undefined || (deal.owner ?? '') === owner),
  );
}

/** Different values in order of the alphabet. */
export const different = (values: readonly (string | null | undefined)[]): string[] =>
  [...new Set(values.map((v) => v ?? ''))].sort((a, b) => a.localeCompare(b));

/** Whose ids are sent: those chosen, or all that are listed. None: all open deals of the process, listed or not. */
export function sentIds({ total, deals }: DealsOfVersion, chosen: ReadonlySet<string> | null): string[] | null {
  if (chosen !== null) return deals.filter((d) => chosen.has(d.id)).map((d) => d.id);
  return total > deals.length ? null : deals.map((d) => d.id);
}

/** Of the stages that the new version has no more, those that some of these deals are in. */
export function lostOf(lost: readonly LostStage[], deals: readonly DealOfVersion[]): LostStage[] {
  return lost.flatMap((stage) => {
    const own = deals.filter((deal) => deal.stage === stage.stage_id).length;
    return own === 0 ? [] : [{ ...stage, deals: Math.min(own, stage.deals) }];
  });
}

/** The held deals that the server names, by their ids. */
export const heldById = (held: Preview['held']): ReadonlyMap<string, HeldDeal> =>
  new Map(held.flatMap((stage) => stage.deals).map((deal) => [deal.id, deal]));

/** Whether more deals are held than the server names. */
export const isCutShort = (held: Preview['held']): boolean => held.some((stage) => stage.deals.length < stage.held);

/** Which of these deals the new version would hold, by its stages; without ids of all open deals. */
export function heldAmong(held: Preview['held'], ids: readonly string[] | null): HeldLine[] {
  const wanted = new Set(ids);
  return held.flatMap(({ stage, name, open, held: all, deals }): HeldLine[] => {
    const own = ids === null ? deals : deals.filter((deal) => wanted.has(deal.id));
    const then = ids === null ? all : own.length;
    return then === 0 ? [] : [{ stage, name, open, now: 0, then, deals: own }];
  });
}
