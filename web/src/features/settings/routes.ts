import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/settings/deals',
    component: lazyRouteComponent(() => import('./DealsSettingsPage'), 'DealsSettingsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/settings/prices',
    component: lazyRouteComponent(() => import('./PricesPage'), 'PricesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/settings/quotas',
    component: lazyRouteComponent(() => import('./quotas/QuotasPage'), 'QuotasPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/settings/workspace',
    component: lazyRouteComponent(() => import('./WorkspacePage'), 'WorkspacePage'),
  }),
] as const;
