import { useEffect } from 'react';

/** Something that was looked at. */
export interface Recent {
  href: string;
  name: string;
}

const PLACE = 'stagecraft-recent';
const MOST = 8;

const isRecent = (value: unknown): value is Recent =>
  typeof value === 'object' &&
  value !== null &&
  'href' in value &&
  'name' in value &&
  typeof value.href === 'string' &&
  value.href.startsWith('/') &&
  typeof value.name === 'string';

/** What was looked at last in this browser, the last first. */
export function recent(): Recent[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers that something is looked at. */
export function useRecent(href: string, name: string): void {
  useEffect(() => {
    const others = recent().filter((r) => r.href !== href);
    try {
      localStorage.setItem(PLACE, JSON.stringify([{ href, name }, ...others].slice(0, MOST)));
    } catch {
      // A browser that keeps nothing has no list.
    }
  }, [href, name]);
}
