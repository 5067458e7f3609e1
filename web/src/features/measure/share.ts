import type { ConversionStep } from '@/api';
import { percent } from '@/ui/format';
import { m } from './messages';

/** Below this many decided deals a share says little, and the counts are shown instead. */
export const LITTLE = 20;

/** Deals that entered a stage and are decided: they went on, or they are lost. */
export const decided = (step: ConversionStep): number => step.entered - step.open;

/** The share that went on; where it would say little, the counts. */
export const shareOf = (step: ConversionStep): string =>
  decided(step) < LITTLE ? m.conversion.little(step.reached, decided(step)) : percent(step.rate);
