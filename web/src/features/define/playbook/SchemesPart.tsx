import type { PartProps } from './place';
export function SchemesPart(_: PartProps) {
  return null;
}
