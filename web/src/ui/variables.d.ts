import 'react';

// Custom properties in `style`, which React passes on but does not know.
declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
