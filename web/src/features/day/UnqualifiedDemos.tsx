import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, got } from '@/api';
import { moment } from '@/ui/format';
import { m } from './calendarMessages';

/** Demonstrations that were given before a deal was qualified, and what they cost; nothing where there are none. */
export function UnqualifiedDemos({ owner }: { owner: string | null }) {
  const found = useQuery({
    queryKey: ['deals', 'unqualified', owner],
    queryFn: ({ signal }) =>
      got(api.GET('/meetings/unqualified', { params: { query: owner === null ? {} : { owner } }, signal })),
  }).data;
  if (!found || found.unqualified === 0) return null;
  return (
    <details>
      <summary className="soft">{m.demos.title(found.unqualified)}</summary>
      <p className="soft small">{m.demos.says(found.unqualified_minutes, found.minutes)}</p>
      <ul>
        {found.list.slice(0, 20).map((one) => (
          <li key={one.meeting}>
            <Link to="/deals/$deal" params={{ deal: one.deal }}>
              {one.account ?? one.name}
            </Link>{' '}
            {m.demos.line(one.title, one.points, one.threshold)}{' '}
            <time className="soft small" dateTime={one.start}>
              {moment(one.start)}
            </time>
          </li>
        ))}
      </ul>
    </details>
  );
}
