// What is used of Papa Parse. Its published types bring those of Node and of the page along, which the core has not.
declare module 'papaparse' {
  interface Settings {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly quoteChar: string;
  }
  interface Parsed {
    readonly data: string[][];
    readonly errors: readonly { readonly type: string; readonly row?: number }[];
  }
  const Papa: { parse(text: string, settings: Settings): Parsed };
  export default Papa;
}
