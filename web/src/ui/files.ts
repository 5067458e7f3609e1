export const FORMATS = ['csv', 'json', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** The address of the same table in another format, of an address that ends in `.csv` before what it asks. */
export const inFormat = (csv: string, format: Format): string => csv.replace(/\.csv(?=\?|$)/, `.${format}`);

/** The address that gives what a table is made of, as JSON. */
export const wholeOf = (csv: string): string => csv.replace(/\.csv(?=\?|$)/, '');
