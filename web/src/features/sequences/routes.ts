import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const sequenceRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/sequences',
    component: lazyRouteComponent(() => import('./SequencesPage'), 'SequencesPage'),
  }),
] as const;
