import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** Mode that answers `/api` from generated data instead of a server: `--mode fausse-api`. Development only. */
const FAKE_API_MODE = 'fausse-api';

export default defineConfig(async ({ mode }): Promise<UserConfig> => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [
    react(),
    ...(mode === FAKE_API_MODE ? [(await import('./dev/fake-api-plugin.ts')).fakeApiPlugin()] : []),
  ],
  resolve: {
    // The design system's theme module carries the State's favicon; Concordance shows its own.
    alias: [
      {
        find: /^.*\/dsfr\/favicon\/favicon\.svg$/,
        replacement: fileURLToPath(new URL('./public/favicon.svg', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/admin', import.meta.url)),
    emptyOutDir: true,
    // The largest vendor chunk is react-admin and MUI together; the pages load on demand around it.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom)[\\/]/,
            },
            { name: 'mui', test: /node_modules[\\/]@(mui|emotion)[\\/]/ },
          ],
        },
      },
    },
  },
  server: { proxy: mode === FAKE_API_MODE ? {} : { '/api': 'http://localhost:3000' } },
  preview: { proxy: mode === FAKE_API_MODE ? {} : { '/api': 'http://localhost:3000' } },
}));
