import { PageHead } from '@/ui/PageHead';

export function MeasurePage() {
  return <PageHead title="Measure" />;
}
