// What lies beneath and above the areas: land, water and lines; a picture for orientation, drawn once for each theme.

import * as L from "../../../lib/leaflet/leaflet-src.esm.js";
import { dots } from "./paint.js";
import { decodeLines, decodePolygons } from "./shape.js";

const FAR = [[-85, -180], [-85, 180], [85, 180], [85, -180]];

/** Panes from bottom to top; only `areas` takes the mouse, a canvas above it would swallow every click. */
export function addPanes(map) {
  const order = ["land", "ground", "edge", "areas", "lines", "outline", "names"];
  order.forEach((name, position) => {
    const pane = map.createPane(name);
    pane.style.zIndex = String(210 + 10 * position);
    if (name !== "areas") {
      pane.style.pointerEvents = "none";
    }
  });
}

function windowRing([west, south, east, north]) {
  return [[south, west], [south, east], [north, east], [north, west]];
}

/**
 * Draw the basemap and the dotted study area, without the layers to `hide`; returns what was drawn, so that another
 * theme or other layers can take its place.
 */
export function drawBasemap(map, renderers, basemap, colours, hide) {
  const { scale } = basemap;
  const quiet = { interactive: false, smoothFactor: 0.5 };
  const fill = (pane, shape, colour) =>
    L.polygon(shape, { ...quiet, renderer: renderers[pane], stroke: false, fillColor: colour, fillOpacity: 1 });
  const line = (pane, lines, colour, weight, opacity = 1) =>
    L.polyline(lines, { ...quiet, renderer: renderers[pane], color: colour, weight, opacity });
  const strokes = (kind) =>
    basemap.lines.filter((own) => own.kind === kind).flatMap((own) => decodeLines(own.lines, scale));
  const rivers = (border) =>
    basemap.rivers.filter((own) => own.border === border).flatMap((own) => decodeLines(own.lines, scale));
  const sheet = windowRing(basemap.bounds);

  const unless = (name, layer) => (hide.includes(name) ? [] : [layer()]);

  return L.layerGroup([
    fill("land", sheet, colours.water),
    ...basemap.land.map((own) =>
      fill("land", decodePolygons(own.polygons, scale), own.studied ? colours.land : colours.land_beyond),
    ),
    fill("land", decodePolygons(basemap.lakes, scale), colours.water),
    ...unless("rivers", () => line("land", rivers(false), colours.river, 0.9)),
    ...unless("rivers", () => line("land", rivers(true), colours.border_river, colours.border_river_px)),
    ...unless("provinces", () => line("land", strokes("admin1"), colours.province, 0.8)),
    line("land", strokes("coast"), colours.coast, 0.8),
    fill("ground", decodePolygons(basemap.ground, scale), dots(colours)),
    // Beyond the sheet nothing is known: bare page, in which no land ends at a straight line.
    fill("edge", [FAR, sheet], colours.page),
    L.polygon(sheet, { ...quiet, renderer: renderers.edge, fill: false, color: colours.rule, weight: 1.5 }),
    ...unless("rivers", () => line("lines", rivers(true), colours.border_river, 1.6, 0.8)),
    line("lines", strokes("admin0"), colours.border, 0.9, 0.9),
  ]).addTo(map);
}
