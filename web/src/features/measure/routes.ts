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
    path: '/measure/metrics',
    component: lazyRouteComponent(() => import('./metrics/CataloguePage'), 'CataloguePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/metrics/new',
    component: lazyRouteComponent(() => import('./metrics/OwnMetricPage'), 'OwnMetricPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/metrics/$metric',
    component: lazyRouteComponent(() => import('./metrics/MetricPage'), 'MetricPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/metrics/$metric/edit',
    component: lazyRouteComponent(() => import('./metrics/OwnMetricPage'), 'OwnMetricPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/dashboards',
    component: lazyRouteComponent(() => import('./dashboards/DashboardsPage'), 'DashboardsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/dashboards/$dashboard',
    component: lazyRouteComponent(() => import('./dashboards/DashboardPage'), 'DashboardPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/targets',
    component: lazyRouteComponent(() => import('./targets/TargetsPage'), 'TargetsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/measure/feedback',
    component: lazyRouteComponent(() => import('./feedback/FeedbackPage'), 'FeedbackPage'),
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
