import { Group, Skeleton, Stack } from '@mantine/core';

/** Lines of text. */
export const TextSkeleton = ({ lines = 2 }: { lines?: number }) => (
  <Stack gap="sm">
    {Array.from({ length: lines }, (_, i) => (
      <Skeleton key={i} height={16} width={i === lines - 1 ? '60%' : '100%'} />
    ))}
  </Stack>
);

/** Headline figures in a row. */
export const FiguresSkeleton = ({ n = 4 }: { n?: number }) => (
  <Group grow preventGrowOverflow={false} gap="md">
    {Array.from({ length: n }, (_, i) => (
      <Skeleton key={i} height={92} miw={150} />
    ))}
  </Group>
);

/** Rows of a table. */
export const TableSkeleton = ({ rows = 8 }: { rows?: number }) => (
  <Stack gap="sm">
    <Skeleton height={20} width="40%" />
    {Array.from({ length: rows }, (_, i) => (
      <Skeleton key={i} height={32} />
    ))}
  </Stack>
);

/** A chart. */
export const ChartSkeleton = ({ height = 280 }: { height?: number }) => <Skeleton height={height} />;

/** A page: head, figures, chart. */
export const PageSkeleton = () => (
  <Stack gap="lg">
    <Skeleton height={32} width="50%" />
    <FiguresSkeleton />
    <ChartSkeleton />
  </Stack>
);
