import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const discoverRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover',
    component: lazyRouteComponent(() => import('./DiscoverPage'), 'DiscoverPage'),
  }),
] as const;
