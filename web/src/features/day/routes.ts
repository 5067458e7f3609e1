import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const dayRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/my-day',
    component: lazyRouteComponent(() => import('./MyDayPage'), 'MyDayPage'),
  }),
] as const;
