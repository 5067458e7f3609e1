import { PageHead } from '@/ui/PageHead';

export function DefinePage() {
  return <PageHead title="Define" />;
}
