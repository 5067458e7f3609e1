import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const discoverRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover',
    component: lazyRouteComponent(() => import('./DiscoverPage'), 'DiscoverPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover/back',
    component: lazyRouteComponent(() => import('./back/BackPage'), 'BackPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover/touchpoints',
    component: lazyRouteComponent(() => import('./touch/TouchPage'), 'TouchPage'),
  }),
] as const;
