import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BASE, type JobProgress } from '@/api';

function read(data: unknown): JobProgress | null {
  if (typeof data !== 'string') return null;
  const told: unknown = JSON.parse(data);
  if (typeof told !== 'object' || told === null) return null;
  const { phase, done, total, status } = Object.assign({ phase: '', done: 0, total: 0, status: '' }, told);
  return { phase, done, total, status };
}

/** Follows a running import; when it has ended, everything that shows deals is loaded again. */
export function useProgress(id: string, running: boolean): JobProgress | null {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(() => {
    if (!running) return;
    const source = new EventSource(`${BASE}/imports/${encodeURIComponent(id)}/progress`);
    source.addEventListener('progress', (event: MessageEvent<unknown>) => {
      const now = read(event.data);
      setProgress(now);
      if (now && now.status !== 'running') {
        source.close();
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      }
    });
    return () => source.close();
  }, [id, running, queries]);
  return progress;
}
