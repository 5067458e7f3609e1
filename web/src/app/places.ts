import {
  type Icon,
  IconBook2,
  IconChartHistogram,
  IconLayoutKanban,
  IconListCheck,
  IconRoute,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { m } from '@/messages';

export interface Place {
  to: '/my-day' | '/board' | '/discover' | '/define' | '/measure' | '/manual' | '/settings';
  /** Other pages that belong to it. */
  also?: readonly ('/deals' | '/leads' | '/accounts' | '/customers' | '/commission')[];
  name: string;
  icon: Icon;
  /** Pressed after `g`. */
  key: string;
  /** Stands in the bottom bar of a phone. */
  phone: boolean;
}

/** The places of the rail, in order. */
export const PLACES: readonly Place[] = [
  { to: '/my-day', name: m.places.day, icon: IconSun, key: 'y', phone: true },
  {
    to: '/board',
    also: ['/deals', '/leads', '/accounts', '/customers', '/commission'],
    name: m.places.deals,
    icon: IconLayoutKanban,
    key: 'b',
    phone: true,
  },
  { to: '/discover', name: m.places.discover, icon: IconRoute, key: 'd', phone: true },
  { to: '/define', name: m.places.define, icon: IconListCheck, key: 'i', phone: false },
  { to: '/measure', name: m.places.measure, icon: IconChartHistogram, key: 'm', phone: true },
  { to: '/manual', name: m.places.manual, icon: IconBook2, key: 'n', phone: true },
  { to: '/settings', name: m.places.settings, icon: IconSettings, key: 's', phone: false },
];
