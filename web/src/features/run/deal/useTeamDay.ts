import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { workQuery } from '@/features/settings/queries';
import { dayIn, dayWords } from '@/ui/days';

/** Days where the team is: today, and a moment's day in words, such as `tomorrow`. */
export function useTeamDay() {
  const zone = useQuery(workQuery).data?.zone ?? 'UTC';
  const [now] = useState(() => new Date().toISOString());
  const today = dayIn(now, zone);
  const isPast = (at: string): boolean => dayIn(at, zone) < today;
  return { today, isPast, words: (at: string): string => dayWords(dayIn(at, zone), today) };
}
