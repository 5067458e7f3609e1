import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, shellRoute } from '@/app/root';

export const discoverRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover',
    component: lazyRouteComponent(() => import('./DiscoverPage'), 'DiscoverPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover/map',
    component: lazyRouteComponent(() => import('./map/MapPage'), 'MapPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover/back',
    component: lazyRouteComponent(() => import('./back/BackPage'), 'BackPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover/drivers',
    component: lazyRouteComponent(() => import('./drivers/DriversPage'), 'DriversPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover/touchpoints',
    component: lazyRouteComponent(() => import('./touch/TouchPage'), 'TouchPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/discover/interviews',
    component: lazyRouteComponent(() => import('./interview/InterviewsPage'), 'InterviewsPage'),
  }),
] as const;

/** Where a rep tells about deals without signing in; the token of the link stands behind `#`, or in the path. */
export const interviewRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/interview',
    component: lazyRouteComponent(() => import('./interview/answer/AnswerPage'), 'AnswerPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/interview/$token',
    component: lazyRouteComponent(() => import('./interview/answer/AnswerPage'), 'AnswerPage'),
  }),
] as const;
