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
    path: '/measure/forecast',
    component: lazyRouteComponent(() => import('./forecast/ForecastPage'), 'ForecastPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/ramp',
    component: lazyRouteComponent(() => import('./ramp/RampPage'), 'RampPage'),
  }),
] as const;
