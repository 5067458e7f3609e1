import { PageHead } from '@/ui/PageHead';

export function DealPage() {
  return <PageHead title="Deal" />;
}
