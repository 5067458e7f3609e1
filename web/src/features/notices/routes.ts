import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const noticeRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/settings/notifications',
    component: lazyRouteComponent(() => import('./NoticeSettingsPage'), 'NoticeSettingsPage'),
  }),
] as const;
