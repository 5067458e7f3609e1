import { PageHead } from '@/ui/PageHead';

export function DealsPage() {
  return <PageHead title="Deals" />;
}
