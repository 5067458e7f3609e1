import 'react';

// Custom properties in `style`, which React passes on but does not know.
declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style -- an interface that is added to
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
