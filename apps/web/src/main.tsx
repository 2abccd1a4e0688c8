import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import './stages/stages.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.js';
import { Notices } from './app/notices.js';
import { nonce } from './app/nonce.js';
import { router } from './app/router.js';
import { theme } from './app/theme.js';

const withNonce = nonce === '' ? {} : { getStyleNonce: () => nonce };
// what dialogs add to the page while they keep it from scrolling asks for it by this name
if (nonce !== '') Object.assign(globalThis, { __webpack_nonce__: nonce });
const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" {...withNonce}>
        <Notices />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
