import { PageHead } from '@/ui/PageHead';

export function ResultPage() {
  return <PageHead title="Import" />;
}
