import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const measureRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure',
    component: lazyRouteComponent(() => import('./MeasurePage'), 'MeasurePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/review',
    component: lazyRouteComponent(() => import('./review/ReviewPage'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/feedback',
    component: lazyRouteComponent(() => import('./feedback/FeedbackPage'), 'FeedbackPage'),
  }),
] as const;
