// Lines over the dots: the sign for areas of which nobody is known to have been asked.

import * as L from "../../../lib/leaflet/leaflet-src.esm.js";
import { tiled } from "./paint.js";
import { decodePolygons } from "./shape.js";

/** Thin lines falling to the right. */
function lines(colours) {
  const side = colours.lines_spacing_px;
  return tiled(side, (pen) => {
    pen.strokeStyle = colours.dots;
    pen.lineWidth = colours.lines_px;
    pen.beginPath();
    for (const shift of [-side, 0, side]) {
      pen.moveTo(shift - 1, -1);
      pen.lineTo(shift + side + 1, side + 1);
    }
    pen.stroke();
  });
}

/** Draw the areas of which nobody is known to have been asked, if any; returns the layer. */
export function drawUnasked(map, renderer, data, colours) {
  const style = { renderer, interactive: false, smoothFactor: 0.5, stroke: false, fillOpacity: 1 };
  return data.unasked.length
    ? L.polygon(decodePolygons(data.unasked, data.scale), { ...style, fillColor: lines(colours) }).addTo(map)
    : null;
}

/** The same sign in a legend: a swatch with the dots that it already has, and lines over them. */
export function lineSwatch(swatch, colours) {
  // Closer than on the map, or a swatch would hold a single line.
  const step = colours.lines_spacing_px / 2;
  const line = `repeating-linear-gradient(45deg, ${colours.dots} 0 1px, transparent 1px ${step}px)`;
  swatch.style.backgroundImage = `${line}, ${swatch.style.backgroundImage}`;
  swatch.style.backgroundSize = `auto, ${swatch.style.backgroundSize}`;
}
