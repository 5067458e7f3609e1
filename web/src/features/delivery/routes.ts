import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '@/app/root';

/** Where a customer confirms a delivery without signing in; the token of the link stands behind `#`. */
export const deliveryRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/delivery',
    component: lazyRouteComponent(() => import('./DeliveryPage'), 'DeliveryPage'),
  }),
] as const;
