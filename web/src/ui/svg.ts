const PAINT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'marker-end',
  'text-anchor',
];

/** A drawing as a file that stands on its own: what style sheets say of its parts is written into them. */
export function svgText(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  const box = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', `${box.width}`);
  copy.setAttribute('height', `${box.height}`);
  const from = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((part, i) => {
    const original = from[i];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of PAINT) part.setAttribute(name, style.getPropertyValue(name));
    part.removeAttribute('class');
    part.removeAttribute('style');
  });
  return new XMLSerializer().serializeToString(copy);
}

/** A drawing as a picture of points, twice as many as on the screen. */
export function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const scale = Math.min(2, 8_000 / Math.max(width, height, 1));
  const source = URL.createObjectURL(new Blob([svgText(svg)], { type: 'image/svg+xml' }));
  const ground = getComputedStyle(svg).getPropertyValue('--surface') || 'white';
  return new Promise<Blob>((resolve, reject) => {
    const image = new Image();
    image.onerror = () => reject(new Error('The picture could not be drawn.'));
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(width * scale);
      canvas.height = Math.ceil(height * scale);
      const pen = canvas.getContext('2d');
      if (pen) {
        pen.fillStyle = ground;
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      }
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png');
    };
    image.src = source;
  }).finally(() => URL.revokeObjectURL(source));
}
