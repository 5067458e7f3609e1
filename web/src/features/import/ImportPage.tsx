import { useMay } from '@/app/session';
import { PageHead, Section } from '@/ui/PageHead';
import { ChooseFiles } from './ChooseFiles';
import { HowToExport } from './HowToExport';
import { ImportList } from './ImportList';
import { m } from './messages';

/** Where files come in, and what came in so far. */
export function ImportPage() {
  const may = useMay('owner', 'manager');
  return (
    <>
      <PageHead title={m.title} says={m.says} />
      {may ? (
        <>
          <ChooseFiles />
          <HowToExport />
        </>
      ) : (
        <p>{m.notAllowed}</p>
      )}
      <Section title={m.list}>
        <ImportList mayUndo={may} />
      </Section>
    </>
  );
}
