import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const commissionRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/commission',
    component: lazyRouteComponent(() => import('./CommissionPage'), 'CommissionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/commission/plans',
    component: lazyRouteComponent(() => import('./plans/PlansPage'), 'PlansPage'),
  }),
] as const;
