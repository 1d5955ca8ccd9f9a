import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const output = '../../dist/web';

// Fonts and icons ship with the package: nothing is loaded from another host, and nothing is inlined as a data address.
export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: { outDir: output, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 600 },
  worker: { format: 'es' },
  server: { proxy: { '/api': 'http://127.0.0.1:4400' } },
});
