import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const accountPages = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/accounts',
    component: lazyRouteComponent(() => import('./AccountsPage'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/accounts/one',
    component: lazyRouteComponent(() => import('./AccountPage'), 'AccountPage'),
  }),
] as const;
