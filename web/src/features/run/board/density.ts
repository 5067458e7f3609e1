import { useLocalStorage } from '@mantine/hooks';

/** How much of a deal is seen at once. */
export type Density = 'roomy' | 'compact';

/** The density chosen in this browser, of board and list. */
export function useDensity(): [Density, (next: Density) => void] {
  const [value, set] = useLocalStorage<Density>({ key: 'stagecraft-density', defaultValue: 'roomy' });
  return [value, set];
}
