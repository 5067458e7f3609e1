import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const defineRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/define',
    component: lazyRouteComponent(() => import('./DefinePage'), 'DefinePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/define/propose',
    component: lazyRouteComponent(() => import('./ProposePage'), 'ProposePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/define/begin',
    component: lazyRouteComponent(() => import('./begin/BeginPage'), 'BeginPage'),
  }),
] as const;
