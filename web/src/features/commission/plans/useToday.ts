import { useQuery } from '@tanstack/react-query';
import { workQuery } from '@/features/settings/queries';
import { dayIn } from '@/ui/days';

/** Today, where the team is: `2026-03-11`. */
export const useToday = (): string => dayIn(new Date().toISOString(), useQuery(workQuery).data?.zone ?? 'UTC');
