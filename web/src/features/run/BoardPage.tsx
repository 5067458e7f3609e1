import { PageHead } from '@/ui/PageHead';

export function BoardPage() {
  return <PageHead title="Board" />;
}
