import { PageHead } from '@/ui/PageHead';

export function PlanPage() {
  return <PageHead title="Import" />;
}
