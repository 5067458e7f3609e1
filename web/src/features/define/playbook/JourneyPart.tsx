import type { PartProps } from './place';
export function JourneyPart(_: PartProps) {
  return null;
}
