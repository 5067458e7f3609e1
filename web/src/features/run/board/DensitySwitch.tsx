import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { IconBaselineDensityMedium, IconBaselineDensitySmall } from '@tabler/icons-react';
import { m } from '../messages';
import { type Density, useDensity } from './density';

const isDensity = (word: string): word is Density => word === 'roomy' || word === 'compact';

/** Chooses between more deals at once and more of each. */
export function DensitySwitch() {
  const [density, setDensity] = useDensity();
  return (
    <SegmentedControl
      size="sm"
      aria-label={m.density.label}
      value={density}
      onChange={(next) => isDensity(next) && setDensity(next)}
      data={[
        { value: 'roomy', label: <Look says={m.density.roomy} icon={<IconBaselineDensityMedium size={16} />} /> },
        { value: 'compact', label: <Look says={m.density.compact} icon={<IconBaselineDensitySmall size={16} />} /> },
      ]}
    />
  );
}

const Look = ({ says, icon }: { says: string; icon: React.ReactNode }) => (
  <span style={{ display: 'grid', placeItems: 'center', minHeight: 20 }} title={says}>
    {icon}
    <VisuallyHidden>{says}</VisuallyHidden>
  </span>
);
