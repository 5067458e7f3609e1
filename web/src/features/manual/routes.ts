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
    path: '/manual/write',
    component: lazyRouteComponent(() => import('./WritePage'), 'NewPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/manual/$page',
    component: lazyRouteComponent(() => import('./ReadPage'), 'ReadPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/manual/$page/edit',
    component: lazyRouteComponent(() => import('./WritePage'), 'EditPage'),
  }),
] as const;
