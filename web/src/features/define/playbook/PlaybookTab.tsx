import { Link } from '@tanstack/react-router';
import type { FC } from 'react';
import type { Finding, Process } from '@/api';
import { Tabs } from '@/ui/Tabs';
import { CoveragePart } from './CoveragePart';
import { JourneyPart } from './JourneyPart';
import { LibraryPart } from './LibraryPart';
import { m } from './messages';
import { ObjectionsPart } from './ObjectionsPart';
import { PersonasPart } from './PersonasPart';
import { type Part, type PartProps, PARTS, usePlace } from './place';
import { SchemesPart } from './SchemesPart';
import { FiguresContext, useCounted } from './use/figures';

const SHOWN: Record<Part, FC<PartProps>> = {
  personas: PersonasPart,
  journey: JourneyPart,
  library: LibraryPart,
  coverage: CoveragePart,
  objections: ObjectionsPart,
  schemes: SchemesPart,
};

/** The parts that show how they were used. */
const COUNTED: readonly Part[] = ['library', 'objections'];

interface Props {
  process: Process;
  findings: readonly Finding[];
  may: boolean;
  onEdit: (process: Process, about: string) => void;
}

/** Whom a team sells to and with what: personas, their journey, content, objections, qualification. */
export function PlaybookTab({ process, findings, may, onEdit }: Props) {
  const { part, open, searchOf, go } = usePlace();
  const figures = useCounted(process, COUNTED.includes(part));
  const Shown = SHOWN[part];
  return (
    <FiguresContext value={figures}>
      <Tabs label={m.label}>
        {PARTS.map((p) => (
          <Link
            key={p}
            to="/define"
            search={searchOf(p)}
            replace
            resetScroll={false}
            activeProps={{}}
            aria-current={p === part ? 'page' : undefined}
          >
            {m.parts[p]}
          </Link>
        ))}
      </Tabs>
      <Shown
        process={process}
        findings={findings}
        may={may}
        onEdit={onEdit}
        open={open}
        onOpen={(id, to = part) => go(to, id)}
      />
    </FiguresContext>
  );
}
