/** A random key of 128 bits; unlike `crypto.randomUUID` it is there on a plain HTTP address as well. */
export const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
