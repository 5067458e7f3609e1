import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Loaded } from '@/ui/Loaded';
import { dealsAtAllQuery } from './queries';
import { WelcomePage } from './WelcomePage';

/** The first page: how you sell, or three doors as long as there are no deals. */
export function StartPage() {
  const query = useQuery(dealsAtAllQuery);
  return (
    <Loaded query={query}>{(total) => (total > 0 ? <Navigate to="/discover" replace /> : <WelcomePage />)}</Loaded>
  );
}
