import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', assetsInlineLimit: 0 },
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  server: {
    // the API, and the pages of web forms, which are the server's own
    proxy: { '^/(api|f)/': { target: process.env.STAGECRAFT_API ?? 'http://127.0.0.1:7171' } },
    // what the model's tests expect, other programs read here
    fs: { allow: ['.', '../crates/model/tests/expected'] },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    // a busy machine is no failure
    testTimeout: 30_000,
    reporters: ['default', './scripts/closing-line.mjs'],
  },
});
