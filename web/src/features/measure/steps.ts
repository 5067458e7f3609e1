import type { Step } from '@/api';
import { date, monthOf } from '@/ui/format';

/** The name of a step of the calendar: `Mar 2017`, `Q1 2017`, `2017`, `6 Mar 2017`. */
export function stepName(from: string, step: Step): string {
  if (step === 'day' || step === 'week') return date(from);
  if (step === 'month') return monthOf(from);
  const at = new Date(from);
  if (step === 'year') return `${at.getUTCFullYear()}`;
  return `Q${Math.floor(at.getUTCMonth() / 3) + 1} ${at.getUTCFullYear()}`;
}
