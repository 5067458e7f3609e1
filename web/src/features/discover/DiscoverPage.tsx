import { PageHead } from '@/ui/PageHead';

export function DiscoverPage() {
  return <PageHead title="How you sell" />;
}
