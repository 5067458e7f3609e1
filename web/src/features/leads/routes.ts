import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '@/app/root';

export const leadRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/leads',
    component: lazyRouteComponent(() => import('./list/LeadsPage'), 'LeadsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/leads/duplicates',
    component: lazyRouteComponent(() => import('./duplicates/DuplicatesPage'), 'DuplicatesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/leads/lists',
    component: lazyRouteComponent(() => import('./lists/ListsPage'), 'ListsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/leads/lists/new',
    component: lazyRouteComponent(() => import('./lists/NewListPage'), 'NewListPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/leads/forms',
    component: lazyRouteComponent(() => import('./forms/FormsPage'), 'FormsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/leads/rules',
    component: lazyRouteComponent(() => import('./rules/RulesPage'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/leads/sources',
    component: lazyRouteComponent(() => import('./sources/SourcesPage'), 'SourcesPage'),
  }),
] as const;
