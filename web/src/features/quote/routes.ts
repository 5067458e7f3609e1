import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '@/app/root';

/** Where a prospect reads and accepts a quote without signing in; the token of the link stands behind `#`. */
export const quoteRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/quote',
    component: lazyRouteComponent(() => import('./QuotePage'), 'QuotePage'),
  }),
] as const;
