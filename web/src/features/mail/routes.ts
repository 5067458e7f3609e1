import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute, shellRoute } from '@/app/root';

export const mailRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/mail',
    component: lazyRouteComponent(() => import('./inbox/InboxPage'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/settings/mail',
    component: lazyRouteComponent(() => import('./settings/MailSettingsPage'), 'MailSettingsPage'),
  }),
] as const;

/** Where the reader of a mail ends the mails, without signing in; the token of the link stands behind `#`. */
export const unsubscribeRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/unsubscribe',
    component: lazyRouteComponent(() => import('./unsubscribe/UnsubscribePage'), 'UnsubscribePage'),
  }),
] as const;
