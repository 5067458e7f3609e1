import { PageHead } from '@/ui/PageHead';

export function ManualPage() {
  return <PageHead title="Manual" />;
}
