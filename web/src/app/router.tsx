import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { accountRoutes } from '@/features/account/routes';
import { accountPages } from '@/features/accounts/routes';
import { commissionRoutes } from '@/features/commission/routes';
import { dayRoutes } from '@/features/day/routes';
import { defineRoutes } from '@/features/define/routes';
import { deliveryRoutes } from '@/features/delivery/routes';
import { discoverRoutes, interviewRoutes } from '@/features/discover/routes';
import { importRoutes } from '@/features/import/routes';
import { mailRoutes, unsubscribeRoutes } from '@/features/mail/routes';
import { leadRoutes } from '@/features/leads/routes';
import { manualRoutes } from '@/features/manual/routes';
import { measureRoutes } from '@/features/measure/routes';
import { noticeRoutes } from '@/features/notices/routes';
import { quoteRoutes } from '@/features/quote/routes';
import { runRoutes } from '@/features/run/routes';
import { sequenceRoutes } from '@/features/sequences/routes';
import { settingsRoutes } from '@/features/settings/routes';
import { welcomeRoutes } from '@/features/welcome/routes';
import { ErrorPage, NotFoundPage } from './ErrorPage';
import { rootRoute, shellRoute } from './root';
import { readParams, writeParams } from './selection';

const tree = rootRoute.addChildren([
  ...accountRoutes,
  ...interviewRoutes,
  ...quoteRoutes,
  ...deliveryRoutes,
  ...unsubscribeRoutes,
  shellRoute.addChildren([
    ...welcomeRoutes,
    ...importRoutes,
    ...discoverRoutes,
    ...dayRoutes,
    ...runRoutes,
    ...accountPages,
    ...commissionRoutes,
    ...mailRoutes,
    ...sequenceRoutes,
    ...leadRoutes,
    ...defineRoutes,
    ...measureRoutes,
    ...manualRoutes,
    ...settingsRoutes,
    ...noticeRoutes,
  ]),
]);

/** All routes; each page is a piece of code of its own, loaded when one points at it. */
export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch: readParams,
    stringifySearch: writeParams,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
