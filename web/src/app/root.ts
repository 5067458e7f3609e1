import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from './session';

/** The trunk of all routes. */
export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({});

/**
 * Parent of every page for people who are signed in: rail, bar, keys, live news. Whoever is not signed in is sent to
 * sign in and comes back afterwards.
 */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
    // The router takes a redirect as thrown.
    if (session.setup_needed) throw redirect({ to: '/setup' });
    if (!session.user) throw redirect({ to: '/sign-in', search: { to: location.href } });
  },
  component: lazyRouteComponent(() => import('./Shell'), 'Shell'),
});
