import { ago, date, isDayOnly, moment, NONE } from './format';

interface Props {
  at: string | null | undefined;
  /** Only one of the two; the other is told on pointing at it. */
  only?: 'relative' | 'absolute';
}

/** A moment: how long ago, and the date. */
export function When({ at, only }: Props) {
  if (!at) return <>{NONE}</>;
  const absolute = isDayOnly(at) ? date(at) : moment(at);
  const relative = ago(at);
  const says = only === 'relative' ? relative : only === 'absolute' ? absolute : `${relative}, ${date(at)}`;
  return (
    <time dateTime={at} title={only === 'absolute' ? relative : absolute}>
      {says}
    </time>
  );
}
