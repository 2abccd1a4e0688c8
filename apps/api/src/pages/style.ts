import { createHash } from 'node:crypto';

/** How the pages without a script look: light and dark as the reader's system does, from 320 px on. */
export const STYLE = `:root {
  color-scheme: light dark;
  --page: #f4f6f8;
  --card: #ffffff;
  --ink: #1c2024;
  --quiet: #565d66;
  --line: #8a939d;
  --hair: #d9dee3;
  --accent: #2a6a9a;
  --accent-over: #205579;
  --on-accent: #ffffff;
  --fault: #a51d1d;
  --fault-ground: #fdf0ef;
  --said-ground: #e9f2f9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #141619;
    --card: #1d2024;
    --ink: #eceef0;
    --quiet: #a9b1ba;
    --line: #717a84;
    --hair: #343a41;
    --accent: #77add0;
    --accent-over: #97c3e0;
    --on-accent: #0c1c28;
    --fault: #ff9d94;
    --fault-ground: #381d1c;
    --said-ground: #1b2c39;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { height: 100%; -webkit-text-size-adjust: 100%; }
body {
  min-height: 100%;
  margin: 0;
  padding: 24px 16px;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.5 Inter, ui-sans-serif, system-ui, sans-serif;
  overflow-wrap: anywhere;
}
header, main { width: 100%; max-width: 26rem; }
header a {
  display: inline-flex;
  align-items: center;
  gap: 10px;
  min-height: 40px;
  margin: 0 0 16px;
  color: var(--ink);
  font-size: 1.125rem;
  font-weight: 700;
  letter-spacing: -0.01em;
  text-decoration: none;
}
main {
  padding: 28px 28px 24px;
  background: var(--card);
  border: 1px solid var(--hair);
  border-radius: 12px;
  box-shadow: 0 1px 2px rgb(0 0 0 / 6%), 0 8px 24px rgb(0 0 0 / 6%);
}
h1 { margin: 0 0 8px; font-size: 1.5rem; line-height: 1.25; letter-spacing: -0.02em; }
p { margin: 0 0 16px; }
form { margin: 0 0 16px; }
main > :last-child, form > :last-child, .said > :last-child { margin-bottom: 0; }
a { color: var(--accent); text-underline-offset: 3px; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.field { margin: 0 0 16px; }
label { display: block; font-size: 0.875rem; font-weight: 600; }
.hint { display: block; color: var(--quiet); font-size: 0.8125rem; }
input {
  display: block;
  width: 100%;
  min-height: 44px;
  margin-top: 6px;
  padding: 8px 12px;
  color: inherit;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 8px;
  font: inherit;
}
input[aria-invalid] { border: 2px solid var(--fault); }
button, a.way {
  display: flex;
  align-items: center;
  justify-content: center;
  width: 100%;
  min-height: 44px;
  margin: 0 0 16px;
  padding: 8px 16px;
  border: 1px solid var(--accent);
  border-radius: 8px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
button:hover { background: var(--accent-over); border-color: var(--accent-over); }
a.way { background: transparent; color: var(--accent); }
a.way:hover { background: var(--said-ground); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
div.said { margin: 0 0 16px; }
.fault, .said {
  padding: 10px 12px;
  border-radius: 8px;
  border-left: 4px solid;
}
.fault { background: var(--fault-ground); color: var(--fault); font-weight: 600; }
.field .fault { margin: 6px 0 0; font-size: 0.875rem; }
.said { background: var(--said-ground); border-color: var(--accent); }
.or {
  display: flex;
  align-items: center;
  gap: 12px;
  color: var(--quiet);
  font-size: 0.875rem;
}
.or::before, .or::after { content: ""; flex: 1; height: 1px; background: var(--hair); }
@media (max-width: 400px) {
  body { justify-content: flex-start; padding: 12px; }
  main { padding: 20px 16px; }
}
@media (forced-colors: active) {
  button, a.way, main, input { border: 1px solid; }
}
`;

/** Where the style lies; another one once it changes, so that browsers may keep it. */
export const STYLE_PATH = `/sign-in/look-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`;
