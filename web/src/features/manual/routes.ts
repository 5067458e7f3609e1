import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const manualRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/manual',
    component: lazyRouteComponent(() => import('./ManualPage'), 'ManualPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/manual/$page',
    component: lazyRouteComponent(() => import('./ManualPage'), 'ManualPage'),
  }),
] as const;
