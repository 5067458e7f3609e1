import { PageHead } from '@/ui/PageHead';

export function StartPage() {
  return <PageHead title="Welcome" />;
}
