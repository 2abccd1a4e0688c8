import { notifications } from '@mantine/notifications';
import type { Twin } from './twin.js';

/** Twice as many pixels as on the screen, for slides and paper. */
const SHARPNESS = 2;

/** Styles of the page that a picture on its own has to bring along. */
const STYLES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity'],
  ...['paint-order', 'text-decoration-line'],
  ...['opacity', 'font-size', 'font-family', 'font-weight', 'text-anchor', 'dominant-baseline'],
];

/** Copies the address that leads back to what is shown. @param anchor the id of a part of the page */
export async function copyAddress(anchor: string): Promise<void> {
  const address = new URL(location.href);
  address.hash = anchor;
  await navigator.clipboard.writeText(address.href).then(
    () => notifications.show({ message: 'The link is copied.' }),
    () =>
      notifications.show({
        title: 'The browser does not allow copying',
        message: address.href,
        color: 'orange',
      }),
  );
}

/** Saves the figures as a CSV file; cells that a spreadsheet would run stay text. */
export async function saveCsv({ columns, rows }: Twin, name: string): Promise<void> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const text = stringify([columns, ...rows] as unknown[][], { escape_formulas: true });
  save(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

/** Saves the first `svg` within an element as a PNG file, with a heading above it. */
export async function savePng(within: Element | null, name: string, title: string): Promise<void> {
  const drawing = drawingIn(within);
  if (!drawing) return;
  const { width, height } = drawing.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  const heading = 36;
  canvas.width = width * SHARPNESS;
  canvas.height = (height + heading) * SHARPNESS;
  const context = canvas.getContext('2d');
  if (!context) return;
  const page = getComputedStyle(document.body);
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = page.backgroundColor;
  context.fillRect(0, 0, width, height + heading);
  context.fillStyle = page.color;
  context.font = `600 15px ${page.fontFamily}`;
  context.fillText(title, 8, 22, width - 16);
  const picture = await pictureOf(drawing, width, height);
  context.drawImage(picture, 0, heading, width, height);
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), 'image/png');
}

/** Saves the first `svg` within an element as an SVG file, to be edited or enlarged. */
export function saveSvg(within: Element | null, name: string): void {
  const drawing = drawingIn(within);
  if (!drawing) return;
  const { width, height } = drawing.getBoundingClientRect();
  save(new Blob([textOf(drawing, width, height)], { type: 'image/svg+xml' }), `${name}.svg`);
}

function drawingIn(within: Element | null): SVGSVGElement | undefined {
  // icons are drawings, too, and may come first
  const found = within?.querySelector('svg[data-chart]') ?? within?.querySelector('svg');
  return found instanceof SVGSVGElement ? found : undefined;
}

async function pictureOf(
  drawing: SVGSVGElement,
  width: number,
  height: number,
): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(
    new Blob([textOf(drawing, width, height)], { type: 'image/svg+xml' }),
  );
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  URL.revokeObjectURL(url);
  return picture;
}

/** A drawing that needs no page around it: it brings its styles along. */
function textOf(drawing: SVGSVGElement, width: number, height: number): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const original = originals[index];
    if (!original) continue;
    const computed = getComputedStyle(original);
    for (const style of STYLES) element.style.setProperty(style, computed.getPropertyValue(style));
  }
  return new XMLSerializer().serializeToString(copy);
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // the browser reads the blob after the click
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
