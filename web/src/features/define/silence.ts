import type { Finding, Process } from '@/api';

/** Whether a finding can be silenced: an error cannot, and what has no rule neither. */
export const canSilence = ({ level, code }: Finding): boolean => level !== 'error' && code !== '';

/** The process with a rule silenced where a finding is, for a reason. */
export function silenced(process: Process, { code, at }: Finding, reason: string): Process {
  const where = at === '' ? {} : { at };
  return { ...process, silence: [...(process.silence ?? []), { rule: code, ...where, reason }] };
}
