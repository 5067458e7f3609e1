import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const runRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals',
    component: lazyRouteComponent(() => import('./DealsPage'), 'DealsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/$deal',
    component: lazyRouteComponent(() => import('./DealPage'), 'DealPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/deals/$deal/brief',
    component: lazyRouteComponent(() => import('./present/brief/BriefPage'), 'BriefPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/board',
    component: lazyRouteComponent(() => import('./BoardPage'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/customers',
    component: lazyRouteComponent(() => import('./customers/CustomersPage'), 'CustomersPage'),
  }),
] as const;
