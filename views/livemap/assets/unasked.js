// Lines over the dots: the sign for areas of which nobody is known to have been asked.

import * as L from "../../../lib/leaflet/leaflet-src.esm.js";
import { decodePolygons } from "./shape.js";

/** Thin lines falling to the right: a fill for canvases. */
function lines(colours) {
  const side = colours.lines_spacing_px;
  const density = window.devicePixelRatio > 1 ? 2 : 1;
  const tile = document.createElement("canvas");
  tile.width = density * side;
  tile.height = density * side;
  const pen = tile.getContext("2d");
  pen.scale(density, density);
  pen.strokeStyle = colours.dots;
  pen.lineWidth = colours.lines_px;
  pen.beginPath();
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - 1, -1);
    pen.lineTo(shift + side + 1, side + 1);
  }
  pen.stroke();
  const pattern = pen.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / density));
  return pattern;
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
