import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { writeParams } from '@/app/selection';

/** One word of the page's address; the empty one is none. */
export function useWord(name: string): [string, (next: string) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const pathname = useLocation({ select: (l) => l.pathname });
  const navigate = useNavigate();
  const value = search[name];
  const set = (next: string) =>
    void navigate({
      href: pathname + writeParams({ ...search, [name]: next === '' ? undefined : next }),
      replace: true,
    });
  return [typeof value === 'string' ? value : '', set];
}

/** Several words of the page's address under one name. */
export function useWords(name: string): [string[], (next: string[]) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const pathname = useLocation({ select: (l) => l.pathname });
  const navigate = useNavigate();
  const value = search[name];
  const words = (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string' && v !== '');
  const set = (next: string[]) =>
    void navigate({ href: pathname + writeParams({ ...search, [name]: next }), replace: true });
  return [words, set];
}
