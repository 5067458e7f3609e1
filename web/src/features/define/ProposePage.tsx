import { PageHead } from '@/ui/PageHead';

export function ProposePage() {
  return <PageHead title="Proposal" />;
}
