/**
 * Waymark's sign: a cairn, the stones that people pile up where a way goes on. Its ground is its own,
 * so that it can be told apart on light and dark alike.
 */
export const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#2a6a9a"/>
<rect x="4" y="22" width="24" height="6" rx="3" fill="#fff"/>
<rect x="8" y="14" width="18" height="6" rx="3" fill="#fff"/>
<rect x="10" y="6" width="10" height="6" rx="3" fill="#ffd479"/>
</svg>
`;
