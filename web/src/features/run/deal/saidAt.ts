import type { DealView } from '@/api';
import type { SaidAt } from '@/features/measure/feedback/SayWhatHinders';
import { given } from '@/ui/given';

/** A stage of a deal as the place where something is said. */
export const saidAt = (
  { deal, process_id: process }: Pick<DealView, 'deal' | 'process_id'>,
  stage: string,
): SaidAt => ({
  stage,
  deal: deal.id,
  ...(given(process) && { process }),
});
